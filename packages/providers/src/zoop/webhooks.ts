import { textAt, valueAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { zoopTranslator } from "./translate.ts";

/** Zoop's events: without a signature, with the authorization that was registered for them, so each is a hint to look. */
export const zoopWebhooks: WebhookDefinition = {
  provider: "zoop",
  source: "imobanco/zoop-wrapper 0.5.2, recorded events",
  confidence: "community",
  secretField: "webhook_authorization",
  trust: "token",
  verify: async ({ headers }, secret) => isSameText(headers.authorization ?? "", secret),
  readSubjects(_webhook, body) {
    const type = textAt(body, "type") ?? "";
    // of two recorded forms one has the object at once
    const object = valueAt(body, "payload.object") ?? valueAt(body, "object");
    const id = textAt(object, "id");
    if (!type.startsWith("transaction.") || id === undefined) return [];
    const key = textAt(body, "id") ?? `${id} ${type} ${textAt(object, "amount") ?? ""}`;
    return [{ key, type, kind: "payment", id, reference: textAt(object, "reference_id") }];
  },
  readBack: {
    payment: readPaymentBack({
      translator: zoopTranslator,
      tool: "zoop_get_transaction",
      reference: "reference_id",
    }),
  },
};
