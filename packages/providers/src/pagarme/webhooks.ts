import { decodeBase64 } from "@codespar/formats";
import { objectsAt, textAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { pagarmeTranslator } from "./translate.ts";

/** Pagar.me's webhooks: without a signature, with the user and password that the account sets, so each is a hint to look. */
export const pagarmeWebhooks: WebhookDefinition = {
  provider: "pagarme",
  source: "docs.pagar.me exemplo-de-webhook-1",
  confidence: "doc",
  secretField: "webhook_password",
  trust: "token",
  async verify({ headers }, secret) {
    const [, encoded = ""] = /^basic +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
    const bytes = decodeBase64(encoded);
    if (bytes === undefined) return false;
    const [, password = ""] = new TextDecoder().decode(bytes).split(/:(.*)/s, 2);
    return isSameText(password, secret);
  },
  readSubjects(_webhook, body) {
    const key = textAt(body, "id") ?? "";
    const type = textAt(body, "type") ?? "";
    const account = textAt(body, "account.id");
    const subject = (id: string | undefined, reference: string | undefined) =>
      id === undefined ? [] : [{ key, type, kind: "payment", id, reference, account }];
    if (type.startsWith("charge.")) return subject(textAt(body, "data.id"), textAt(body, "data.code"));
    if (!type.startsWith("order.")) return [];
    return objectsAt(body, "data.charges").flatMap((charge) =>
      subject(textAt(charge, "id"), textAt(body, "data.code")),
    );
  },
  readBack: {
    payment: readPaymentBack({
      translator: pagarmeTranslator,
      tool: "pagarme_get_charge",
      reference: "code",
    }),
  },
};
