import type { Json, MessageStatus } from "@codespar/contract";
import { formatOffsetTimestamp } from "@codespar/formats";
import { objectsAt, textAt } from "../json/native-json.ts";
import { hmacSha256Hex, isSameText } from "../webhooks/hmac.ts";
import { messageFacts } from "../webhooks/message-facts.ts";
import type { WebhookDefinition, WebhookSubject } from "../webhooks/webhook-definition.ts";

const statuses: Readonly<Record<string, MessageStatus>> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
};

/** Meta's webhooks: signed with the app's secret. One body may tell of many messages. */
export const whatsappCloudWebhooks: WebhookDefinition = {
  provider: "whatsapp-cloud",
  source: "hookdeck guide to WhatsApp webhooks",
  confidence: "community",
  secretField: "app_secret",
  accountField: "phone_number_id",
  trust: "signed",
  async verify({ headers, body }, secret) {
    const [scheme = "", signature = ""] = (headers["x-hub-signature-256"] ?? "").split(/=(.*)/s, 2);
    return scheme === "sha256" && isSameText(await hmacSha256Hex(secret, body), signature.toLowerCase());
  },
  answerChallenge(query, { verify_token = "" }) {
    if (query.get("hub.mode") !== "subscribe" || verify_token === "") return undefined;
    return isSameText(query.get("hub.verify_token") ?? "", verify_token)
      ? (query.get("hub.challenge") ?? undefined)
      : undefined;
  },
  readSubjects: (_webhook, body) => changedValues(body).flatMap(readStatuses),
  readBack: {
    async message(id, _calls, stated) {
      const status = statuses[textAt(stated, "status") ?? ""];
      const recipient = textAt(stated, "recipient_id");
      if (status === undefined || recipient === undefined) return [];
      const seconds = Number(textAt(stated, "timestamp") ?? Number.NaN);
      const occurredAt = Number.isFinite(seconds)
        ? formatOffsetTimestamp(seconds * 1000, "UTC").replace("+00:00", "Z")
        : undefined;
      return messageFacts({
        provider: "whatsapp-cloud",
        id,
        status,
        channel: "whatsapp",
        to: `+${recipient}`,
        occurredAt,
      });
    },
  },
};

/** `entry[].changes[].value` of the field `messages`. */
function changedValues(body: Json): Json[] {
  return objectsAt(body, "entry")
    .flatMap((entry) => objectsAt(entry, "changes"))
    .flatMap(({ field, value }) => (field === "messages" && value !== undefined ? [value] : []));
}

function readStatuses(value: Json): WebhookSubject[] {
  const account = textAt(value, "metadata.phone_number_id");
  return objectsAt(value, "statuses").flatMap((stated) => {
    const id = textAt(stated, "id");
    const status = textAt(stated, "status");
    if (id === undefined || status === undefined) return [];
    return [{ key: `${id} ${status}`, type: status, kind: "message", id, account, stated }];
  });
}
