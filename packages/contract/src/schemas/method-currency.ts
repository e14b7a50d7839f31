import { methodCurrencies, type PaymentMethod, paymentMethods } from "../meta-tools/pay.ts";
import type { Currency } from "../wire/money.ts";

/** Why a method cannot be paid in a currency; undefined when it can. */
export function explainMethodCurrency(method: PaymentMethod, currency: Currency): string | undefined {
  const only = methodCurrencies[method];
  if (only === undefined || only === currency) return undefined;
  const others = paymentMethods.filter((other) => (methodCurrencies[other] ?? currency) === currency);
  return `${method} is paid in ${only}, not ${currency}. Send currency "${only}", or one of ${others.join(", ")}.`;
}
