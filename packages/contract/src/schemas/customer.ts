import { COUNTRIES } from "@codespar/formats";
import { z } from "zod";
import { documentNames, documentType } from "../documents/document-type.ts";
import { type Customer, documentTypes } from "../meta-tools/customer.ts";
import type { Currency } from "../wire/money.ts";
import { type Country, countries } from "../wire/server.ts";
import { email, openEnum, phone, text } from "./fields.ts";

/** What a model need not be shown in every tool: the field is taken, and the advertised definition leaves it out. */
const unadvertised = { advertised: false };

const addressFields = {
  postal_code: text(12),
  number: text(20).optional(),
  street: text(120).meta(unadvertised).optional(),
  complement: text(60).meta(unadvertised).optional(),
  district: text(60).meta(unadvertised).optional(),
  city: text(80).meta(unadvertised).optional(),
  city_code: z
    .string()
    .regex(/^\d{7}$/, { error: "city_code is the IBGE code of a municipality, seven digits." })
    .meta(unadvertised)
    .optional(),
  state: text(3).meta(unadvertised).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: "country is two capital letters (ISO 3166-1), such as BR." })
    .meta(unadvertised)
    .optional(),
};

export const customerFields = {
  name: text(120).optional(),
  document: text(32).optional(),
  email: email.optional(),
  phone: phone.optional(),
};

const furtherFields = {
  document_type: z.enum(documentTypes).meta(unadvertised).optional(),
  state_tax_id: text(14).meta(unadvertised).optional(),
};

/** Who pays. */
export const customerSchema = z.strictObject({
  ...customerFields,
  ...furtherFields,
  address: z.strictObject(addressFields).meta(unadvertised).optional(),
  tax_regime: text(3).meta(unadvertised).optional(),
}) satisfies z.ZodType<Customer>;

/** The invoiced party: the same fields, and the model is shown what the law asks for. */
export const receiverSchema = z.strictObject({
  ...customerFields,
  ...furtherFields,
  address: z.strictObject(addressFields).optional(),
  // the issuer's fiscal profile knows tax codes; a model need not
  tax_regime: text(3).meta(unadvertised).optional(),
}) satisfies z.ZodType<Customer>;

/** The country whose documents go with a currency; USD goes with any. */
export function getCountry(currency: Currency | undefined): Country | undefined {
  return countries.find((country) => COUNTRIES[country].currency.code === currency);
}

/** Adds an issue when a document is not one of this country by its digits, or of any when none is known. */
export function checkDocument(
  party: Pick<Customer, "document" | "document_type"> | undefined,
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
  // What only its country can distinguish has to pass here: refusing a real cédula or DNI stops a purchase.
  return documentType(document, "CO") !== undefined || documentType(document, "AR") !== undefined;
}

/** A customer as a provider returns it. */
export const customerOutputSchema = z.looseObject({
  name: z.string().optional(),
  document: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  document_type: openEnum(documentTypes).optional(),
  address: z
    .looseObject({
      postal_code: z.string(),
      number: z.string().optional(),
      street: z.string().optional(),
      complement: z.string().optional(),
      district: z.string().optional(),
      city: z.string().optional(),
      city_code: z.string().optional(),
      state: z.string().optional(),
      country: z.string().optional(),
    })
    .optional(),
  state_tax_id: z.string().optional(),
  tax_regime: z.string().optional(),
}) satisfies z.ZodType<Customer>;
