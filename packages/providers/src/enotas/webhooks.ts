import { textAt } from "../json/native-json.ts";
import { readInvoiceBack } from "../webhooks/invoice-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { enotasTranslator } from "./translate.ts";

/** eNotas' notice that a note's status changed. It is not signed, so that each is a hint to look. That one of an NF-e says `tipo` is inferred. */
export const enotasWebhooks: WebhookDefinition = {
  provider: "enotas",
  source: "eNotasGW/php-client samples/WebHook; tipo is remembered",
  confidence: "unverified",
  trust: "token",
  // there is no credential that could
  verify: async () => false,
  readSubjects(_webhook, body) {
    const id = textAt(body, "nfeId");
    if (id === undefined) return [];
    const type = textAt(body, "nfeStatus") ?? "";
    const kind = textAt(body, "tipo") === "NF-e" ? "nfe" : "nfse";
    const account = textAt(body, "empresaId");
    return [{ key: `${id} ${type}`, type, kind, id, account, reference: textAt(body, "nfeIdExterno") }];
  },
  readBack: {
    // an NF-e is known by the operation that issued it
    nfe: readInvoiceBack({ translator: enotasTranslator, type: "nfe", readReference: (id) => id }),
    nfse: readInvoiceBack({ translator: enotasTranslator, type: "nfse" }),
  },
};
