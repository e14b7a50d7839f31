import { CURRENCIES, explainFraction } from "@codespar/formats";
import type { z } from "zod";
import { methodCurrencies, type PaymentMethod, paymentMethods } from "../meta-tools/pay.ts";
import type { Currency } from "../wire/money.ts";

/** Adds an issue for each field that is missing, at that field. */
export function requireFields<Value extends object>(
  value: Value,
  context: z.RefinementCtx,
  fields: readonly (keyof Value & string)[],
  why: string,
): void {
  for (const field of fields) {
    if (value[field] === undefined) {
      context.addIssue({ code: "custom", path: [field], message: `${field} is required ${why}.` });
    }
  }
}

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

/** Why a method cannot be paid in a currency; undefined when it can. */
export function explainMethodCurrency(method: PaymentMethod, currency: Currency): string | undefined {
  const only = methodCurrencies[method];
  if (only === undefined || only === currency) return undefined;
  const others = paymentMethods.filter((other) => (methodCurrencies[other] ?? currency) === currency);
  return `${method} is paid in ${only}, not ${currency}. Send currency "${only}", or one of ${others.join(", ")}.`;
}
