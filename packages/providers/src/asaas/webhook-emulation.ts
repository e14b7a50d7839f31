import type { JsonObject } from "@codespar/contract";
import { randomHex } from "@codespar/formats";
import { readChargeChange, readCheckoutChange } from "../emulation/charge-change.ts";
import type { EmulatedEvent, WebhookEmulation } from "../emulation/emulation-definition.ts";
import type { Charge } from "../engines/payments/charge.ts";
import type { Checkout } from "../engines/payments/checkout.ts";
import type { DocumentChange } from "../simulation/document-change.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { describeCheckout } from "./checkout.ts";
import { localTime, toPayment } from "./payment.ts";
import { TRANSFER_KIND } from "./transfer.ts";

const MINUTE = 60_000;

/** Asaas's own webhooks: the whole document in the body, the endpoint's token in a header, no signature. */
export const asaasWebhookEmulation: WebhookEmulation = {
  getEvents(change, context) {
    const charge = readChargeChange(change);
    if (charge !== undefined)
      return paymentEvents(charge.before, charge.after).map((type) =>
        readEvent(type, { payment: toPayment(charge.after, context) }, context),
      );
    if (change.kind === TRANSFER_KIND)
      return transferEvents(change).map((type) => readEvent(type, { transfer: change.after }, context));
    const checkout = readCheckoutChange(change);
    return checkoutEvents(checkout).map((type) =>
      // there is a checkout when there are events of one
      readEvent(
        type,
        { checkout: describeCheckout((checkout as { after: Checkout }).after, context) },
        context,
      ),
    );
  },
  async sign({ url, secret }, { body }) {
    return {
      url,
      headers: { "content-type": "application/json", "asaas-access-token": secret },
      body: JSON.stringify(body),
    };
  },
  // after 15 failures in a row the queue is paused (doc); how long it waits between them is unverified
  retryDelaysMs: Array.from({ length: 14 }, (_, index) => Math.min(2 ** index, 60) * MINUTE),
};

function paymentEvents(before: Charge | undefined, after: Charge): string[] {
  const events = before === undefined ? ["PAYMENT_CREATED"] : [];
  // a card's money arrives
  if (before?.native?.credited !== after.native?.credited) return ["PAYMENT_RECEIVED"];
  if (before?.dispute === undefined && after.dispute !== undefined) return ["PAYMENT_CHARGEBACK_REQUESTED"];
  if (before?.dispute !== undefined && before.dispute.outcome !== after.dispute?.outcome)
    // won, the money comes back; lost, the payment is the payer's again
    return after.dispute?.outcome === "won"
      ? ["PAYMENT_AWAITING_CHARGEBACK_REVERSAL", "PAYMENT_RECEIVED"]
      : ["PAYMENT_REFUNDED"];
  if (before?.status === after.status) {
    // a second part given back leaves the status as it is
    return after.refunds.length > before.refunds.length ? ["PAYMENT_PARTIALLY_REFUNDED"] : events;
  }
  switch (after.status) {
    case "paid":
      return [...events, after.method === "credit_card" ? "PAYMENT_CONFIRMED" : "PAYMENT_RECEIVED"];
    case "partially_refunded":
      return [...events, "PAYMENT_PARTIALLY_REFUNDED"];
    case "refunded":
      return [...events, "PAYMENT_REFUNDED"];
    case "expired":
      return [...events, "PAYMENT_OVERDUE"];
    case "cancelled":
      return [...events, "PAYMENT_DELETED"];
    case "failed":
      return [...events, "PAYMENT_CREDIT_CARD_CAPTURE_REFUSED"];
    case "authorized":
      return [...events, "PAYMENT_AUTHORIZED"];
    case "pending":
      return events;
    default:
      throw new TypeError(`Unknown status ${after.status satisfies never}.`);
  }
}

function transferEvents({ before, after }: DocumentChange): string[] {
  if (before === undefined) return ["TRANSFER_CREATED"];
  return before.status !== after.status && after.status === "DONE" ? ["TRANSFER_DONE"] : [];
}

function checkoutEvents(change: { before: Checkout | undefined; after: Checkout } | undefined): string[] {
  if (change === undefined) return [];
  const { before, after } = change;
  if (before === undefined) return ["CHECKOUT_CREATED"];
  if (before.status === after.status) return [];
  return after.status === "completed" ? ["CHECKOUT_PAID"] : ["CHECKOUT_EXPIRED"];
}

function readEvent(type: string, data: JsonObject, context: SimulationContext): EmulatedEvent {
  const id = `evt_${randomHex(context.random, 32)}&${context.nextNumber("webhook_event")}`;
  return {
    id,
    type,
    body: {
      id,
      event: type,
      dateCreated: localTime(context.now),
      account: { id: context.account, ownerId: null },
      ...data,
    },
  };
}
