import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { type Checkout, createCheckout, getCheckout } from "../engines/payments/checkout.ts";
import { checkoutUrl } from "../engines/payments/payment-url.ts";
import { numberAt, objectsAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";

const currencies: Readonly<Record<string, Currency>> = { brl: "BRL", mxn: "MXN", usd: "USD" };
const methods: Readonly<Record<string, PaymentMethod>> = {
  card: "credit_card",
  pix: "pix",
  boleto: "boleto",
  oxxo: "oxxo",
};
const statuses = { open: "open", completed: "complete", expired: "expired" } as const;

export function createSession(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const items = objectsAt(args, "line_items");
  const priced = items.map((item) => priceOf(item, context));
  const code = priced[0]?.currency ?? "";
  const currency = Object.hasOwn(currencies, code) ? currencies[code] : undefined;
  if (currency === undefined || priced.some((price) => price?.currency !== code)) {
    return new Refusal(
      "invalid_request",
      "line_items must have prices in one currency.",
      "parameter_invalid",
    );
  }
  const amount = priced.reduce((sum, price) => sum + (price?.amount ?? 0), 0);
  const types = textsAt(args, "payment_method_types");
  const offered = (types.length === 0 ? ["card"] : types).map((type) => methods[type]);
  const known = offered.filter((method) => method !== undefined);
  if (known.length < offered.length) {
    return new Refusal("invalid_request", "payment_method_types has an unknown type.", "parameter_invalid");
  }
  const expiresAt = numberAt(args, "expires_at");
  const checkout = createCheckout(context, {
    id: `cs_test_${randomAlphanumerics(context.random, 58)}`,
    amount,
    currency,
    methods: known,
    expiresAt: expiresAt === undefined ? undefined : expiresAt * 1000,
    reference: textAt(args, "client_reference_id"),
    description:
      textAt(args, "payment_intent_data.description") ?? textAt(items[0], "price_data.product_data.name"),
    native: {
      mode: textAt(args, "mode") ?? "payment",
      payment_method_types: types.length === 0 ? ["card"] : types,
      success_url: textAt(args, "success_url") ?? null,
      metadata: valueAt(args, "metadata") ?? {},
    },
    returnUrl: textAt(args, "success_url"),
  });
  return checkout instanceof Refusal ? checkout : describeSession(checkout, context);
}

export function readSession(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const checkout = getCheckout(context, textAt(args, "id") ?? "");
  return checkout instanceof Refusal ? checkout : describeSession(checkout, context);
}

function describeSession(checkout: Checkout, context: SimulationContext): JsonObject {
  return {
    id: checkout.id,
    object: "checkout.session",
    url: checkout.status === "open" ? checkoutUrl(context, checkout.id) : null,
    amount_total: checkout.amount,
    currency: checkout.currency.toLowerCase(),
    status: statuses[checkout.status],
    payment_status: checkout.status === "completed" ? "paid" : "unpaid",
    payment_intent: checkout.paymentId ?? null,
    client_reference_id: checkout.reference ?? null,
    created: unixSeconds(checkout.createdAt),
    expires_at: unixSeconds(checkout.expiresAt),
    livemode: false,
    ...checkout.native,
  };
}

/** What one line costs in all, by its own `price_data` or by a stored price. */
function priceOf(
  item: JsonObject,
  context: SimulationContext,
): { currency: string; amount: number } | undefined {
  const stored = context.get<JsonObject>("price", textAt(item, "price") ?? "");
  const price = stored ?? valueAt(item, "price_data");
  const unit = numberAt(price, "unit_amount");
  const currency = textAt(price, "currency");
  if (unit === undefined || currency === undefined) return undefined;
  return { currency, amount: unit * (numberAt(item, "quantity") ?? 1) };
}
