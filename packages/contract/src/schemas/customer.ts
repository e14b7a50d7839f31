import { COUNTRIES } from "@codespar/formats";
import { z } from "zod";
import { documentNames, documentType } from "../documents/document-type.ts";
import type { Customer } from "../meta-tools/customer.ts";
import type { Currency } from "../wire/money.ts";
import { type Country, countries } from "../wire/server.ts";
import { email, phone, text } from "./fields.ts";

export const customerFields = {
  name: text(120).optional(),
  document: text(32).optional(),
  email: email.optional(),
  phone: phone.optional(),
};

export const customerSchema = z.strictObject(customerFields) satisfies z.ZodType<Customer>;

/** The country whose documents go with a currency; USD goes with any. */
export function countryOf(currency: Currency | undefined): Country | undefined {
  return countries.find((country) => COUNTRIES[country].currency.code === currency);
}

/** Adds an issue when a document is not one of this country by its digits, or of any when none is known. */
export function checkDocument(
  party: Customer | undefined,
  field: string,
  country: Country | undefined,
  context: z.RefinementCtx,
): void {
  if (party?.document === undefined || isDocument(party.document, country)) return;
  const name = country === undefined ? "CPF, CNPJ, RFC, CUIT, DNI, NIT, CC or RUT" : documentNames(country);
  context.addIssue({
    code: "custom",
    path: [field, "document"],
    message: `${field}.document is not a valid ${name}: check its digits, or leave it out.`,
  });
}

function isDocument(document: string, country: Country | undefined): boolean {
  if (documentType(document, country) !== undefined) return true;
  if (country !== undefined) return false;
  // What only its country tells apart has to pass here: refusing a real cédula or DNI stops a purchase.
  return documentType(document, "CO") !== undefined || documentType(document, "AR") !== undefined;
}
