import type { Currency, Json, JsonObject, PaymentMethod } from "@codespar/contract";
import { generateUuid, randomNumberText, toMajorUnits } from "@codespar/formats";
import { CHARGE_KIND, type Charge } from "../engines/payments/charge.ts";
import {
  CHECKOUT_KIND,
  type Checkout,
  checkoutUrl,
  createCheckout,
  getCheckout,
} from "../engines/payments/checkout.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { APPLICATION, COLLECTOR, localTime, sites } from "./account.ts";
import { describeOrderPayment, describePayment } from "./describe-payment.ts";
import { invalid, pickFields, readCurrency } from "./payment.ts";

/** Of a request, what the page shows again. */
const echoed = [
  "additional_info",
  "auto_return",
  "marketplace_fee",
  "metadata",
  "notification_url",
  "payment_methods",
  "purpose",
  "statement_descriptor",
];
const emptyItem = { id: "", category_id: "", description: "", picture_url: "" };
const emptyPayer = {
  address: { street_name: "", street_number: null, zip_code: "" },
  date_created: null,
  email: "",
  identification: { number: "", type: "" },
  last_purchase: null,
  name: "",
  phone: { area_code: "", number: "" },
  surname: "",
};

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
    native: {
      ...pickFields(args, echoed),
      items: items.map((item) => ({ ...emptyItem, ...item })),
      payer: { ...emptyPayer, ...asObject(valueAt(args, "payer")) },
      back_urls: { failure: "", pending: "", success: "", ...asObject(valueAt(args, "back_urls")) },
      order_id: Number(randomNumberText(context.random, 10)),
    },
    returnUrl: textAt(args, "back_urls.success"),
  });
  return checkout instanceof Refusal ? checkout : describePreference(checkout, context);
}

export function getPreference(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const checkout = getCheckout(context, textAt(args, "id") ?? "");
  return checkout instanceof Refusal ? checkout : describePreference(checkout, context);
}

/** The order behind a page: what was bought, and the payments that were made for it. */
export function getMerchantOrder(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = numberAt(args, "id");
  const checkout = context.list<Checkout>(CHECKOUT_KIND).find((each) => each.native?.order_id === id);
  if (checkout === undefined)
    return new Refusal(
      "not_found",
      `The merchant order ${textAt(args, "id") ?? ""} was not found.`,
      "not_found",
    );
  const charge = context.get<Charge>(CHARGE_KIND, checkout.paymentId ?? checkout.chosen?.paymentId ?? "");
  const payments = charge === undefined ? [] : [describeOrderPayment(describePayment(charge, context))];
  const amount = toMajorUnits(checkout.amount, checkout.currency);
  const isPaid = checkout.status === "completed";
  return {
    additional_info: "",
    application_id: String(APPLICATION),
    cancelled: false,
    collector: { email: "", id: COLLECTOR, nickname: "TESTLOJA" },
    date_created: localTime(checkout.createdAt, checkout.currency),
    external_reference: checkout.reference ?? null,
    id: id ?? null,
    is_test: true,
    items: valueAt(checkout.native, "items") ?? [],
    last_updated: localTime(charge?.updatedAt ?? checkout.createdAt, checkout.currency),
    marketplace: "NONE",
    notification_url: textAt(checkout.native, "notification_url") ?? null,
    order_status: isPaid ? "paid" : charge === undefined ? "payment_required" : "payment_in_process",
    paid_amount: isPaid ? amount : 0,
    payer: { email: "", id: null },
    payments,
    preference_id: checkout.id,
    refunded_amount: 0,
    shipments: [],
    shipping_cost: 0,
    site_id: sites[checkout.currency] ?? null,
    sponsor_id: null,
    status: isPaid ? "closed" : checkout.status === "expired" ? "expired" : "opened",
    total_amount: amount,
  };
}

/** Pages that carry a reference, newest first, with the few fields that a search shows. */
export function searchPreferences(args: JsonObject, context: SimulationContext): JsonObject {
  const reference = textAt(args, "external_reference");
  const matching = context
    .list<Checkout>(CHECKOUT_KIND)
    .filter((each) => reference === undefined || each.reference === reference)
    .toReversed();
  const offset = numberAt(args, "offset") ?? 0;
  const limit = Math.min(numberAt(args, "limit") ?? 30, 100);
  const elements = matching
    .slice(offset, offset + limit)
    .map((each) =>
      pickFields(describePreference(each, context), [
        "id",
        "client_id",
        "collector_id",
        "date_created",
        "expires",
        "external_reference",
        "items",
      ]),
    );
  return { elements, next_offset: offset + elements.length, total: matching.length };
}

/** What a payment on a page carries of it. */
export function paymentFields({ native = {} }: Checkout): JsonObject {
  return {
    ...pickFields(native, ["payer", "notification_url", "metadata", "statement_descriptor"]),
    order: { id: native.order_id ?? null, type: "mercadopago" },
  };
}

function describePreference(checkout: Checkout, context: SimulationContext): JsonObject {
  const url = checkoutUrl(context, checkout.id);
  const { order_id: _order, ...native } = checkout.native ?? {};
  return {
    additional_info: "",
    auto_return: "",
    binary_mode: false,
    client_id: String(APPLICATION),
    collector_id: COLLECTOR,
    coupon_code: null,
    coupon_labels: null,
    date_created: localTime(checkout.createdAt, checkout.currency),
    date_of_expiration: null,
    expiration_date_from: null,
    expiration_date_to: localTime(checkout.expiresAt, checkout.currency),
    expires: true,
    external_reference: checkout.reference ?? null,
    id: checkout.id,
    init_point: url,
    internal_metadata: null,
    marketplace: "NONE",
    marketplace_fee: 0,
    metadata: {},
    notification_url: null,
    operation_type: "regular_payment",
    payment_methods: {
      default_card_id: null,
      default_installments: null,
      default_payment_method_id: null,
      excluded_payment_methods: [{ id: "" }],
      excluded_payment_types: [{ id: "" }],
      installments: null,
    },
    processing_modes: null,
    purpose: "",
    redirect_urls: { failure: "", pending: "", success: "" },
    sandbox_init_point: url,
    shipments: {
      default_shipping_method: null,
      receiver_address: { apartment: "", floor: "", street_name: "", street_number: null, zip_code: "" },
    },
    site_id: sites[checkout.currency] ?? null,
    statement_descriptor: null,
    taxes: null,
    tracks: [],
    ...native,
  };
}

/** In minor units. */
function itemAmount(item: JsonObject, currency: Currency): number {
  return (numberAt(item, "quantity") ?? 1) * (amountAt(item, "unit_price", currency) ?? 0);
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
