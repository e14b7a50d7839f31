import { encodeHex } from "@codespar/formats";
import { textAt } from "../json/native-json.ts";
import { hmacSha512, isSameText } from "../webhooks/hmac.ts";
import { readShipmentBack } from "../webhooks/shipment-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";
import { skydropxTranslator } from "./translate.ts";

/**
 * Skydropx Pro's webhooks, set up by its support: `Authorization: HMAC` and the HMAC-SHA512 of the raw body in hexadecimal
 * digits. The way with a token alone is not taken.
 */
export const skydropxWebhooks: WebhookDefinition = {
  provider: "skydropx",
  source: "pro.skydropx.com API documentation, Webhooks",
  confidence: "doc",
  secretField: "webhook_secret",
  trust: "signed",
  async verify({ headers, body }, secret) {
    const [, given = ""] = /^hmac +([0-9a-f]{128})$/i.exec(headers.authorization ?? "") ?? [];
    return isSameText(given.toLowerCase(), encodeHex(await hmacSha512(secret, body)));
  },
  readSubjects(_webhook, body) {
    const shipment = textAt(body, "data.relationships.shipment.data.id");
    const status = textAt(body, "data.attributes.status") ?? "";
    if (textAt(body, "data.type") !== "packages" || shipment === undefined) return [];
    return [{ key: `${shipment} ${status}`, type: `packages.${status}`, kind: "shipment", id: shipment }];
  },
  readBack: { shipment: readShipmentBack({ translator: skydropxTranslator }) },
};
