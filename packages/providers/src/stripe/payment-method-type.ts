import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import { textsAt } from "../json/read-arguments.ts";

/** What each of Stripe's payment method types is here, and in which currencies. */
export const methodTypes: Readonly<
  Record<string, { method: PaymentMethod; currencies: readonly Currency[] }>
> = {
  card: { method: "credit_card", currencies: ["BRL", "MXN", "USD"] },
  pix: { method: "pix", currencies: ["BRL"] },
  boleto: { method: "boleto", currencies: ["BRL"] },
  oxxo: { method: "oxxo", currencies: ["MXN"] },
};

/** Stripe calls credit and debit both a card. */
export function getType(method: PaymentMethod): string {
  return method === "credit_card" || method === "debit_card" ? "card" : method;
}

/** The types that a request allows, by the current name or by that of versions before `allowed_` stood in front. */
export function allowedTypes(args: JsonObject): string[] {
  const allowed = textsAt(args, "allowed_payment_method_types");
  return allowed.length > 0 ? allowed : textsAt(args, "payment_method_types");
}
