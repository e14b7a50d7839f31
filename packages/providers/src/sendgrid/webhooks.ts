import type { JsonObject, MessageStatus } from "@codespar/contract";
import { decodeBase64, formatOffsetTimestamp } from "@codespar/formats";
import { numberAt, objectsAt, textAt } from "../json/native-json.ts";
import { verifyEcdsa } from "../webhooks/ecdsa.ts";
import { messageFacts } from "../webhooks/message-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";

const statuses: Readonly<Record<string, MessageStatus>> = {
  processed: "sent",
  delivered: "delivered",
  open: "read",
};

/** SendGrid's event webhook: a list, signed with ECDSA over the time and the body. */
export const sendgridWebhooks: WebhookDefinition = {
  provider: "sendgrid",
  source: "npm @sendgrid/eventwebhook 8.0.0",
  confidence: "spec",
  secretField: "webhook_public_key",
  trust: "signed",
  async verify({ headers, body }, publicKey) {
    const key = decodeBase64(publicKey);
    const signature = decodeBase64(headers["x-twilio-email-event-webhook-signature"] ?? "");
    const time = headers["x-twilio-email-event-webhook-timestamp"] ?? "";
    return key !== undefined && signature !== undefined && verifyEcdsa(key, signature, time + body);
  },
  readSubjects(_webhook, body) {
    return objectsAt({ events: body }, "events").flatMap((stated: JsonObject) => {
      const id = textAt(stated, "sg_message_id")?.split(".", 1)[0];
      const type = textAt(stated, "event");
      if (id === undefined || type === undefined) return [];
      const reference = textAt(stated, "codespar_operation");
      return [
        {
          key: textAt(stated, "sg_event_id") ?? `${id} ${type}`,
          type,
          kind: "message",
          id,
          reference,
          stated,
        },
      ];
    });
  },
  readBack: {
    async message(id, _calls, stated) {
      const status = statuses[textAt(stated, "event") ?? ""];
      const to = textAt(stated, "email");
      if (status === undefined || to === undefined) return [];
      const seconds = numberAt(stated, "timestamp");
      const occurredAt =
        seconds === undefined
          ? undefined
          : formatOffsetTimestamp(seconds * 1000, "UTC").replace("+00:00", "Z");
      const reference = textAt(stated, "codespar_operation");
      return messageFacts({ provider: "sendgrid", id, status, channel: "email", to, occurredAt, reference });
    },
  },
};
