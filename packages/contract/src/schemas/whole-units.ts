import { CURRENCIES, explainFraction } from "@codespar/formats";
import type { z } from "zod";
import type { Currency } from "../wire/money.ts";

/** Adds an issue when an amount has centavos in a currency that is paid without: no provider of COP takes them. */
export function checkWholeUnits(
  amount: number | undefined,
  currency: Currency | undefined,
  path: (string | number)[],
  context: z.RefinementCtx,
): void {
  // what is no whole number has its own issue
  if (currency === undefined || !Number.isSafeInteger(amount)) return;
  if (amount === undefined || !CURRENCIES[currency].wholeUnitsOnly) return;
  const problem = explainFraction(amount, currency);
  if (problem !== undefined)
    context.addIssue({ code: "custom", path, message: `${path.join(".")} ${problem}` });
}
