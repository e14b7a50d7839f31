import type { JsonObject, PaymentMethod } from "@codespar/contract";
import { generateUuid, unixSeconds } from "@codespar/formats";
import {
  CHECKOUT_KIND,
  type Checkout,
  checkoutUrl,
  createCheckout,
  getCheckout,
} from "../engines/payments/checkout.ts";
import { numberAt, objectsAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { invalidParameter } from "./invalid-parameter.ts";
import { itemsAmount } from "./items-amount.ts";
import { pageAfter } from "./page-after.ts";

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
    native: { allowed_payment_methods: allowed, metadata: valueAt(args, "order_template.metadata") ?? {} },
  });
  return checkout instanceof Refusal ? checkout : toCheckout(checkout, context);
}

/** `GET /checkouts/{id}`. */
export function readCheckout(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const checkout = getCheckout(context, textAt(args, "id") ?? "");
  return checkout instanceof Refusal ? checkout : toCheckout(checkout, context);
}

/** `GET /checkouts`. */
export function listCheckouts(args: JsonObject, context: SimulationContext): JsonObject {
  const all = context.list<Checkout>(CHECKOUT_KIND).toReversed();
  return pageAfter(
    all.map((checkout) => toCheckout(checkout, context)),
    args,
    "checkouts",
  );
}

/** Words of `status` beyond Issued are unverified; `paid_payments_count` is of the specification. */
const statuses = { open: "Issued", completed: "Finished", expired: "Expired" } as const;

function toCheckout(checkout: Checkout, context: SimulationContext): JsonObject {
  return {
    id: checkout.id,
    object: "checkout",
    type: "PaymentLink",
    name: checkout.description ?? null,
    recurrent: false,
    status: statuses[checkout.status],
    livemode: false,
    slug: checkout.id.replaceAll("-", ""),
    url: checkoutUrl(context, checkout.id),
    starts_at: unixSeconds(checkout.createdAt),
    expires_at: unixSeconds(checkout.expiresAt),
    paid_payments_count: checkout.status === "completed" ? 1 : 0,
    payments_limit_count: 1,
    success_url: checkout.returnUrl ?? null,
    ...checkout.native,
  };
}
