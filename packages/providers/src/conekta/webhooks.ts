import { decodeBase64 } from "@codespar/formats";
import { textAt } from "../json/native-json.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import { verifyRsa } from "../webhooks/rsa.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { conektaTranslator } from "./translate.ts";

/** Conekta's events. How they are signed was not read again, so that each is a hint to look, signed or not. */
export const conektaWebhooks: WebhookDefinition = {
  provider: "conekta",
  source: "conekta/openapi 2.3.0; the header DIGEST is remembered",
  confidence: "unverified",
  secretField: "webhook_public_key",
  trust: "token",
  async verify({ headers, body }, publicKey) {
    const key = decodeBase64(publicKey);
    const signature = decodeBase64(headers.digest ?? "");
    return key !== undefined && signature !== undefined && verifyRsa(key, signature, body);
  },
  readEnvironment(body) {
    const live =
      typeof body === "object" && body !== null && !Array.isArray(body) ? body.livemode : undefined;
    return typeof live === "boolean" ? (live ? "live" : "test") : undefined;
  },
  readSubjects(_webhook, body) {
    const type = textAt(body, "type") ?? "";
    const object = textAt(body, "data.object.object");
    const order = object === "charge" ? textAt(body, "data.object.order_id") : textAt(body, "data.object.id");
    if (order === undefined || (object !== "order" && object !== "charge")) return [];
    const reference = textAt(body, "data.object.metadata.reference");
    return [{ key: textAt(body, "id") ?? `${order} ${type}`, type, kind: "payment", id: order, reference }];
  },
  readBack: {
    payment: readPaymentBack({
      translator: conektaTranslator,
      tool: "conekta_get_order",
      reference: "metadata.reference",
    }),
  },
};
