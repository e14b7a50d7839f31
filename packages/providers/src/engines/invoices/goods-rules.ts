import type { FiscalKind } from "./fiscal-document.ts";
import { sefazRejection } from "./sefaz-rejections.ts";

/** What a document says of one item's taxes, in whatever words. */
export interface GoodsCheck {
  ncm?: string | undefined;
  cfop?: string | undefined;
  /** Situation of ICMS (CST or CSOSN), PIS and COFINS. */
  icms?: string | undefined;
  pis?: string | undefined;
  cofins?: string | undefined;
  /** Centavos and per cent, where the document says them: base times rate is the amount. */
  amounts?: readonly TaxAmount[] | undefined;
}

export interface TaxAmount {
  tax: "ICMS" | "PIS" | "COFINS" | "IBS" | "CBS";
  base: number;
  rate: number;
  amount: number;
}

interface GoodsRequest {
  kind: FiscalKind;
  isInterstate?: boolean | undefined;
  items: readonly { description: string; goods?: GoodsCheck | undefined }[];
}

type Rejection = { code: string; message: string };

/**
 * Why SEFAZ rejects goods (MOC NF-e 7.0): a text that the schema does not take (225), an NCM that there is not (778), a CFOP of
 * another destination (732, 733), no ICMS (225), PIS (745) or COFINS (748), or a tax that is not base times rate (528).
 * Other kinds carry no goods.
 */
export function findGoodsRejection({
  kind,
  isInterstate = false,
  items,
}: GoodsRequest): Rejection | undefined {
  if (kind !== "nfe" && kind !== "nfce") return undefined;
  for (const [index, { description, goods = {} }] of items.entries()) {
    const code = findRejection(description, goods, isInterstate);
    if (code === undefined) continue;
    const { message } = sefazRejection(code);
    return { code, message: `${message} [nItem:${index + 1}]` };
  }
  return undefined;
}

function findRejection(description: string, goods: GoodsCheck, isInterstate: boolean): string | undefined {
  if (!isLayoutText(description, 120)) return "225";
  if (!/^\d{8}$/.test(goods.ncm ?? "")) return "778";
  if (!/^[56]\d{3}$/.test(goods.cfop ?? "")) return "225";
  if (goods.cfop?.startsWith("5") === true && isInterstate) return "733";
  if (goods.cfop?.startsWith("6") === true && !isInterstate) return "732";
  if (goods.icms === undefined) return "225";
  if (goods.pis === undefined) return "745";
  if (goods.cofins === undefined) return "748";
  return goods.amounts?.some(isWrong) === true ? "528" : undefined;
}

/** leiauteNFe 4.00, TString: Latin-1, no blank at either end, so many characters at most. */
function isLayoutText(text: string, length: number): boolean {
  return text.length <= length && /^[!-ÿ](?:[ -ÿ]*[!-ÿ])?$/.test(text);
}

/** SEFAZ tolerates a centavo. */
function isWrong({ base, rate, amount }: TaxAmount): boolean {
  return Math.abs((base * rate) / 100 - amount) > 1;
}
