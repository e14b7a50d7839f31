import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import { generateUuid } from "@codespar/formats";
import { type Checkout, createCheckout, getCheckout } from "../engines/payments/checkout.ts";
import { checkoutUrl } from "../engines/payments/payment-url.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { amountAt } from "../json/amount-at.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { invalid, localTime, readCurrency } from "./payment.ts";

const COLLECTOR = 446566691;

/** What a page can offer, with the type that excludes it; the customer takes the first. */
const offers: Readonly<Partial<Record<Currency, readonly (readonly [PaymentMethod, string])[]>>> = {
  BRL: [
    ["pix", "bank_transfer"],
    ["credit_card", "credit_card"],
    ["debit_card", "debit_card"],
    ["wallet", "account_money"],
    ["boleto", "ticket"],
  ],
  MXN: [
    ["credit_card", "credit_card"],
    ["debit_card", "debit_card"],
    ["spei", "bank_transfer"],
    ["wallet", "account_money"],
    ["oxxo", "ticket"],
  ],
  ARS: [
    ["credit_card", "credit_card"],
    ["debit_card", "debit_card"],
    ["wallet", "account_money"],
  ],
  COP: [
    ["pse", "bank_transfer"],
    ["credit_card", "credit_card"],
    ["debit_card", "debit_card"],
    ["wallet", "account_money"],
  ],
  CLP: [
    ["credit_card", "credit_card"],
    ["debit_card", "debit_card"],
    ["wallet", "account_money"],
  ],
};

export function createPreference(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const items = objectsAt(args, "items");
  const [first] = items;
  const currency = first === undefined ? undefined : readCurrency(first);
  if (currency === undefined) return invalid("items");
  const excluded = new Set(
    objectsAt(args, "payment_methods.excluded_payment_types").map((type) => textAt(type, "id")),
  );
  const offered = (offers[currency] ?? []).filter(([, type]) => !excluded.has(type));
  if (offered.length === 0) return invalid("payment_methods");
  const expiresAt = readExpiry(textAt(args, "expiration_date_to"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const amount = items.reduce((sum, item) => sum + itemAmount(item, currency), 0);
  const checkout = createCheckout(context, {
    id: `${COLLECTOR}-${generateUuid(context.random)}`,
    amount,
    currency,
    methods: offered.map(([method]) => method),
    expiresAt,
    reference: textAt(args, "external_reference"),
    description: textAt(args, "additional_info") ?? textAt(first, "title"),
    native: { items, payer: valueAt(args, "payer") ?? {}, back_urls: valueAt(args, "back_urls") ?? {} },
    returnUrl: textAt(args, "back_urls.success"),
  });
  return checkout instanceof Refusal ? checkout : describePreference(checkout, context);
}

export function getPreference(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const checkout = getCheckout(context, textAt(args, "id") ?? "");
  return checkout instanceof Refusal ? checkout : describePreference(checkout, context);
}

function describePreference(checkout: Checkout, context: SimulationContext): JsonObject {
  const url = checkoutUrl(context, checkout.id);
  return {
    id: checkout.id,
    collector_id: COLLECTOR,
    init_point: url,
    sandbox_init_point: url,
    external_reference: checkout.reference ?? null,
    date_created: localTime(checkout.createdAt, checkout.currency),
    expires: true,
    expiration_date_to: localTime(checkout.expiresAt, checkout.currency),
    ...checkout.native,
  };
}

/** In minor units. */
function itemAmount(item: JsonObject, currency: Currency): number {
  return (numberAt(item, "quantity") ?? 1) * (amountAt(item, "unit_price", currency) ?? 0);
}
