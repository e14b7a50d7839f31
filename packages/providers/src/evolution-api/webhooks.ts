import type { MessageStatus } from "@codespar/contract";
import { objectsAt, textAt, valueAt } from "../json/native-json.ts";
import { verifyJwt } from "../webhooks/jwt.ts";
import { messageFacts } from "../webhooks/message-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";

/** How far a message is; what it once was, it does not become again. */
const statuses: Readonly<Record<string, MessageStatus>> = {
  SERVER_ACK: "sent",
  DELIVERY_ACK: "delivered",
  READ: "read",
  PLAYED: "read",
};
const order: readonly MessageStatus[] = ["sent", "delivered", "read"];

/** Evolution's webhooks: a token under a key that was agreed on, which says nothing of the body, so that the message is read back. */
export const evolutionApiWebhooks: WebhookDefinition = {
  provider: "evolution-api",
  source: "EvolutionAPI/evolution-api 2.3.6",
  confidence: "spec",
  // with `byEvents` each kind has a path of its own
  suffix: /^\/messages-update$/,
  secretField: "webhook_jwt_key",
  accountField: "instance",
  trust: "token",
  async verify({ headers }, secret, now) {
    const [, token = ""] = /^bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
    const claims = await verifyJwt(token, secret, now);
    return claims?.app === "evolution" && claims.action === "webhook";
  },
  readSubjects(_webhook, body) {
    const account = textAt(body, "instance");
    const data = valueAt(body, "data");
    const id = textAt(data, "keyId");
    const status = textAt(data, "status");
    if (textAt(body, "event") !== "messages.update" || id === undefined || status === undefined) return [];
    return [{ key: `${id} ${status}`, type: status, kind: "message", id, account }];
  },
  readBack: {
    async message(id, { readRaw }) {
      const found = await readRaw("evolution_api_get_messages", { where: { key: { id } } });
      const record = objectsAt(found, "messages.records").find((message) => textAt(message, "key.id") === id);
      const seen = objectsAt(record, "MessageUpdate").map(({ status }) => statuses[String(status)]);
      const status = order.findLast((one) => seen.includes(one));
      const [, digits] = /^(\d+)@s\.whatsapp\.net$/.exec(textAt(record, "key.remoteJid") ?? "") ?? [];
      if (status === undefined || digits === undefined) return [];
      return messageFacts({ provider: "evolution-api", id, status, channel: "whatsapp", to: `+${digits}` });
    },
  },
};
