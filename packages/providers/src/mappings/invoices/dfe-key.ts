import type { InvoiceType } from "@codespar/contract";
import { type DfeModel, parseDfeAccessKey } from "@codespar/formats";

const TYPES: Readonly<Record<DfeModel, InvoiceType | undefined>> = {
  "55": "nfe",
  "65": "nfce",
  "57": "cte",
  "67": undefined,
  "58": "mdfe",
};

export interface DfeKey {
  type: InvoiceType;
  series: string;
  number: number;
}

/** What an access key says by itself: model, series and number. */
export function readDfeKey(text: string | undefined): DfeKey | undefined {
  const key = text === undefined ? undefined : parseDfeAccessKey(text);
  if (key === undefined) return undefined;
  const type = TYPES[key.model];
  return type === undefined ? undefined : { type, series: String(key.series), number: key.number };
}
