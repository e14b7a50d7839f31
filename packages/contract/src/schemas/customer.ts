import { z } from "zod";
import { documentNames, documentType } from "../documents/document-type.ts";
import type { Customer } from "../meta-tools/customer.ts";
import type { Currency } from "../money.ts";
import type { Country } from "../server.ts";
import { document, email, phone, text } from "./fields.ts";

export const customerFields = {
  name: text(120).optional(),
  document: document.optional(),
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

/** Adds an issue when a document is not one of this country, which also finds typos that another country's rule lets pass. */
export function checkDocument(
  party: Customer | undefined,
  field: string,
  country: Country | undefined,
  context: z.RefinementCtx,
): void {
  if (country === undefined || party?.document === undefined) return;
  if (documentType(party.document, country) !== undefined) return;
  context.addIssue({
    code: "custom",
    path: [field, "document"],
    message: `${field}.document is not a valid ${documentNames[country]}: check its digits, or leave it out.`,
  });
}
