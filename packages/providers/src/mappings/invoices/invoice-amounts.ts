import type { Currency, Json } from "@codespar/contract";
import { toMajorUnits, toMinorUnits } from "@codespar/formats";
import { numberAt } from "../../json/native-json.ts";

/** Centavos as a decimal of reais. */
export function toReais(amount: number): number {
  return toMajorUnits(amount, "BRL");
}

/** A decimal of major units, number or text, at a path of a provider's response, as minor units. */
export function minorAt(json: Json | undefined, path: string, currency: Currency): number | undefined {
  const value = numberAt(json, path);
  return value === undefined ? undefined : toMinorUnits(value, currency);
}
