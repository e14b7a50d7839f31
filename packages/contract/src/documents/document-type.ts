import { type DocumentType as AnyDocumentType, COUNTRIES, parseTaxId } from "@codespar/formats";
import type { Country } from "../wire/server.ts";

/** Documents that providers take for a customer. */
export type DocumentType = Exclude<AnyDocumentType, "curp" | "ruc">;

/** The document types of each country, for messages, such as `CPF or CNPJ`. */
export function documentNames(country: Country): string {
  const types = COUNTRIES[country].documents.filter(isDocumentType);
  return types.map((type) => type.toUpperCase()).join(" or ");
}

/** What a document is by its digits, with or without punctuation; undefined when it is none that providers take. */
export function documentType(document: string, country?: Country): DocumentType | undefined {
  const type = parseTaxId(document, country)?.type;
  return type !== undefined && isDocumentType(type) ? type : undefined;
}

function isDocumentType(type: AnyDocumentType): type is DocumentType {
  return type !== "curp" && type !== "ruc";
}
