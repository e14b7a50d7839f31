import { describe, expect, it } from "vitest";
import { asaasWebhooks } from "../asaas/webhooks.ts";
import { mercadopagoWebhooks } from "../mercadopago/webhooks.ts";
import { stripeWebhooks } from "../stripe/webhooks.ts";
import { hmacSha256Hex, isSameText } from "./hmac.ts";
import { verifyWebhook } from "./verify-webhook.ts";
import type { InboundWebhook, WebhookDefinition } from "./webhook-definition.ts";

const now = Date.UTC(2026, 10, 20, 15);
const secret = "whsec_0123456789abcdef0123456789abcdef";
const seconds = now / 1000;

async function verify(
  definition: WebhookDefinition,
  webhook: Partial<InboundWebhook>,
  options: { secret?: string; environment?: "live" | "test"; now?: number } = {},
) {
  const credentials = { [definition.secretField ?? ""]: options.secret ?? secret };
  return verifyWebhook({
    definition,
    webhook: { url: "https://gateway.example/hook", query: "", headers: {}, body: "", ...webhook },
    credentials,
    environment: options.environment ?? "test",
    now: options.now ?? now,
  });
}

describe("a webhook of Stripe", () => {
  const body = JSON.stringify({
    id: "evt_1",
    type: "payment_intent.succeeded",
    livemode: false,
    data: { object: { id: "pi_1" } },
  });
  const signed = async (text = body, key = secret, at = seconds) => ({
    body: text,
    headers: {
      "stripe-signature": `t=${at},v1=${"0".repeat(64)},v1=${await hmacSha256Hex(key, `${at}.${text}`)}`,
    },
  });

  it("is about its object, by any of several signatures", async () => {
    expect(await verify(stripeWebhooks, await signed())).toEqual([
      { key: "evt_1", type: "payment_intent.succeeded", kind: "payment", id: "pi_1", account: undefined },
    ]);
  });

  it("is refused when it is forged, changed, too old, too new, unsigned or of the other environment", async () => {
    const webhook = await signed();
    expect(await verify(stripeWebhooks, await signed(body, "another"))).toBeUndefined();
    expect(await verify(stripeWebhooks, { ...webhook, body: `${body} ` })).toBeUndefined();
    expect(await verify(stripeWebhooks, webhook, { now: now + 301_000 })).toBeUndefined();
    expect(await verify(stripeWebhooks, webhook, { now: now - 301_000 })).toBeUndefined();
    expect(await verify(stripeWebhooks, { body })).toBeUndefined();
    expect(await verify(stripeWebhooks, webhook, { environment: "live" })).toBeUndefined();
    expect(await verify(stripeWebhooks, webhook, { secret: "" })).toBeUndefined();
    expect(await verify(stripeWebhooks, await signed("[1"))).toBeUndefined();
  });

  it("about what CodeSpar does not know is believed and means nothing", async () => {
    const text = JSON.stringify({
      id: "evt_2",
      type: "radar.early_fraud_warning.created",
      livemode: false,
      data: { object: {} },
    });
    expect(await verify(stripeWebhooks, await signed(text))).toEqual([]);
  });
});

describe("a webhook of Mercado Pago", () => {
  const body = JSON.stringify({
    id: 9,
    live_mode: false,
    type: "payment",
    action: "payment.updated",
    user_id: "44",
    data: { id: "77" },
  });
  const signed = async (key = secret) => ({
    body,
    query: "data.id=77&type=payment",
    headers: {
      "x-request-id": "r-1",
      "x-signature": `ts=${seconds},v1=${await hmacSha256Hex(key, `id:77;request-id:r-1;ts:${seconds};`)}`,
    },
  });

  it("is about the payment that is signed, which is the query's", async () => {
    const changed = { ...(await signed()), body: body.replace('"77"', '"78"') };
    expect(await verify(mercadopagoWebhooks, changed)).toEqual([
      { key: "9", type: "payment.updated", kind: "payment", id: "77", account: "44" },
    ]);
  });

  it("is refused when it is forged, about another payment, or of the other environment", async () => {
    const webhook = await signed();
    expect(await verify(mercadopagoWebhooks, await signed("another"))).toBeUndefined();
    expect(
      await verify(mercadopagoWebhooks, { ...webhook, query: "data.id=78&type=payment" }),
    ).toBeUndefined();
    expect(
      await verify(mercadopagoWebhooks, {
        ...webhook,
        headers: { ...webhook.headers, "x-request-id": "r-2" },
      }),
    ).toBeUndefined();
    expect(await verify(mercadopagoWebhooks, { ...webhook, headers: {} })).toBeUndefined();
    expect(await verify(mercadopagoWebhooks, webhook, { environment: "live" })).toBeUndefined();
  });

  it("that comes again days later is no replay: what it says is read back", async () => {
    expect(await verify(mercadopagoWebhooks, await signed(), { now: now + 3 * 86_400_000 })).toHaveLength(1);
  });
});

describe("a webhook of Asaas", () => {
  const body = JSON.stringify({
    id: "evt_1&2",
    event: "PAYMENT_RECEIVED",
    account: { id: "a-1" },
    payment: { id: "pay_1", externalReference: "tc_1" },
  });
  const headers = { "asaas-access-token": secret };

  it("is a hint: the token is all there is to verify", async () => {
    expect(await verify(asaasWebhooks, { body, headers })).toEqual([
      {
        key: "evt_1&2",
        type: "PAYMENT_RECEIVED",
        kind: "payment",
        id: "pay_1",
        reference: "tc_1",
        account: "a-1",
      },
    ]);
    expect(
      await verify(asaasWebhooks, { body, headers: { "asaas-access-token": `${secret}x` } }),
    ).toBeUndefined();
    expect(await verify(asaasWebhooks, { body })).toBeUndefined();
    // nobody set one up: what is read back decides
    expect(await verify(asaasWebhooks, { body }, { secret: "" })).toHaveLength(1);
  });

  it("with a body beyond all measure is not looked at", async () => {
    expect(
      await verify(asaasWebhooks, { body: `${body}${" ".repeat(1024 * 1024)}`, headers }),
    ).toBeUndefined();
  });
});

it("texts are the same only when they are the same", () => {
  expect(isSameText("abc", "abc")).toBe(true);
  for (const [a, b] of [
    ["abc", "abd"],
    ["abc", "ab"],
    ["", "a"],
    ["a", ""],
    ["abcabc", "abc"],
  ] as const)
    expect(isSameText(a, b)).toBe(false);
});
