import type { Json, JsonObject } from "@codespar/contract";

/** The quotes of all carriers in one list, cheapest first. */
export function mergeQuotes(responses: readonly Json[]): JsonObject {
  const quotes = responses.flatMap((response) =>
    isObject(response) && Array.isArray(response.quotes) ? response.quotes : [],
  );
  quotes.sort((a, b) => getAmount(a) - getAmount(b));
  return { quotes };
}

function getAmount(quote: Json): number {
  return isObject(quote) && typeof quote.amount === "number" ? quote.amount : 0;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
