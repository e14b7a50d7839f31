import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics } from "@codespar/formats";
import { objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { createSession } from "./checkout-session.ts";
import { getStored, keep, missing, nulls, readMetadata } from "./object-fields.ts";

const YEAR = 365 * 86_400_000;

/** A link leads to one page, open for a year, that nobody pays by themselves. */
export function createPaymentLink(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const items = objectsAt(args, "line_items");
  if (items.length === 0) return missing("line_items");
  const prices: JsonObject[] = [];
  for (const item of items) {
    const price = getStored(context, "price", textAt(item, "price") ?? "");
    if (price instanceof Refusal) return price;
    prices.push(price);
  }
  const id = `plink_${randomAlphanumerics(context.random, 24)}`;
  const page = createSession(
    {
      mode: textAt(prices[0], "type") === "recurring" ? "subscription" : "payment",
      line_items: items,
      client_reference_id: "sandbox:never_pays",
      expires_at: Math.floor((context.now + YEAR) / 1000),
    },
    context,
    { payment_link: id, client_reference_id: null },
  );
  if (page instanceof Refusal) return page;
  return keep(context, "payment_link", {
    ...nulls(
      "application",
      "application_fee_amount",
      "application_fee_percent",
      "consent_collection",
      "inactive_message",
      "managed_payments",
      "on_behalf_of",
      "payment_intent_data",
      "payment_method_options",
      "payment_method_types",
      "restrictions",
      "shipping_address_collection",
      "subscription_data",
      "transfer_data",
    ),
    id,
    object: "payment_link",
    active: true,
    after_completion: valueAt(args, "after_completion") ?? {
      hosted_confirmation: { custom_message: null },
      type: "hosted_confirmation",
    },
    allow_promotion_codes: false,
    automatic_tax: { enabled: false, liability: null },
    billing_address_collection: "auto",
    currency: textAt(prices[0], "currency") ?? "brl",
    custom_fields: [],
    custom_text: nulls("after_submit", "shipping_address", "submit", "terms_of_service_acceptance"),
    customer_creation: "if_required",
    invoice_creation: {
      enabled: false,
      invoice_data: {
        ...nulls("account_tax_ids", "custom_fields", "description", "footer", "issuer", "rendering_options"),
        metadata: {},
      },
    },
    livemode: false,
    metadata: readMetadata(args),
    payment_method_collection: "always",
    phone_number_collection: { enabled: false },
    shipping_options: [],
    submit_type: "auto",
    tax_id_collection: { enabled: false, required: "never" },
    url: textAt(page, "url") ?? "",
  });
}
