import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { formatMillisecondTimestamp, generateUuid, randomDigits } from "@codespar/formats";
import type { Message } from "../engines/messaging/message.ts";
import { normaliseRecipient, phoneDigits } from "../engines/messaging/phone-number.ts";
import { findMessage, messageDue, sendMessage } from "../engines/messaging/send-message.ts";
import { textAt } from "../json/read-arguments.ts";
import { list, nativeInput, object, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, Refusal } from "../simulation/provider-definition.ts";

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

const from = text("The account's default sender when left out");

/** Infobip: phone numbers without the plus. It answers 200 to what it rejects, and says so in the message's status. */
export const infobip = defineServer({
  id: "infobip",
  due: messageDue,
  tools: {
    infobip_send_sms: {
      description: "Sends an SMS.",
      input: nativeInput(
        {
          messages: list(
            object(
              {
                sender: from,
                destinations: list(object({ to: text("Digits") }, "to")),
                content: object({ text: text() }, "text"),
              },
              "destinations",
              "content",
            ),
          ),
        },
        "messages",
      ),
      handle(args, context) {
        const sent = send(
          "sms",
          textAt(args, "messages.0.destinations.0.to"),
          textAt(args, "messages.0.content.text"),
          context,
        );
        return { bulkId: randomDigits(context.random, 20), messages: [sent] };
      },
    },
    infobip_send_whatsapp: {
      description: "Sends a WhatsApp text inside a conversation.",
      input: nativeInput(
        { from, to: text("Digits"), content: object({ text: text() }, "text") },
        "to",
        "content",
      ),
      handle: (args, context) => ({
        ...send("whatsapp", textAt(args, "to"), textAt(args, "content.text"), context),
        messageCount: 1,
      }),
    },
    infobip_send_email: {
      description: "Sends an e-mail.",
      input: nativeInput({ from, to: text(), subject: text(), text: text(), html: text() }, "to", "subject"),
      handle: (args, context) => ({
        messages: [
          send(
            "email",
            textAt(args, "to"),
            textAt(args, "text") ?? textAt(args, "html"),
            context,
            textAt(args, "subject"),
          ),
        ],
      }),
    },
    infobip_get_delivery_report: {
      description: "Gets what became of a message.",
      input: nativeInput({ messageId: text() }, "messageId"),
      handle(args, context) {
        const message = findMessage(context, textAt(args, "messageId"));
        return message === undefined
          ? new Refusal("NOT_FOUND", "Message not found", "404")
          : { results: [reportJson(message)] };
      },
    },
  },
});

function send(
  channel: NotifyChannel,
  written: string | undefined,
  body: string | undefined,
  context: CallContext,
  subject?: string,
): JsonObject {
  const to = normaliseRecipient(channel, written);
  const messageId = generateUuid(context.random);
  const message =
    to === undefined
      ? "undeliverable"
      : sendMessage(context, { id: messageId, channel, to, text: body ?? "", subject });
  if (message === "undeliverable") return { to: written ?? "", messageId, status: rejected };
  return { to: phoneDigits(message.to), messageId, status: pending };
}

function reportJson(message: Message): JsonObject {
  const doneAt = message.deliveredAt ?? message.failedAt;
  return {
    messageId: message.id,
    to: phoneDigits(message.to),
    sentAt: formatMillisecondTimestamp(message.sentAt, 0),
    doneAt: doneAt === undefined ? null : formatMillisecondTimestamp(doneAt, 0),
    status: statuses[message.status],
  };
}
