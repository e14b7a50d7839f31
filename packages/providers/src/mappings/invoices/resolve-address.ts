import type { Address } from "@codespar/contract";
import { type BrazilState, cityCodeOf, isBrazilState, parsePostalCode, stateOfCep } from "@codespar/formats";
import { latinText } from "./latin-text.ts";
import { refuseField } from "./refuse-field.ts";

/** An address in Brazil as a fiscal document carries it. */
export interface BrazilAddress {
  /** CEP, eight digits. */
  postalCode: string;
  street: string;
  number: string;
  complement?: string | undefined;
  district: string;
  city: string;
  /** IBGE, seven digits; absent where the provider needs none. */
  cityCode?: string | undefined;
  state: BrazilState;
}

/** What a provider's register says of a postal code. */
export interface PostalCodeEntry {
  street?: string | undefined;
  district?: string | undefined;
  city?: string | undefined;
  cityCode?: string | undefined;
  state?: string | undefined;
}

export interface AddressRules {
  /** Provider's name as messages print it. */
  provider: string;
  /** Whether the document names the municipality by its IBGE code. */
  needsCityCode: boolean;
  /** Asks the provider for a postal code; absent where it has no such register. */
  lookUp?: ((postalCode: string) => Promise<PostalCodeEntry>) | undefined;
}

/**
 * The whole address: what was sent, then what our data knows (the state of a postal code, the code of a capital), then what the
 * provider's register says. What is still missing is refused by its name.
 */
export async function resolveAddress(address: Address, rules: AddressRules): Promise<BrazilAddress> {
  const { country = "BR" } = address;
  if (country !== "BR") {
    throw refuseField(
      `customer.address.country is ${country}. A receiver abroad needs an export document, which is not made here; use a native tool.`,
    );
  }
  const postalCode = parsePostalCode(address.postal_code, "BR");
  if (postalCode === undefined)
    throw refuseField("customer.address.postal_code is not a CEP: send eight digits, such as 01310100.");
  const { number } = address;
  if (number === undefined)
    throw refuseField(
      "customer.address.number is missing: send the building's number, or S/N where there is none.",
    );
  const known = fromOurData(address, postalCode);
  const isWhole = findMissing(known, rules.needsCityCode).length === 0;
  const entry = isWhole ? {} : await rules.lookUp?.(postalCode);
  const whole = fill(known, entry ?? {});
  const missing = findMissing(whole, rules.needsCityCode);
  if (missing.length > 0) throw refuseMissing(missing, postalCode, rules);
  const { street = "", district = "", city = "", cityCode, state } = whole;
  if (state === undefined) throw refuseMissing(["state"], postalCode, rules);
  return {
    postalCode,
    street: latinText(street, 60, "customer.address.street"),
    number: latinText(number, 60, "customer.address.number"),
    ...(address.complement === undefined
      ? {}
      : { complement: latinText(address.complement, 60, "customer.address.complement") }),
    district: latinText(district, 60, "customer.address.district"),
    city: latinText(city, 60, "customer.address.city"),
    ...(cityCode === undefined ? {} : { cityCode }),
    state,
  };
}

interface Known {
  street?: string | undefined;
  district?: string | undefined;
  city?: string | undefined;
  cityCode?: string | undefined;
  state?: BrazilState | undefined;
}

function fromOurData({ street, district, city, city_code, state }: Address, postalCode: string): Known {
  const ofPostalCode = stateOfCep(postalCode);
  const upper = state?.toUpperCase();
  if (upper !== undefined && !isBrazilState(upper))
    throw refuseField(`customer.address.state ${upper} is no Brazilian state. Send two letters, such as SP.`);
  if (upper !== undefined && ofPostalCode !== undefined && upper !== ofPostalCode) {
    throw refuseField(
      `customer.address.state is ${upper}, and postal_code ${postalCode} is in ${ofPostalCode}. Send those of one address.`,
    );
  }
  const known = upper ?? ofPostalCode;
  const cityCode =
    city_code ?? (city === undefined || known === undefined ? undefined : cityCodeOf(city, known));
  return { street, district, city, cityCode, state: known };
}

function fill(known: Known, entry: PostalCodeEntry): Known {
  const { state } = entry;
  return {
    street: known.street ?? entry.street,
    district: known.district ?? entry.district,
    city: known.city ?? entry.city,
    cityCode: known.cityCode ?? entry.cityCode,
    state: known.state ?? (state !== undefined && isBrazilState(state) ? state : undefined),
  };
}

function findMissing({ street, district, city, cityCode, state }: Known, needsCityCode: boolean): string[] {
  const missing: string[] = [];
  if (street === undefined) missing.push("street");
  if (district === undefined) missing.push("district");
  if (city === undefined) missing.push("city");
  if (needsCityCode && cityCode === undefined) missing.push("city_code");
  if (state === undefined) missing.push("state");
  return missing;
}

function refuseMissing(missing: string[], postalCode: string, { provider, lookUp }: AddressRules) {
  const why =
    lookUp === undefined
      ? `${provider} looks no postal code up`
      : `${provider} does not know the rest of ${postalCode}`;
  const fields = missing.map((field) => `customer.address.${field}`).join(", ");
  const code = missing.includes("city_code")
    ? " city_code is the municipality's IBGE code, seven digits."
    : "";
  return refuseField(`${fields} missing: ${why}. Send it with the address.${code}`, "726");
}
