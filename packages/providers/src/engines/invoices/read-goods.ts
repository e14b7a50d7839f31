import type { Json, JsonObject } from "@codespar/contract";
import { bareText } from "@codespar/formats";
import { amountAt } from "../../json/native-json.ts";
import { numberAt, textAt } from "../../json/read-arguments.ts";
import { readMagic } from "../../simulation/faults-and-magic.ts";
import type { FiscalAddress, FiscalIssuer, FiscalReceiver } from "./fiscal-document.ts";
import type { GoodsCheck } from "./goods-rules.ts";
import type { IssueRequest } from "./issue-document.ts";

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

/** `NCM` when the goods have one, else the seller's own code; a magic code stays what it is. */
export function goodsCode(ncm: string | undefined, code: string | undefined): string | undefined {
  return ncm === undefined || readMagic(code) !== undefined ? code : ncm;
}

/** Whether there is a text at each of these paths. */
export function hasText(json: Json | undefined, paths: readonly string[]): boolean {
  return paths.every((path) => textAt(json, path) !== undefined);
}

/** An address by the names that a provider has for its parts; undefined where none of them is there. */
export function readAddress(
  json: Json | undefined,
  paths: Readonly<Partial<Record<keyof FiscalAddress, string>>>,
): FiscalAddress | undefined {
  const parts = Object.entries(paths).flatMap(([part, path]) => {
    const text = textAt(json, path);
    return text === undefined ? [] : [[part, text]];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** An issuer from its parts; the document loses its mask. */
export function toIssuer({ cnpj, ...rest }: FiscalIssuer): FiscalIssuer {
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { cnpj: bareText(cnpj), ...Object.fromEntries(known) };
}

/** What a provider calls the fields of an item of goods. */
export interface GoodsFields {
  description: string;
  ncm: string;
  /** The seller's own code. */
  code: string;
  quantity: string;
  unitPrice: string;
  /** The item's amount as the caller states it, in reais. */
  amount?: string | undefined;
}

/** Items of goods out of a provider's own fields; prices in reais. */
export function readGoodsItems(
  items: readonly JsonObject[],
  fields: GoodsFields,
  readTaxes: (item: JsonObject) => GoodsCheck,
): IssueRequest["items"] {
  return items.map((item) => ({
    goods: readTaxes(item),
    description: textAt(item, fields.description) ?? "",
    code: goodsCode(textAt(item, fields.ncm), textAt(item, fields.code)),
    quantity: numberAt(item, fields.quantity) ?? 1,
    unitPrice: numberAt(item, fields.unitPrice) ?? 0,
    statedAmount: fields.amount === undefined ? undefined : amountAt(item, fields.amount, "BRL"),
  }));
}
