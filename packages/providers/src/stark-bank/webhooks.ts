import type { JsonObject } from "@codespar/contract";
import { readReference } from "../connect/own-reference.ts";
import { verifySecp256k1 } from "../connect/secp256k1.ts";
import { textAt } from "../json/native-json.ts";
import { textsAt } from "../json/read-arguments.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { starkBankTranslator } from "./translate.ts";

/** Stark Bank's events, signed over the body with the bank's own key, which its API gives. */
export const starkBankWebhooks: WebhookDefinition = {
  provider: "stark-bank",
  source: "npm starkbank 2.42.0",
  confidence: "spec",
  trust: "signed",
  publicKey: { tool: "stark_bank_get_public_key", arguments: { limit: 1 }, path: "publicKeys.0.content" },
  verify: async ({ headers, body }, key) => verifySecp256k1(key, headers["digital-signature"] ?? "", body),
  readSubjects(_webhook, body) {
    const id = textAt(body, "event.log.invoice.id");
    if (id === undefined || textAt(body, "event.subscription") !== "invoice") return [];
    const type = `invoice.${textAt(body, "event.log.type") ?? ""}`;
    const reference = findOwnTag(textsAt(body, "event.log.invoice.tags"));
    return [{ key: textAt(body, "event.id") ?? `${id} ${type}`, type, kind: "payment", id, reference }];
  },
  readBack: {
    payment: readPaymentBack({
      translator: starkBankTranslator,
      tool: "stark_bank_get_invoice",
      reference: (response: JsonObject) => findOwnTag(textsAt(response, "invoice.tags")),
    }),
  },
};

function findOwnTag(tags: readonly string[]): string | undefined {
  return tags.find((tag) => readReference(tag) !== undefined);
}
