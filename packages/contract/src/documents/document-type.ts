import type { Country } from "../wire/server.ts";
import { isCnpj } from "./cnpj.ts";
import { isCpf } from "./cpf.ts";
import { isCuit } from "./cuit.ts";
import { isNit } from "./nit.ts";
import { normaliseDocument } from "./normalise-document.ts";
import { isRfc } from "./rfc.ts";
import { isRut } from "./rut.ts";

export type DocumentType = "cpf" | "cnpj" | "rfc" | "cuit" | "nit" | "rut";

interface DocumentRule {
  type: DocumentType;
  country: Country;
  test: (normalised: string) => boolean;
}

const rules: readonly DocumentRule[] = [
  { type: "cpf", country: "BR", test: isCpf },
  { type: "cnpj", country: "BR", test: isCnpj },
  { type: "rfc", country: "MX", test: isRfc },
  { type: "cuit", country: "AR", test: isCuit },
  { type: "nit", country: "CO", test: isNit },
  { type: "rut", country: "CL", test: isRut },
];

/** The document types of each country, for messages. */
export const documentNames: Readonly<Record<Country, string>> = {
  BR: "CPF or CNPJ",
  MX: "RFC",
  AR: "CUIT",
  CO: "NIT",
  CL: "RUT",
};

/** What a document is by its digits, with or without punctuation; undefined when it is none. */
export function documentType(document: string, country?: Country): DocumentType | undefined {
  const normalised = normaliseDocument(document);
  const fits = (rule: DocumentRule) =>
    country === undefined ? !isAmbiguous(rule, normalised) : rule.country === country;
  return rules.find((rule) => fits(rule) && rule.test(normalised))?.type;
}

/** A NIT has any length: without a country, one as long as a CPF or a RUT would let their typos through. */
function isAmbiguous(rule: DocumentRule, normalised: string): boolean {
  return rule.type === "nit" && normalised.length !== 10;
}
