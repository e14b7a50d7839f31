import type { InvoiceType } from "@codespar/contract";

const TYPES: Record<string, InvoiceType> = { "55": "nfe", "65": "nfce", "57": "cte", "58": "mdfe" };

export interface DfeKey {
  type: InvoiceType;
  series: string;
  number: number;
}

/** What an access key of 44 says by itself (MOC 7.0): model, series and number. */
export function readDfeKey(key: string | undefined): DfeKey | undefined {
  const type = key?.length === 44 ? TYPES[key.slice(20, 22)] : undefined;
  if (key === undefined || type === undefined) return undefined;
  return { type, series: String(Number(key.slice(22, 25))), number: Number(key.slice(25, 34)) };
}
