import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { formatMillisecondTimestamp, generateUuid, randomDigits } from "@codespar/formats";
import type { Message } from "../engines/messaging/message.ts";
import { normaliseRecipient, phoneDigits } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { infobipTools } from "./tools.ts";

const pending = {
  groupId: 1,
  groupName: "PENDING",
  id: 26,
  name: "PENDING_ACCEPTED",
  description: "Message accepted",
};

const rejected = {
  groupId: 5,
  groupName: "REJECTED",
  id: 52,
  name: "REJECTED_DESTINATION",
  description: "Invalid destination address",
};

const statuses = {
  queued: pending,
  sent: {
    groupId: 1,
    groupName: "PENDING",
    id: 7,
    name: "PENDING_ENROUTE",
    description: "Message sent to next instance",
  },
  delivered: {
    groupId: 3,
    groupName: "DELIVERED",
    id: 5,
    name: "DELIVERED_TO_HANDSET",
    description: "Message delivered to handset",
  },
  read: {
    groupId: 3,
    groupName: "DELIVERED",
    id: 5,
    name: "DELIVERED_TO_HANDSET",
    description: "Message delivered to handset",
  },
  failed: {
    groupId: 2,
    groupName: "UNDELIVERABLE",
    id: 9,
    name: "UNDELIVERABLE_NOT_DELIVERED",
    description: "Message sent not delivered",
  },
} as const;

/** Infobip: phone numbers without the plus. It returns 200 to what it rejects, and says so in the message's status. */
export const infobipSimulation = defineSimulation({
  id: "infobip",
  tools: infobipTools,
  handlers: {
    infobip_send_sms(args, context) {
      const sent = send(
        "sms",
        textAt(args, "messages.0.destinations.0.to"),
        textAt(args, "messages.0.content.text"),
        context,
        { id: textAt(args, "messages.0.destinations.0.messageId") },
      );
      return { bulkId: randomDigits(context.random, 20), messages: [sent] };
    },
    infobip_send_whatsapp: (args, context) => ({
      ...send("whatsapp", textAt(args, "to"), textAt(args, "content.text"), context, {
        id: textAt(args, "messageId"),
      }),
      messageCount: 1,
    }),
    infobip_send_email: (args, context) => ({
      messages: [
        send("email", textAt(args, "to"), textAt(args, "text") ?? textAt(args, "html"), context, {
          subject: textAt(args, "subject"),
        }),
      ],
    }),
    infobip_get_delivery_report(args, context) {
      const message = findMessage(context, textAt(args, "messageId"));
      return message === undefined
        ? new Refusal("NOT_FOUND", "Message not found", "404")
        : { results: [toReport(message)] };
    },
  },
  due: messageDue,
});

function send(
  channel: NotifyChannel,
  written: string | undefined,
  body: string | undefined,
  context: CallContext,
  { id, subject }: { id?: string | undefined; subject?: string | undefined } = {},
): JsonObject {
  const to = normaliseRecipient(channel, written);
  // the caller may name the message
  const messageId = id ?? generateUuid(context.random);
  const message =
    to === undefined
      ? "undeliverable"
      : sendMessage(context, { id: messageId, channel, to, text: body ?? "", subject });
  if (message === "undeliverable") return { to: written ?? "", messageId, status: rejected };
  return { to: phoneDigits(message.to), messageId, status: pending };
}

/** The SMS call of version 2, which the official client makes: the sender and the text stand elsewhere. */
export function sendOlderSms(args: JsonObject, context: CallContext): JsonObject {
  const messages = objectsAt(args, "messages").flatMap((message) =>
    objectsAt(message, "destinations").map((destination) =>
      send("sms", textAt(destination, "to"), textAt(message, "text"), context, {
        id: textAt(destination, "messageId"),
      }),
    ),
  );
  return { bulkId: randomDigits(context.random, 20), messages };
}

export function toReport(message: Message): JsonObject {
  const doneAt = message.deliveredAt ?? message.failedAt;
  return {
    messageId: message.id,
    to: phoneDigits(message.to),
    destination: phoneDigits(message.to),
    sentAt: formatMillisecondTimestamp(message.sentAt, "UTC"),
    doneAt: doneAt === undefined ? null : formatMillisecondTimestamp(doneAt, "UTC"),
    status: statuses[message.status],
  };
}
