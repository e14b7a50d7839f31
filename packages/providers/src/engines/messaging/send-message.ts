import type { JsonObject, NotifyChannel } from "@codespar/contract";
import { formatOffsetTimestamp } from "@codespar/formats";
import type {
  CallContext,
  SimulatedServer,
  SimulationContext,
} from "../../simulation/provider-definition.ts";
import { messageFate } from "./magic-recipients.ts";
import { type Message, type MessageReply, messageKind } from "./message.ts";

export interface MessageDraft {
  id: string;
  channel: NotifyChannel;
  to: string;
  text: string;
  subject?: string | undefined;
  template?: string | undefined;
  customArguments?: Readonly<Record<string, string>> | undefined;
}

const deliveredAfterMs = 2_000;
const readAfterMs = 60_000;

/**
 * Sends a message at once and lets it be delivered after 2 s; on WhatsApp it is read after 60 s.
 * Returns "undeliverable", and keeps nothing, for a recipient that cannot be reached.
 */
export function sendMessage(context: CallContext, draft: MessageDraft): Message | "undeliverable" {
  const fate = messageFate(draft.to, draft.text);
  if (fate === "undeliverable") return fate;
  const message: Message = {
    ...draft,
    operationId: context.operationId,
    status: "sent",
    sentAt: context.now,
  };
  context.put(messageKind, message.id, message);
  context.notify(message.operationId, "message.sent", messageEventData(message, message.sentAt));
  const task = fate === "fails_later" ? "fail_message" : "deliver_message";
  context.schedule(message.sentAt + deliveredAfterMs, task, messageKind, message.id);
  return message;
}

/** What a messaging server does when something falls due. Times are the plan's, however late the clock comes by. */
export const messageDue: NonNullable<SimulatedServer["due"]> = {
  deliver_message(_kind, id, context) {
    const message = context.get<Message>(messageKind, id);
    if (message?.status !== "sent") return;
    const deliveredAt = message.sentAt + deliveredAfterMs;
    move(context, { ...message, status: "delivered", deliveredAt }, "message.delivered", deliveredAt);
    if (message.channel === "whatsapp" && messageFate(message.to, message.text) === "read") {
      context.schedule(message.sentAt + readAfterMs, "read_message", messageKind, id);
    }
  },
  read_message(_kind, id, context) {
    const message = context.get<Message>(messageKind, id);
    if (message?.status !== "delivered") return;
    const readAt = message.sentAt + readAfterMs;
    move(context, { ...message, status: "read", readAt }, "message.read", readAt);
  },
  fail_message(_kind, id, context) {
    const message = context.get<Message>(messageKind, id);
    if (message?.status !== "sent") return;
    const failedAt = message.sentAt + deliveredAfterMs;
    context.put(messageKind, id, {
      ...message,
      status: "failed",
      failure: "recipient_unreachable",
      failedAt,
    });
  },
};

/** The person reads it now. Undefined when it has not arrived, or was read before. */
export function readMessage(context: SimulationContext, id: string): Message | undefined {
  const message = context.get<Message>(messageKind, id);
  if (message?.status !== "delivered") return undefined;
  const read: Message = { ...message, status: "read", readAt: context.now };
  move(context, read, "message.read", context.now);
  return read;
}

/** The person writes back. Undefined when the message has not arrived, or there is no such message. */
export function replyToMessage(
  context: SimulationContext,
  id: string,
  reply: Pick<MessageReply, "id" | "text">,
): Message | undefined {
  const message = context.get<Message>(messageKind, id);
  if (message?.status !== "delivered" && message?.status !== "read") return undefined;
  // whoever writes back on a messenger has read it
  const isRead = message.channel === "whatsapp" && message.status === "delivered";
  const before = (isRead ? readMessage(context, id) : undefined) ?? message;
  const made: MessageReply = { ...reply, at: context.now };
  const answered: Message = { ...before, replies: [...(before.replies ?? []), made] };
  context.put(messageKind, id, answered);
  context.notify(message.operationId, "message.received", {
    message_id: made.id,
    in_reply_to: id,
    channel: message.channel,
    from: message.to,
    text: made.text,
    occurred_at: utcSeconds(made.at),
  });
  return answered;
}

/** A message that this account sent. */
export function findMessage(context: SimulationContext, id: string | undefined): Message | undefined {
  return id === undefined ? undefined : context.get<Message>(messageKind, id);
}

function move(context: SimulationContext, message: Message, type: string, at: number): void {
  context.put(messageKind, message.id, message);
  context.notify(message.operationId, type, messageEventData(message, at));
}

/** What a `message.*` event carries, in the words of `codespar_notify`. */
function messageEventData({ id, status, channel, to }: Message, at: number): JsonObject {
  return {
    message_id: id,
    status,
    channel,
    to,
    occurred_at: utcSeconds(at),
  };
}

function utcSeconds(at: number): string {
  return formatOffsetTimestamp(at, "UTC").replace("+00:00", "Z");
}
