import { textAt } from "../json/native-json.ts";
import { readInvoiceBack } from "../webhooks/invoice-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { plugnotasTranslator } from "./translate.ts";

/** PlugNotas' notice that a document's situation changed. No signature of it is known, so that each is a hint to look. */
export const plugnotasWebhooks: WebhookDefinition = {
  provider: "plugnotas",
  source: "remembered: the body is the document as a read sums it up, with its kind in `documento`",
  confidence: "unverified",
  trust: "token",
  // there is no credential that could
  verify: async () => false,
  readSubjects(_webhook, body) {
    const id = textAt(body, "id");
    if (id === undefined) return [];
    const type = textAt(body, "situacao") ?? "";
    const kind = textAt(body, "documento") === "nfse" ? "nfse" : "nfe";
    return [{ key: `${id} ${type}`, type, kind, id }];
  },
  readBack: {
    nfe: readInvoiceBack({ translator: plugnotasTranslator, type: "nfe" }),
    nfse: readInvoiceBack({ translator: plugnotasTranslator, type: "nfse" }),
  },
};
