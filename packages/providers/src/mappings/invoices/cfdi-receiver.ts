import type { Customer, GlobalInformation, InvoiceInput, MexicoIssuer } from "@codespar/contract";
import {
  bareText,
  calendarDateAt,
  cfdiUseFitsRegime,
  FOREIGN_RFC,
  MEXICO_CITY,
  PUBLIC_RFC,
  parsePostalCode,
} from "@codespar/formats";
import { refuseField } from "./refuse-field.ts";

const PUBLIC_NAME = "PUBLICO EN GENERAL";

/** Who receives a CFDI 4.0, as SAT has them. */
export interface CfdiReceiver {
  rfc: string;
  name: string;
  /** UsoCFDI. */
  use: string;
  /** RegimenFiscalReceptor. */
  regime: string;
  /** DomicilioFiscalReceptor. */
  postalCode: string;
  email?: string | undefined;
  /** InformacionGlobal, to the public in general. */
  global?: GlobalInformation | undefined;
}

/**
 * The receiver: a taxpayer by RFC, name, regime and postal code (SAT, Anexo 20: CFDI40145 to CFDI40161); or somebody of the
 * public, who is under regime 616 where the issuer is. To the public in general a CFDI says the period that it covers, by
 * itself the day.
 */
export function cfdiReceiver(input: InvoiceInput, issuer: MexicoIssuer, now: number): CfdiReceiver {
  const { customer } = input;
  const rfc = customer?.document === undefined ? PUBLIC_RFC : bareText(customer.document);
  if (rfc === PUBLIC_RFC || rfc === FOREIGN_RFC) return publicReceiver(rfc, input, issuer, now);
  const regime = requirePart(
    customer?.tax_regime,
    "tax_regime",
    "a key of c_RegimenFiscal, such as 601",
    "CFDI40157",
  );
  const use = input.use ?? defaultUse(input, regime);
  if (!cfdiUseFitsRegime(use, regime))
    throw refuseField(
      `use ${use} does not go with customer.tax_regime ${regime}. S01 goes with every one.`,
      "CFDI40161",
    );
  return {
    rfc,
    name: requirePart(
      customer?.name,
      "name",
      "the name that SAT has, without the kind of company",
      "CFDI40145",
    ),
    use,
    regime,
    postalCode: postalCodeOf(customer),
    email: customer?.email,
  };
}

function publicReceiver(rfc: string, input: InvoiceInput, issuer: MexicoIssuer, now: number): CfdiReceiver {
  const { customer, use = "S01" } = input;
  if (!cfdiUseFitsRegime(use, "616"))
    throw refuseField(
      `use ${use} does not go with the public, who is under regime 616. Send S01, or leave it out.`,
      "CFDI40161",
    );
  const name = customer?.name ?? PUBLIC_NAME;
  const isGlobal = rfc === PUBLIC_RFC && bareName(name) === PUBLIC_NAME;
  return {
    rfc,
    name: isGlobal ? PUBLIC_NAME : name,
    use,
    regime: "616",
    postalCode: issuer.postal_code,
    email: customer?.email,
    global: isGlobal ? (input.global ?? today(now)) : undefined,
  };
}

/** The day of the sale: periodicity 01, its month and year where SAT is. */
function today(now: number): GlobalInformation {
  const [year = "", months = ""] = calendarDateAt(now, MEXICO_CITY).split("-");
  return { periodicity: "01", months, year: Number(year) };
}

/** A credit note is for returns and discounts; what has no business expenses has no tax effects. */
function defaultUse({ cfdi_type: type }: InvoiceInput, regime: string): string {
  const use = type === "egreso" ? "G02" : type === "traslado" ? "S01" : "G03";
  return cfdiUseFitsRegime(use, regime) ? use : "S01";
}

function postalCodeOf(customer: Customer | undefined): string {
  const text = requirePart(
    customer?.address?.postal_code,
    "address.postal_code",
    "that of their tax domicile",
    "CFDI40147",
  );
  const code = parsePostalCode(text, "MX");
  if (code !== undefined) return code;
  throw refuseField("customer.address.postal_code has five digits in Mexico, such as 06600.", "CFDI40147");
}

function requirePart(value: string | undefined, field: string, what: string, code: string): string {
  if (value !== undefined) return value;
  throw refuseField(`customer.${field} is missing: a CFDI names it of its receiver, ${what}.`, code);
}

function bareName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toUpperCase();
}
