import { encodeBase64 } from "@codespar/formats";
import { textAt } from "../json/native-json.ts";
import { hmacSha256, isSameText } from "../webhooks/hmac.ts";
import { readShipmentBack } from "../webhooks/shipment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { melhorEnvioTranslator } from "./translate.ts";

/** Melhor Envio's webhooks of an application: signed with its secret; how the signature is written is unverified, so each is a hint. */
export const melhorEnvioWebhooks: WebhookDefinition = {
  provider: "melhor-envio",
  source: "docs.melhorenvio.com.br webhooks; base64 is remembered",
  confidence: "unverified",
  secretField: "app_secret",
  trust: "token",
  verify: async ({ headers, body }, secret) =>
    isSameText(headers["x-me-signature"] ?? "", encodeBase64(await hmacSha256(secret, body))),
  readSubjects(_webhook, body) {
    const id = textAt(body, "data.id");
    const type = textAt(body, "event") ?? "";
    if (id === undefined || !type.startsWith("order.")) return [];
    const account = textAt(body, "data.user_id");
    return [{ key: `${id} ${type}`, type, kind: "shipment", id, account }];
  },
  readBack: {
    shipment: readShipmentBack({
      translator: melhorEnvioTranslator,
      // the shipper's number of a freight is the operation that bought it
      readReference: async (id, readRaw) =>
        textAt(await readRaw("melhor_envio_get_shipment", { id }), "tags.0.tag"),
    }),
  },
};
