import type { Json, JsonObject } from "@codespar/contract";

/** The quotes of all carriers in one list, cheapest first. */
export function mergeQuotes(answers: readonly Json[]): JsonObject {
  const quotes = answers.flatMap((answer) =>
    isObject(answer) && Array.isArray(answer.quotes) ? answer.quotes : [],
  );
  quotes.sort((a, b) => amountOf(a) - amountOf(b));
  return { quotes };
}

function amountOf(quote: Json): number {
  return isObject(quote) && typeof quote.amount === "number" ? quote.amount : 0;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
