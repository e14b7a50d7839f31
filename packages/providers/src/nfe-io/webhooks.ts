import { encodeHex } from "@codespar/formats";
import { textAt } from "../json/native-json.ts";
import { hmacSha1, isSameText } from "../webhooks/hmac.ts";
import { readInvoiceBack } from "../webhooks/invoice-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { nfeIoTranslator } from "./translate.ts";

/**
 * NFE.io's webhooks of an account: `X-Hub-Signature: sha1=` and the HMAC-SHA1 of the raw body in hexadecimal digits, as
 * recorded. Of the bodies only the ping is known; that an event has its document beside `action` is inferred.
 */
export const nfeIoWebhooks: WebhookDefinition = {
  provider: "nfe-io",
  source: "nfe/client-nodejs docs/webhooks; the bodies of events are inferred from its ping",
  confidence: "unverified",
  secretField: "webhook_secret",
  trust: "signed",
  async verify({ headers, body }, secret) {
    const [, given = ""] = /^sha1=([0-9a-f]{40})$/i.exec(headers["x-hub-signature"] ?? "") ?? [];
    return isSameText(given.toLowerCase(), encodeHex(await hmacSha1(secret, body)));
  },
  readSubjects(_webhook, body) {
    const type = textAt(body, "action") ?? "";
    return (["productInvoice", "serviceInvoice"] as const).flatMap((kind) => {
      const id = textAt(body, `${kind}.id`);
      return id === undefined ? [] : [{ key: `${id} ${type}`, type, kind, id }];
    });
  },
  readBack: {
    productInvoice: readInvoiceBack({ translator: nfeIoTranslator, type: "nfe" }),
    serviceInvoice: readInvoiceBack({ translator: nfeIoTranslator, type: "nfse" }),
  },
};
