import type { MessageStatus } from "@codespar/contract";
import { numberAt, objectsAt, textAt } from "../json/native-json.ts";
import { isSameText } from "../webhooks/hmac.ts";
import { messageFacts } from "../webhooks/message-facts.ts";
import type { WebhookDefinition } from "../webhooks/webhook-definition.ts";

const PENDING = 1;
const DELIVERED = 3;

/** Infobip's delivery reports: without a signature, so that the message's log is read. Only SMS has logs. */
export const infobipWebhooks: WebhookDefinition = {
  provider: "infobip",
  source: "infobip/infobip-api-go-client v3",
  confidence: "spec",
  secretField: "webhook_token",
  trust: "token",
  verify: async ({ headers }, secret) => isSameText(headers.authorization ?? "", secret),
  readSubjects: (_webhook, body) =>
    objectsAt(body, "results").flatMap((result) => {
      const id = textAt(result, "messageId");
      const type = textAt(result, "status.groupName") ?? "SEEN";
      return id === undefined ? [] : [{ key: `${id} ${type}`, type, kind: "message", id, reference: id }];
    }),
  readBack: {
    async message(id, { readRaw }) {
      const [log] = objectsAt(await readRaw("infobip_list_sms_logs", { messageId: id }), "results");
      const group = numberAt(log, "status.groupId");
      const status: MessageStatus | undefined =
        group === DELIVERED ? "delivered" : group === PENDING ? "sent" : undefined;
      const to = textAt(log, "destination");
      if (status === undefined || to === undefined) return [];
      const occurredAt = textAt(log, status === "delivered" ? "doneAt" : "sentAt");
      // the id of the message is ours
      return messageFacts({
        provider: "infobip",
        id,
        status,
        channel: "sms",
        to: `+${to}`,
        occurredAt,
        reference: id,
      });
    },
  },
};
