import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { readChargeChange, readCheckoutChange } from "../emulation/charge-change.ts";
import type { EmulatedEvent, WebhookEmulation } from "../emulation/emulation-definition.ts";
import type { Charge } from "../engines/payments/charge.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { hmacSha256Hex } from "../webhooks/hmac.ts";
import { describeSession } from "./checkout-session.ts";
import { describeCharge, describeRefund, hasCharge } from "./describe-charge.ts";
import { DRAFT, type DraftIntent, describeDraft, describeIntent } from "./describe-intent.ts";
import { describeDispute } from "./dispute.ts";
import { stripeApiVersion } from "./object-fields.ts";

type ModelMessage = readonly [type: string, object: JsonObject];

/** Objects that are stored as they are shown, with the event of a new and of a changed one. */
const storedKinds: Readonly<Record<string, readonly [created: string, updated: string]>> = {
  customer: ["customer.created", "customer.updated"],
  product: ["product.created", "product.updated"],
  price: ["price.created", "price.updated"],
  invoice: ["invoice.created", "invoice.updated"],
  subscription: ["customer.subscription.created", "customer.subscription.updated"],
  payment_link: ["payment_link.created", "payment_link.updated"],
  payout: ["payout.created", "payout.paid"],
};

const HOUR = 3_600_000;

/** Stripe's own events, signed with the endpoint's secret over time and body. */
export const stripeWebhookEmulation: WebhookEmulation = {
  getEvents: (change, context) =>
    tell(change, context).map(([type, object]) => readEvent(type, object, context)),
  async sign({ url, secret }, { body }, { now }) {
    const text = JSON.stringify(body);
    const seconds = unixSeconds(now);
    const signature = await hmacSha256Hex(secret, `${seconds}.${text}`);
    return {
      url,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": `t=${seconds},v1=${signature}`,
      },
      body: text,
    };
  },
  // for up to three days with exponential back off (doc); the steps are unverified
  retryDelaysMs: [HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR, 24 * HOUR],
};

function tell(change: DocumentChange, context: SimulationContext): ModelMessage[] {
  const charge = readChargeChange(change);
  if (charge !== undefined) return chargeEvents(charge.before, charge.after, context);
  const checkout = readCheckoutChange(change);
  if (checkout !== undefined) {
    const { before, after } = checkout;
    if (before?.status === after.status || after.status === "open") return [];
    const type = after.status === "completed" ? "checkout.session.completed" : "checkout.session.expired";
    return [[type, describeSession(after, context)]];
  }
  if (change.kind === DRAFT) return draftEvents(change);
  const [created, updated] = storedKinds[change.kind] ?? [];
  if (created === undefined || updated === undefined) return [];
  return storedEvents(change, created, updated);
}

function storedEvents(
  { kind, before, after }: DocumentChange,
  created: string,
  updated: string,
): ModelMessage[] {
  if (kind === "subscription" && after.status === "canceled")
    return [["customer.subscription.deleted", after]];
  if (kind === "invoice" && before?.status !== after.status) {
    const told: ModelMessage[] = before === undefined ? [[created, after]] : [];
    if (after.status === "open") return [...told, ["invoice.finalized", after]];
    return after.status === "paid" ? [...told, ["invoice.finalized", after], ["invoice.paid", after]] : told;
  }
  return [[before === undefined ? created : updated, after]];
}

function draftEvents({ before, after }: DocumentChange): ModelMessage[] {
  // the handlers of intents are the only ones that write documents of this kind
  const draft = after as unknown as DraftIntent;
  const object = describeDraft(draft);
  if (before === undefined) return [["payment_intent.created", object]];
  return draft.canceled ? [["payment_intent.canceled", object]] : [];
}

function chargeEvents(before: Charge | undefined, after: Charge, context: SimulationContext): ModelMessage[] {
  const intent = describeIntent(after, context, []);
  const told: ModelMessage[] = [];
  // a confirmed draft was reported when it was made
  if (before === undefined && context.get(DRAFT, after.id) === undefined)
    told.push(["payment_intent.created", intent]);
  if (after.dispute !== undefined && before !== undefined) {
    const { dispute } = after;
    const shown = () => describeDispute(after, dispute, context);
    if (before.dispute === undefined)
      return [
        ["charge.dispute.created", shown()],
        ["charge.dispute.funds_withdrawn", shown()],
      ];
    if (before.dispute.outcome !== after.dispute.outcome) {
      const closed: ModelMessage = ["charge.dispute.closed", shown()];
      return after.dispute.outcome === "won"
        ? [closed, ["charge.dispute.funds_reinstated", shown()]]
        : [closed];
    }
    if (before.native?.dispute !== after.native?.dispute) return [["charge.dispute.updated", shown()]];
  }
  const [refund] = after.refunds.slice(before?.refunds.length ?? 0);
  if (refund !== undefined) {
    const shown = describeRefund(refund, after);
    return [
      ...told,
      ["refund.created", shown],
      ["charge.refunded", describeCharge(after, context)],
      ["refund.updated", shown],
    ];
  }
  if (before?.status === after.status) return told;
  const charge = () => describeCharge(after, context);
  switch (after.status) {
    case "authorized":
      return [...told, ["charge.succeeded", charge()], ["payment_intent.amount_capturable_updated", intent]];
    case "pending":
      return [...told, ["payment_intent.requires_action", intent]];
    case "paid":
      return before?.authorizedAt === undefined
        ? [...told, ["charge.succeeded", charge()], ["payment_intent.succeeded", intent]]
        : [...told, ["charge.captured", charge()], ["payment_intent.succeeded", intent]];
    case "failed":
      return [...told, ["charge.failed", charge()], ["payment_intent.payment_failed", intent]];
    case "expired":
      return [
        ...told,
        [hasCharge(after) ? "payment_intent.canceled" : "payment_intent.payment_failed", intent],
      ];
    case "cancelled":
      return [...told, ["payment_intent.canceled", intent]];
    case "refunded":
    case "partially_refunded":
      return told;
    default:
      throw new TypeError(`Unknown status ${after.status satisfies never}.`);
  }
}

function readEvent(type: string, object: JsonObject, context: SimulationContext): EmulatedEvent {
  const id = `evt_${randomAlphanumerics(context.random, 24)}`;
  return {
    id,
    type,
    body: {
      id,
      object: "event",
      api_version: stripeApiVersion,
      created: unixSeconds(context.now),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    },
  };
}
