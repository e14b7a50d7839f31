import type { Translator } from "@codespar/backend/ports";
import type { Json } from "@codespar/contract";
import { objectsAt, textAt } from "../json/native-json.ts";
import { readPaymentBack } from "../webhooks/payment-facts.ts";
import type { WebhookDefinition, WebhookSubject } from "../webhooks/webhook-definition.ts";
import { pixSpec } from "./pix-connector.ts";

/**
 * What a bank sends of Pix that were received, to the address that it was given with `/pix` behind it. The bank shows its
 * certificate to whoever ends the TLS connection and signs nothing, so that each is a hint to look.
 */
export function pixWebhooks(provider: string, prefix: string, translator: Translator): WebhookDefinition {
  return {
    provider,
    ...pixSpec,
    suffix: /^\/pix$/,
    trust: "token",
    // there is no credential that could
    verify: async () => false,
    readSubjects: (_webhook, body) => readPixSubjects(body),
    readBack: {
      payment: readPaymentBack({ translator, tool: `${prefix}_get_pix_charge`, reference: "txid" }),
    },
  };
}

/** The charges that a body `{ pix: [{ endToEndId, txid, devolucoes }] }` is about; a Pix without a txid was not charged. */
export function readPixSubjects(body: Json): WebhookSubject[] {
  return objectsAt(body, "pix").flatMap((pix) => {
    const txid = textAt(pix, "txid");
    if (txid === undefined) return [];
    const refunds = objectsAt(pix, "devolucoes").map(
      (refund) => `${textAt(refund, "id") ?? ""} ${textAt(refund, "status") ?? ""}`,
    );
    const key = [textAt(pix, "endToEndId") ?? txid, ...refunds].join(" ");
    const type = refunds.length === 0 ? "pix" : "devolucao";
    return [{ key, type, kind: "payment", id: txid, reference: txid }];
  });
}
