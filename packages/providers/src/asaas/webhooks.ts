import { textAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { asaasTranslator } from "./translate.ts";

/** Asaas's webhooks: the same token in every one, no signature, so each is a hint to look. */
export const asaasWebhooks: WebhookDefinition = {
  provider: "asaas",
  source: "docs.asaas.com /docs/about-webhooks",
  confidence: "doc",
  secretField: "webhook_token",
  trust: "token",
  verify: async ({ headers }, secret) => isSameText(headers["asaas-access-token"] ?? "", secret),
  readSubjects(_webhook, body) {
    const key = textAt(body, "id") ?? "";
    const type = textAt(body, "event") ?? "";
    const account = textAt(body, "account.id");
    const payment = textAt(body, "payment.id");
    if (payment === undefined) return [];
    return [
      {
        key,
        type,
        kind: "payment",
        id: payment,
        reference: textAt(body, "payment.externalReference"),
        account,
      },
    ];
  },
  readBack: {
    payment: readPaymentBack({
      translator: asaasTranslator,
      tool: "asaas_get_payment",
      reference: "externalReference",
      checkoutId: async (payment) => textAt(payment, "checkoutSession"),
    }),
  },
};
