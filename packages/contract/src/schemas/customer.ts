import { z } from "zod";
import { documentNames, documentType } from "../documents/document-type.ts";
import type { Customer } from "../meta-tools/customer.ts";
import type { Currency } from "../wire/money.ts";
import type { Country } from "../wire/server.ts";
import { email, phone, text } from "./fields.ts";

export const customerFields = {
  name: text(120).optional(),
  document: text(32).optional(),
  email: email.optional(),
  phone: phone.optional(),
};

export const customerSchema = z.strictObject(customerFields) satisfies z.ZodType<Customer>;

const currencyCountries: Readonly<Partial<Record<Currency, Country>>> = {
  BRL: "BR",
  MXN: "MX",
  ARS: "AR",
  COP: "CO",
  CLP: "CL",
};

/** The country whose documents go with a currency; USD goes with any. */
export function countryOf(currency: Currency | undefined): Country | undefined {
  return currency === undefined ? undefined : currencyCountries[currency];
}

/** Adds an issue when a document is not one of this country by its digits, or of any when none is known. */
export function checkDocument(
  party: Customer | undefined,
  field: string,
  country: Country | undefined,
  context: z.RefinementCtx,
): void {
  if (party?.document === undefined || isDocument(party.document, country)) return;
  const name = country === undefined ? "CPF, CNPJ, RFC, CUIT, NIT or RUT" : documentNames[country];
  context.addIssue({
    code: "custom",
    path: [field, "document"],
    message: `${field}.document is not a valid ${name}: check its digits, or leave it out.`,
  });
}

function isDocument(document: string, country: Country | undefined): boolean {
  if (documentType(document, country) !== undefined) return true;
  // Short and long NITs are told apart by country alone; here that is the only way to let them pass.
  return country === undefined && documentType(document, "CO") !== undefined;
}
