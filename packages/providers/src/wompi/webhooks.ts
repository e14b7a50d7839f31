import type { Json } from "@codespar/contract";
import { textAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { sumEvent } from "./integrity.ts";
import { wompiTranslator } from "./translate.ts";

/** Wompi's events, with a checksum over the values that each of them names. */
export const wompiWebhooks: WebhookDefinition = {
  provider: "wompi",
  source: "docs.wompi.co/docs/colombia/eventos; pulgueta/wompi-node 3.2.0",
  confidence: "doc",
  secretField: "events_secret",
  trust: "signed",
  async verify({ body }, secret) {
    try {
      const event: Json = JSON.parse(body);
      const checksum = textAt(event, "signature.checksum")?.toLowerCase() ?? "";
      return isSameText(checksum, await sumEvent(event, secret));
    } catch {
      return false;
    }
  },
  readEnvironment(body) {
    const environment = textAt(body, "environment");
    return environment === "prod" ? "live" : environment === "test" ? "test" : undefined;
  },
  readSubjects(_webhook, body) {
    const type = textAt(body, "event") ?? "";
    const id = textAt(body, "data.transaction.id");
    if (type !== "transaction.updated" || id === undefined) return [];
    const key = `${id} ${textAt(body, "data.transaction.status") ?? ""}`;
    return [{ key, type, kind: "payment", id, reference: textAt(body, "data.transaction.reference") }];
  },
  readBack: {
    payment: readPaymentBack({
      translator: wompiTranslator,
      tool: "wompi_get_transaction",
      reference: "data.reference",
      checkoutId: async (payment) => textAt(payment, "data.payment_link_id"),
    }),
  },
};
