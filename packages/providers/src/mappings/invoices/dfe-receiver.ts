import type { Customer } from "@codespar/contract";
import { bareText } from "@codespar/formats";
import { latinText } from "./latin-text.ts";
import { refuseField } from "./refuse-field.ts";
import { type AddressRules, type BrazilAddress, resolveAddress } from "./resolve-address.ts";

/** Who receives a Brazilian document. */
export interface DfeReceiver {
  cpf?: string | undefined;
  cnpj?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  /** Digits alone, without the country's code. */
  phone?: string | undefined;
  /** Inscrição estadual; without it the receiver is none who pays ICMS. */
  stateTaxId?: string | undefined;
  address?: BrazilAddress | undefined;
}

export interface ReceiverRules extends AddressRules {
  /** Whether the document is rejected without name and address (NF-e: 719, 724, 726). */
  isRequired: boolean;
}

/** The customer as a document's receiver; undefined when nothing is known of one. */
export async function dfeReceiver(
  customer: Customer | undefined,
  rules: ReceiverRules,
): Promise<DfeReceiver | undefined> {
  if (rules.isRequired) requireParts(customer);
  if (customer === undefined) return undefined;
  const { name, email, phone, address, state_tax_id: stateTaxId } = customer;
  const { cpf, cnpj } = toTaxpayer(customer);
  return {
    cpf,
    cnpj,
    name: name === undefined ? undefined : latinText(name, 60, "customer.name"),
    email: checkEmail(email),
    phone: phone?.startsWith("+55") === true ? phone.slice(3) : undefined,
    stateTaxId: stateTaxId === undefined ? undefined : bareText(stateTaxId),
    address: address === undefined ? undefined : await resolveAddress(address, rules),
  };
}

/** The customer's address as a document's XML takes it. */
export function checkEmail(email: string | undefined): string | undefined {
  if (email === undefined || email.length <= 60) return email;
  throw refuseField(
    "customer.email has more than the 60 characters that a fiscal document takes. Leave it out.",
  );
}

/** CPF or CNPJ without mask. */
export function toTaxpayer(customer: Pick<Customer, "document"> | undefined): {
  cpf?: string;
  cnpj?: string;
} {
  if (customer?.document === undefined) return {};
  const bare = bareText(customer.document);
  return bare.length === 11 ? { cpf: bare } : { cnpj: bare };
}

function requireParts(customer: Customer | undefined): void {
  if (customer?.document === undefined)
    throw refuseField("customer.document is missing: an NF-e names its receiver by CPF or CNPJ.", "719");
  if (customer.name === undefined)
    throw refuseField("customer.name is missing: an NF-e names its receiver.", "724");
  if (customer.address === undefined) {
    throw refuseField(
      "customer.address is missing: an NF-e carries its receiver's address. Send postal_code and number at least.",
      "726",
    );
  }
}
