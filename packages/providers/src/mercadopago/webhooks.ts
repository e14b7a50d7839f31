import { textAt } from "../json/native-json.ts";
import { hmacSha256Hex, isSameText } from "../webhooks/hmac.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { InboundWebhook, WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { mercadopagoTranslator } from "./translate.ts";

/** Mercado Pago's webhooks: signed, and without any state, so the payment is read. */
export const mercadopagoWebhooks: WebhookDefinition = {
  provider: "mercadopago",
  source: "npm mercadopago 3.6.1 utils/webhook",
  confidence: "spec",
  secretField: "webhook_secret",
  accountField: "user_id",
  trust: "signed",
  async verify(webhook, secret) {
    const parts = new Map(
      (webhook.headers["x-signature"] ?? "").split(",").map((part) => {
        const [name = "", value = ""] = part.split(/=(.*)/s, 2);
        return [name.trim().toLowerCase(), value.trim()];
      }),
    );
    const time = parts.get("ts") ?? "";
    const signature = parts.get("v1") ?? "";
    // it comes again for days with its first time, so an old one is no replay; what it says is read back anyway
    if (!/^\d+$/.test(time) || signature === "") return false;
    return isSameText(await hmacSha256Hex(secret, readManifest(webhook, time)), signature);
  },
  readEnvironment(body) {
    const live =
      typeof body === "object" && body !== null && !Array.isArray(body) ? body.live_mode : undefined;
    return typeof live === "boolean" ? (live ? "live" : "test") : undefined;
  },
  readSubjects(webhook, body) {
    // the id that is signed is the query's
    const id = new URLSearchParams(webhook.query).get("data.id") ?? "";
    const type = textAt(body, "type") ?? "";
    if (type !== "payment" || id === "") return [];
    return [
      {
        key: textAt(body, "id") ?? "",
        type: textAt(body, "action") ?? type,
        kind: "payment",
        id,
        account: textAt(body, "user_id"),
      },
    ];
  },
  readBack: {
    payment: readPaymentBack({
      translator: mercadopagoTranslator,
      tool: "mercadopago_get_payment",
      reference: "external_reference",
      async checkoutId(payment, { readRaw }) {
        const order = textAt(payment, "order.id");
        if (order === undefined) return undefined;
        return textAt(await readRaw("mercadopago_get_merchant_order", { id: order }), "preference_id");
      },
    }),
  },
};

/** What is signed: a part that is absent is left out. */
function readManifest({ query, headers }: InboundWebhook, time: string): string {
  const id = new URLSearchParams(query).get("data.id") ?? "";
  const requestId = headers["x-request-id"] ?? "";
  return [
    id === "" ? "" : `id:${id.toLowerCase()};`,
    requestId === "" ? "" : `request-id:${requestId};`,
    `ts:${time};`,
  ].join("");
}
