import type { Currency, Customer } from "@codespar/contract";
import { bareText, countryOfCurrency, parseTaxId } from "@codespar/formats";

/** A document with its type as payment providers want it, such as `CC` and `1020304050`. */
export interface Identification {
  /** Left out for a document of another country. */
  type?: string | undefined;
  /** Bare. */
  number: string;
  isCompany: boolean;
}

/** What a customer's document is where the currency is paid; undefined without a document. */
export function toIdentification(
  { document, document_type }: Customer,
  currency: Currency,
): Identification | undefined {
  if (document === undefined) return undefined;
  const type = parseTaxId(document, countryOfCurrency(currency))?.type;
  const number = bareText(document);
  // the caller knows better than the digits: a CC and a NIT may look alike
  const named = document_type ?? type;
  return { type: named?.toUpperCase(), number, isCompany: isCompany(document_type ?? type, number) };
}

function isCompany(type: string | undefined, number: string): boolean {
  if (type === "rfc") return number.length === 12;
  if (type === "cuit") return number.startsWith("3");
  return type === "cnpj" || type === "nit";
}
