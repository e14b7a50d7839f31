import type { Json, JsonObject } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import {
  commonFields,
  findCustomerProblem,
  getStored,
  innerList,
  keep,
  missing,
  nulls,
  textOrNull,
} from "./object-fields.ts";

interface NewInvoice {
  customer: string;
  currency: string;
  subscription?: string | undefined;
  lines: readonly { amount: number; quantity: number; price: Json }[];
  status: "draft" | "paid";
  collection: string;
  args?: JsonObject | undefined;
}

export function createInvoice(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const customer = textAt(args, "customer");
  if (customer === undefined) return missing("customer");
  const problem = findCustomerProblem(context, customer);
  if (problem !== undefined) return problem;
  return insertInvoice(context, {
    customer,
    currency: textAt(args, "currency") ?? "brl",
    lines: [],
    status: "draft",
    collection: textAt(args, "collection_method") ?? "charge_automatically",
    args,
  });
}

/** A draft becomes open, or paid at once when nothing is due. */
export function finalizeInvoice(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const invoice = getStored(context, "invoice", id);
  if (invoice instanceof Refusal) return invoice;
  if (invoice.status !== "draft") {
    const message = "This invoice is already finalized, you can't re-finalize a non-draft invoice.";
    return new Refusal("invalid_request", message, "invoice_not_editable");
  }
  const now = unixSeconds(context.now);
  const isPaid = invoice.total === 0;
  return keep(context, "invoice", {
    ...invoice,
    ...finalFields(context),
    attempted: isPaid,
    status: isPaid ? "paid" : "open",
    status_transitions: {
      finalized_at: now,
      marked_uncollectible_at: null,
      paid_at: isPaid ? now : null,
      voided_at: null,
    },
  });
}

/** Makes an invoice of lines; what is paid from the start is final. */
export function insertInvoice(context: SimulationContext, invoice: NewInvoice): JsonObject {
  const { customer, currency, subscription, lines, status, collection, args = {} } = invoice;
  const id = `in_${randomAlphanumerics(context.random, 24)}`;
  const now = unixSeconds(context.now);
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const isPaid = status === "paid";
  const buyer = context.get<JsonObject>("customer", customer);
  return keep(context, "invoice", {
    ...nulls(
      "account_country",
      "account_name",
      "account_tax_ids",
      "application",
      "automatically_finalizes_at",
      "custom_fields",
      "customer_account",
      "customer_shipping",
      "default_payment_method",
      "default_source",
      "effective_at",
      "footer",
      "from_invoice",
      "hosted_invoice_url",
      "invoice_pdf",
      "last_finalization_error",
      "latest_revision",
      "next_payment_attempt",
      "number",
      "on_behalf_of",
      "receipt_number",
      "rendering",
      "shipping_cost",
      "shipping_details",
      "statement_descriptor",
      "test_clock",
      "webhooks_delivered_at",
    ),
    id,
    object: "invoice",
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: isPaid ? total : 0,
    amount_remaining: isPaid ? 0 : total,
    amount_shipping: 0,
    attempt_count: isPaid && total > 0 ? 1 : 0,
    attempted: isPaid,
    auto_advance: args.auto_advance === true,
    automatic_tax: { ...nulls("disabled_reason", "liability", "provider", "status"), enabled: false },
    billing_reason: subscription === undefined ? "manual" : "subscription_create",
    collection_method: collection,
    currency,
    customer,
    customer_address: buyer?.address ?? null,
    customer_email: buyer?.email ?? null,
    customer_name: buyer?.name ?? null,
    customer_phone: buyer?.phone ?? null,
    customer_tax_exempt: "none",
    customer_tax_ids: [],
    default_tax_rates: [],
    description: textOrNull(args, "description"),
    discounts: [],
    due_date: dueDate(args, now),
    ending_balance: isPaid ? 0 : null,
    issuer: { type: "self" },
    lines: innerList(
      lines.map((line) => describeLine(line, { invoice: id, subscription, currency, now }, context)),
      `/v1/invoices/${id}/lines`,
    ),
    parent:
      subscription === undefined
        ? null
        : {
            quote_details: null,
            subscription_details: { metadata: {}, subscription },
            type: "subscription_details",
          },
    payment_settings: nulls("default_mandate", "payment_method_options", "payment_method_types"),
    period_end: now,
    period_start: now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    starting_balance: 0,
    status,
    status_transitions: {
      finalized_at: isPaid ? now : null,
      marked_uncollectible_at: null,
      paid_at: isPaid ? now : null,
      voided_at: null,
    },
    subtotal: total,
    subtotal_excluding_tax: total,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    ...commonFields(args, context),
    ...(isPaid ? finalFields(context) : {}),
  });
}

/** Its page is not simulated, so there is no address of one. */
function finalFields(context: SimulationContext): JsonObject {
  return {
    effective_at: unixSeconds(context.now),
    number: `${randomAlphanumerics(context.random, 8).toUpperCase()}-${String(context.nextNumber("invoice")).padStart(4, "0")}`,
  };
}

function dueDate(args: JsonObject, now: number): number | null {
  const days = numberAt(args, "days_until_due");
  return days === undefined ? null : now + days * 86_400;
}

function describeLine(
  { amount, quantity, price }: NewInvoice["lines"][number],
  of: { invoice: string; subscription: string | undefined; currency: string; now: number },
  context: SimulationContext,
): JsonObject {
  return {
    id: `il_${randomAlphanumerics(context.random, 24)}`,
    object: "line_item",
    amount,
    currency: of.currency,
    description: null,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: of.invoice,
    livemode: false,
    metadata: {},
    parent: null,
    period: { end: of.now, start: of.now },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: textAt(price, "id") ?? null, product: textAt(price, "product") ?? null },
      type: "price_details",
      unit_amount_decimal: textAt(price, "unit_amount_decimal") ?? null,
    },
    quantity,
    quantity_decimal: String(quantity),
    subscription: of.subscription ?? null,
    subtotal: amount,
    taxes: [],
  };
}
