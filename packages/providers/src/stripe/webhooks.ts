import { textAt } from "../json/native-json.ts";
import { hmacSha256Hex, isSameText } from "../webhooks/hmac.ts";
import { checkoutFacts, readPaymentBack } from "../webhooks/payment-facts.ts";
import type { ReadBack, WebhookDefinition, WebhookSubject } from "../webhooks/webhook-definition.ts";
import { stripeTranslator } from "./translate.ts";

const TOLERANCE = 300_000;

const readPayment = readPaymentBack({
  translator: stripeTranslator,
  tool: "stripe_get_payment_intent",
  reference: "metadata.codespar_operation",
});

/** A page that was paid, with the payment that was made on it; the payment alone does not name the page. */
const readCheckout: ReadBack = async (id, calls) => {
  const session = await calls.readRaw("stripe_get_checkout_session", { id });
  const payment = textAt(session, "payment_intent");
  if (session.status !== "complete" || session.payment_status !== "paid" || payment === undefined) return [];
  const reference = textAt(session, "metadata.codespar_operation");
  return checkoutFacts("stripe", id, await readPayment(payment, calls, undefined), reference);
};

/** Stripe's events: signed, at least once, in no order, so the object is read again whatever they say of it. */
export const stripeWebhooks: WebhookDefinition = {
  provider: "stripe",
  source: "docs.stripe.com/webhooks; npm stripe 23.1.0 Webhooks.js",
  confidence: "spec",
  secretField: "webhook_secret",
  accountField: "account",
  trust: "signed",
  replayWindowMs: TOLERANCE,
  async verify({ headers, body }, secret, now) {
    const parts = (headers["stripe-signature"] ?? "").split(",").map((part) => part.split(/=(.*)/s, 2));
    const time = parts.find(([name]) => name === "t")?.[1] ?? "";
    if (!/^\d{1,12}$/.test(time) || Math.abs(now - Number(time) * 1000) > TOLERANCE) return false;
    const expected = await hmacSha256Hex(secret, `${time}.${body}`);
    return parts.some(([name, value = ""]) => name === "v1" && isSameText(value, expected));
  },
  readEnvironment: (body) => {
    const livemode =
      typeof body === "object" && body !== null && !Array.isArray(body) ? body.livemode : undefined;
    return typeof livemode === "boolean" ? (livemode ? "live" : "test") : undefined;
  },
  readSubjects(_webhook, body) {
    const key = textAt(body, "id") ?? "";
    const type = textAt(body, "type") ?? "";
    const account = textAt(body, "account");
    const subject = (kind: string, id: string | undefined): WebhookSubject[] =>
      id === undefined ? [] : [{ key, type, kind, id, account }];
    const object = "data.object";
    if (type.startsWith("payment_intent.")) return subject("payment", textAt(body, `${object}.id`));
    if (type.startsWith("charge.") || type.startsWith("refund."))
      return subject("payment", textAt(body, `${object}.payment_intent`));
    if (type.startsWith("checkout.session.")) return subject("checkout", textAt(body, `${object}.id`));
    return [];
  },
  readBack: { payment: readPayment, checkout: readCheckout },
};
