import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { CHECKOUT_KIND, type Checkout, checkoutUrl, createCheckout } from "../engines/payments/checkout.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import {
  findCustomerProblem,
  getList,
  isCreatedIn,
  noSuch,
  nulls,
  readMetadata,
  textOrNull,
} from "./object-fields.ts";
import { allowedTypes } from "./payment-method-type.ts";

const currencies: Readonly<Record<string, Currency>> = { brl: "BRL", mxn: "MXN", usd: "USD" };
const methods: Readonly<Record<string, PaymentMethod>> = {
  card: "credit_card",
  pix: "pix",
  boleto: "boleto",
  oxxo: "oxxo",
};
const statuses = { open: "open", completed: "complete", expired: "expired" } as const;

/** `more` is shown along with the session, in the place of what the arguments say. */
export function createSession(
  args: JsonObject,
  context: CallContext,
  more: JsonObject = {},
): JsonObject | Refusal {
  const items = objectsAt(args, "line_items");
  const unknown = items
    .map((item) => textAt(item, "price"))
    .find((id) => id !== undefined && context.get("price", id) === undefined);
  if (unknown !== undefined) return noSuch("price", unknown);
  const problem = findCustomerProblem(context, textAt(args, "customer"));
  if (problem !== undefined) return problem;
  const priced = items.map((item) => getPrice(item, context));
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
  const types = allowedTypes(args);
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
      allowed_payment_method_types: valueAt(args, "allowed_payment_method_types") ?? null,
      payment_method_types: types.length === 0 ? ["card"] : types,
      success_url: textOrNull(args, "success_url"),
      cancel_url: textOrNull(args, "cancel_url"),
      customer: textOrNull(args, "customer"),
      customer_email: textOrNull(args, "customer_email"),
      locale: textOrNull(args, "locale"),
      ui_mode: textAt(args, "ui_mode") ?? "hosted_page",
      metadata: readMetadata(args),
      ...more,
    },
    returnUrl: textAt(args, "success_url"),
  });
  return checkout instanceof Refusal ? checkout : describeSession(checkout, context);
}

export function readSession(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const checkout = context.get<Checkout>(CHECKOUT_KIND, id);
  return checkout === undefined ? noSuch("checkout.session", id) : describeSession(checkout, context);
}

export function listSessions(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const matching = context
    .list<Checkout>(CHECKOUT_KIND)
    .map((checkout) => describeSession(checkout, context))
    .filter((session) => {
      const isSame = (name: string) =>
        valueAt(args, name) === undefined || valueAt(args, name) === session[name];
      return isSame("status") && isSame("payment_intent") && isSame("customer") && isCreatedIn(args, session);
    });
  return getList(args, matching, "/v1/checkout/sessions");
}

export function describeSession(checkout: Checkout, context: SimulationContext): JsonObject {
  const isComplete = checkout.status === "completed";
  return {
    ...nulls(
      "adaptive_pricing",
      "after_expiration",
      "allow_promotion_codes",
      "billing_address_collection",
      "client_secret",
      "collected_information",
      "consent",
      "consent_collection",
      "currency_conversion",
      "customer_account",
      "customer_details",
      "integration_identifier",
      "invoice",
      "managed_payments",
      "origin_context",
      "payment_method_configuration_details",
      "permissions",
      "recovered_from",
      "saved_payment_method_options",
      "setup_intent",
      "shipping_address_collection",
      "shipping_cost",
      "submit_type",
      "subscription",
      "wallet_options",
    ),
    id: checkout.id,
    object: "checkout.session",
    amount_subtotal: checkout.amount,
    amount_total: checkout.amount,
    automatic_tax: { ...nulls("liability", "provider", "status"), enabled: false },
    client_reference_id: checkout.reference ?? null,
    created: unixSeconds(checkout.createdAt),
    currency: checkout.currency.toLowerCase(),
    custom_fields: [],
    custom_text: nulls("after_submit", "shipping_address", "submit", "terms_of_service_acceptance"),
    customer_creation: "if_required",
    discounts: [],
    expires_at: unixSeconds(checkout.expiresAt),
    invoice_creation: {
      enabled: false,
      invoice_data: {
        ...nulls("account_tax_ids", "custom_fields", "description", "footer", "issuer", "rendering_options"),
        metadata: {},
      },
    },
    livemode: false,
    payment_intent: checkout.paymentId ?? null,
    payment_link: null,
    payment_method_collection: "if_required",
    payment_method_options: {},
    payment_status: isComplete ? "paid" : "unpaid",
    phone_number_collection: { enabled: false },
    shipping_options: [],
    status: statuses[checkout.status],
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: checkout.status === "open" ? checkoutUrl(context, checkout.id) : null,
    ...checkout.native,
  };
}

/** What one line costs in all, by its own `price_data` or by a stored price. */
function getPrice(
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
