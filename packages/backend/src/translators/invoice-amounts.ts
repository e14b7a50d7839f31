import type { Currency, InvoiceItem, Json } from "@codespar/contract";
import { toMajorUnits, toMinorUnits } from "./major-units.ts";
import { numberAt } from "./native-json.ts";

/** Centavos as a decimal of reais. */
export function toReais(amount: number): number {
  return toMajorUnits(amount, "BRL");
}

/** A decimal of major units, number or text, at a path of a provider's answer, as minor units. */
export function minorAt(json: Json | undefined, path: string, currency: Currency): number | undefined {
  const value = numberAt(json, path);
  return value === undefined ? undefined : toMinorUnits(value, currency);
}

/** What one item comes to, in minor units, rounded half up. Quantities have up to four decimals. */
export function itemAmount({ quantity, unit_amount }: InvoiceItem): number {
  return Math.round((Math.round(quantity * 10_000) * unit_amount) / 10_000);
}

/** What the items add up to, in minor units. */
export function itemsAmount(items: readonly InvoiceItem[]): number {
  return items.reduce((sum, item) => sum + itemAmount(item), 0);
}
