import type { JsonObject, PaymentMethod } from "@codespar/contract";
import { generateUuid, unixSeconds } from "@codespar/formats";
import { createCheckout } from "../engines/payments/checkout.ts";
import { checkoutUrl } from "../engines/payments/payment-url.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { invalidParameter } from "./invalid-parameter.ts";
import { itemsAmount } from "./items-amount.ts";

/** What a hosted page calls them. */
const pageMethods: Readonly<Record<string, PaymentMethod>> = {
  card: "credit_card",
  cash: "oxxo",
  bank_transfer: "spei",
};

/** `POST /checkouts`: a page that is paid once. */
export function openCheckout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const allowed = textsAt(args, "allowed_payment_methods");
  const offered = allowed.map((name) => pageMethods[name]).filter((method) => method !== undefined);
  if (offered.length === 0 || offered.length < allowed.length)
    return invalidParameter("allowed_payment_methods");
  const items = objectsAt(args, "order_template.line_items");
  const amount = itemsAmount(items);
  const expiresAt = numberAt(args, "expires_at");
  const checkout = createCheckout(context, {
    id: generateUuid(context.random),
    amount,
    currency: "MXN",
    methods: offered,
    expiresAt: expiresAt === undefined ? undefined : expiresAt * 1000,
    reference: textAt(args, "order_template.metadata.reference"),
    description: textAt(args, "name"),
    returnUrl: textAt(args, "success_url"),
  });
  if (checkout instanceof Refusal) return checkout;
  return {
    id: checkout.id,
    object: "checkout",
    type: "PaymentLink",
    name: checkout.description ?? null,
    status: "Issued",
    livemode: false,
    url: checkoutUrl(context, checkout.id),
    allowed_payment_methods: allowed,
    expires_at: unixSeconds(checkout.expiresAt),
  };
}
