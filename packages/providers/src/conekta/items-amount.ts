import type { JsonObject } from "@codespar/contract";
import { numberAt } from "../json/read-arguments.ts";

/** What line items add up to, in centavos. */
export function itemsAmount(items: readonly JsonObject[]): number {
  return items.reduce(
    (sum, item) => sum + (numberAt(item, "quantity") ?? 1) * (numberAt(item, "unit_price") ?? 0),
    0,
  );
}
