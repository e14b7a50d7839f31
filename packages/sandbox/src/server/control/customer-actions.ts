import type { PaymentMethod } from "@codespar/contract";
import type { Sandbox } from "@codespar/sandbox-core";
import { type ControlActions, ControlRefusal } from "./control-action.ts";

/** What customers and recipients do. */
export function customerActions({ payments, checkouts, messages }: Sandbox): ControlActions {
  return {
    "POST /sandbox/payments/:id/confirm": async ({ id }) => {
      await payments.confirm(id);
      return { payment_id: id, confirmed: true };
    },
    "POST /sandbox/payments/:id/fail": async ({ id }) => {
      await payments.fail(id);
      return { payment_id: id, failed: true };
    },
    "POST /sandbox/payments/:id/expire": async ({ id }) => {
      await payments.expire(id);
      return { payment_id: id, expired: true };
    },
    "POST /sandbox/payments/:id/refund": async ({ id, body: { amount } }) => {
      if (amount !== undefined && typeof amount !== "number")
        throw new ControlRefusal(
          "amount must be a whole number of minor units; leave it out for all.",
          "amount",
        );
      await payments.refund(id, amount);
      return { payment_id: id, refunded: true };
    },
    "POST /sandbox/payments/:id/dispute": async ({ id, body: { reason } }) => {
      if (reason !== undefined && typeof reason !== "string")
        throw new ControlRefusal("reason must be text, such as fraudulent; or leave it out.", "reason");
      await payments.dispute(id, reason);
      return { payment_id: id, disputed: true };
    },
    "GET /sandbox/payments/:id/qr": async ({ id }) =>
      new Response(await payments.qrCode(id), { headers: { "content-type": "image/png" } }),
    "POST /sandbox/checkouts/:id/open": async ({ id, body: { method } }) =>
      // `open` names the methods that the page offers
      checkouts.open(id, { method: method as PaymentMethod | undefined }),
    "POST /sandbox/checkouts/:id/pay": async ({ id }) => {
      await checkouts.pay(id);
      return { checkout_id: id, paid: true };
    },
    "POST /sandbox/messages/:id/read": async ({ id }) => {
      await messages.read(id);
      return { message_id: id, read: true };
    },
    "POST /sandbox/messages/:id/reply": async ({ id, body: { text } }) => {
      if (typeof text !== "string" || text === "" || text.length > 4096)
        throw new ControlRefusal("text must be what they write, up to 4,096 characters.", "text");
      await messages.reply(id, text);
      return { message_id: id, replied: true };
    },
  };
}
