import { objectsAt, textAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { signNotification } from "./authenticity.ts";
import { pagseguroTranslator } from "./translate.ts";

/**
 * PagBank's notifications: the whole order. The header that shows who sent it is often left out in the test environment, so that a
 * notification without one is a hint to look as well; one with a wrong header is refused.
 */
export const pagseguroWebhooks: WebhookDefinition = {
  provider: "pagseguro",
  source: "developer.pagbank.com.br, confirmar autenticidade da notificação",
  confidence: "doc",
  secretField: "token",
  trust: "token",
  async verify({ headers, body }, token) {
    const shown = headers["x-authenticity-token"];
    return shown === undefined || isSameText(shown.toLowerCase(), await signNotification(body, token));
  },
  readSubjects(_webhook, body) {
    const id = textAt(body, "id");
    if (id?.startsWith("ORDE_") !== true) return [];
    const type = objectsAt(body, "charges")
      .map((charge) => textAt(charge, "status") ?? "")
      .join(" ");
    const reference = textAt(body, "reference_id");
    const refunded = textAt(body, "charges.0.amount.summary.refunded") ?? "0";
    return [{ key: `${id} ${type} ${refunded}`, type, kind: "payment", id, reference }];
  },
  readBack: {
    payment: readPaymentBack({
      translator: pagseguroTranslator,
      tool: "pagseguro_get_order",
      reference: "reference_id",
    }),
  },
};
