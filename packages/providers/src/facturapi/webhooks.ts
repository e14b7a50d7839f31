import { textAt } from "../json/native-json.ts";
import { hmacSha256Hex, isSameText } from "../webhooks/hmac.ts";
import { readInvoiceBack } from "../webhooks/invoice-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { facturapiTranslator } from "./translate.ts";

/** Facturapi's events. The name of the header that signs them was not at hand, so that each is a hint, signed or not. */
export const facturapiWebhooks: WebhookDefinition = {
  provider: "facturapi",
  source: "npm facturapi 5.1.0; the header Facturapi-Signature is remembered",
  confidence: "unverified",
  secretField: "webhook_secret",
  trust: "token",
  verify: async ({ headers, body }, secret) =>
    isSameText(await hmacSha256Hex(secret, body), headers["facturapi-signature"] ?? ""),
  readEnvironment(body) {
    const live =
      typeof body === "object" && body !== null && !Array.isArray(body) ? body.livemode : undefined;
    return typeof live === "boolean" ? (live ? "live" : "test") : undefined;
  },
  readSubjects(_webhook, body) {
    const type = textAt(body, "type") ?? "";
    const id = textAt(body, "data.object.id");
    if (id === undefined || !type.startsWith("invoice.")) return [];
    const account = textAt(body, "organization");
    return [{ key: textAt(body, "id") ?? `${id} ${type}`, type, kind: "invoice", id, account }];
  },
  readBack: { invoice: readInvoiceBack({ translator: facturapiTranslator }) },
};
