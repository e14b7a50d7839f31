import { COUNTRIES, type CountryCode, type DocumentType } from "../country.ts";
import type { RandomSource } from "../random/random-source.ts";
import { formatCedula, generateCedula, parseCedula } from "./cedula.ts";
import { formatCnpj, generateCnpj, parseCnpj } from "./cnpj.ts";
import { formatCpf, generateCpf, parseCpf } from "./cpf.ts";
import { formatCuit, generateCuit, parseCuit } from "./cuit.ts";
import { formatCurp, generateCurp, parseCurp } from "./curp.ts";
import { formatDni, generateDni, parseDni } from "./dni.ts";
import { formatNit, generateNit, parseNit } from "./nit.ts";
import { formatRfc, generateRfc, parseRfc } from "./rfc.ts";
import { formatRuc, generateRuc, parseRuc } from "./ruc.ts";
import { formatRut, generateRut, parseRut } from "./rut.ts";

export interface TaxId {
  type: DocumentType;
  country: CountryCode;
  /** Bare, in upper case. */
  value: string;
}

interface TaxIdRule {
  country: CountryCode;
  parse: (text: string) => string | undefined;
  format: (value: string) => string;
  generate: (random: RandomSource) => string;
}

const RULES: Readonly<Record<DocumentType, TaxIdRule>> = {
  cpf: { country: "BR", parse: parseCpf, format: formatCpf, generate: generateCpf },
  cnpj: { country: "BR", parse: parseCnpj, format: formatCnpj, generate: generateCnpj },
  rfc: { country: "MX", parse: parseRfc, format: formatRfc, generate: generateRfc },
  curp: { country: "MX", parse: parseCurp, format: formatCurp, generate: generateCurp },
  cuit: { country: "AR", parse: parseCuit, format: formatCuit, generate: generateCuit },
  dni: { country: "AR", parse: parseDni, format: formatDni, generate: generateDni },
  nit: { country: "CO", parse: parseNit, format: formatNit, generate: generateNit },
  cc: { country: "CO", parse: parseCedula, format: formatCedula, generate: generateCedula },
  rut: { country: "CL", parse: parseRut, format: formatRut, generate: generateRut },
  ruc: { country: "PE", parse: parseRuc, format: formatRuc, generate: generateRuc },
};

/** Documents that say what they are: check digits or a shape of their own. The first that fits is taken. */
const TELLING: readonly DocumentType[] = ["cpf", "cnpj", "rfc", "curp", "cuit", "ruc", "nit", "rut"];

/**
 * What a document is, masked or bare, in one country or in any; undefined when it is none.
 * Without a country, numbers that have no check digit (DNI, CC) and NITs of other than ten digits are not taken: any
 * typing error in a CPF or a RUT would be one.
 */
export function parseTaxId(text: string, country?: CountryCode): TaxId | undefined {
  const types = country === undefined ? TELLING : COUNTRIES[country].documents;
  for (const type of types) {
    const rule = RULES[type];
    const value = rule.parse(text);
    if (value === undefined) continue;
    if (type === "nit" && !isCertainlyNit(text, value, country)) continue;
    return { type, country: rule.country, value };
  }
  return undefined;
}

/** Whether the text is a document of a country, or of any. */
export function isValidTaxId(text: string, country?: CountryCode): boolean {
  return parseTaxId(text, country) !== undefined;
}

/** Prints a document of a type as its office does. Throws RangeError when it is none. */
export function formatTaxId(value: string, type: DocumentType): string {
  return RULES[type].format(value);
}

/** A document of a type, bare. */
export function generateTaxId(random: RandomSource, type: DocumentType): string {
  return RULES[type].generate(random);
}

/** One cédula in eleven happens to end in the check digit of a NIT: without the hyphen of one it stays a cédula. */
function isCertainlyNit(text: string, value: string, country: CountryCode | undefined): boolean {
  if (parseCedula(value) === undefined) return country !== undefined || value.length === 10;
  return country !== undefined && /-\s*\d\s*$/.test(text);
}
