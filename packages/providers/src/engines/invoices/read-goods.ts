import type { Json } from "@codespar/contract";
import { bareText } from "@codespar/formats";
import type { FiscalReceiver } from "./fiscal-document.ts";

/** A receiver from its parts; the document loses its mask. */
export function getReceiver(
  name: string | undefined,
  document: string | undefined,
  email: string | undefined,
): FiscalReceiver {
  return {
    ...(name === undefined ? {} : { name }),
    ...(document === undefined ? {} : { document: bareText(document) }),
    ...(email === undefined ? {} : { email }),
  };
}

/** A taxpayer number that an API carries as a JSON number, with the zeros back that a number loses. */
export function unpackTaxpayer(value: Json | undefined, isPerson: boolean): string | undefined {
  if (typeof value === "number") return String(value).padStart(isPerson ? 11 : 14, "0");
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** `NCM` when the goods have one, else the seller's own code. */
export function goodsCode(ncm: string | undefined, code: string | undefined): string | undefined {
  return ncm === undefined || ncm === "00" ? code : ncm;
}
