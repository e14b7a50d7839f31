import type { Json } from "@codespar/contract";
import { type CurrencyCode, toMinorUnits } from "@codespar/formats";
import { valueAt } from "./native-json.ts";

/** An argument that a provider refuses, by its path. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

/**
 * A decimal of major units at a path, number or text, as minor units; undefined when there is none.
 * Throws ArgumentError for `"1e3"`, for more decimals than the currency has, and for what is no amount.
 */
export function amountAt(json: Json | undefined, path: string, currency: CurrencyCode): number | undefined {
  const value = valueAt(json, path);
  if (value === undefined || value === null || value === "") return undefined;
  try {
    return toMinorUnits(typeof value === "number" ? value : String(value), currency);
  } catch (cause) {
    const reason = cause instanceof RangeError ? cause.message : `${JSON.stringify(value)} is no amount.`;
    throw new ArgumentError(`${path}: ${reason}`, { cause });
  }
}
