import { textAt } from "../json/native-json.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { ebanxTranslator } from "./translate.ts";

/**
 * EBANX's notifications: a form that names payments and says nothing of them, so that each is a hint to look. What signs them (RSA over
 * SHA-1, by a certificate of EBANX's) is not looked at: a forged one can only make us read.
 */
export const ebanxWebhooks: WebhookDefinition = {
  provider: "ebanx",
  source: "docs.ebanx.com/docs/payments/guides/features/payment-notifications",
  confidence: "doc",
  trust: "token",
  verify: async () => true,
  readBody: (body) => Object.fromEntries(new URLSearchParams(body)),
  readSubjects(_webhook, body) {
    if (textAt(body, "operation") !== "payment_status_change") return [];
    const type = textAt(body, "notification_type") ?? "update";
    const hashes = (textAt(body, "hash_codes") ?? "").split(",").filter((hash) => hash !== "");
    return hashes.map((id) => ({ key: `${id} ${type}`, type, kind: "payment", id }));
  },
  readBack: {
    payment: readPaymentBack({
      translator: ebanxTranslator,
      tool: "ebanx_get_payment",
      reference: "payment.merchant_payment_code",
    }),
  },
};
