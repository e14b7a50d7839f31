import { textAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { readInvoiceBack } from "../webhooks/invoice-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { focusNfeTranslator } from "./translate.ts";

/** Focus NFe's hooks: the document as a read shows it, with the header that was given to the hook; each is a hint. */
export const focusNfeWebhooks: WebhookDefinition = {
  provider: "focus-nfe",
  source: "focusnfe.com.br/doc",
  confidence: "doc",
  secretField: "webhook_token",
  trust: "token",
  verify: async ({ headers }, secret) => isSameText(headers.authorization ?? "", secret),
  readSubjects(_webhook, body) {
    const ref = textAt(body, "ref");
    const type = textAt(body, "status") ?? "";
    return ref === undefined ? [] : [{ key: `${ref} ${type}`, type, kind: "invoice", id: ref }];
  },
  readBack: {
    // a ref is the kind of the document, a hyphen, and the operation that issued it
    invoice: readInvoiceBack({
      translator: focusNfeTranslator,
      readReference: (ref) => ref.replace(/^[a-z]+-/, ""),
    }),
  },
};
