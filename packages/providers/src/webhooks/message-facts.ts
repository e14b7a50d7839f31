import type { JsonObject, MessageStatus, NotifyChannel } from "@codespar/contract";
import type { ProviderFact } from "./webhook-definition.ts";

/** What is known of a message that was sent. */
export interface MessageState {
  provider: string;
  id: string;
  status: MessageStatus;
  channel: NotifyChannel;
  /** E.164 with the plus, or an e-mail address. */
  to: string;
  /** RFC 3339. */
  occurredAt?: string | undefined;
  /** Our reference, where the provider's body has it. */
  reference?: string | undefined;
}

const types: Readonly<Partial<Record<MessageStatus, string>>> = {
  sent: "message.sent",
  delivered: "message.delivered",
  read: "message.read",
};

/** The event that a message's state means; none for one that is queued, or failed. */
export function messageFacts(state: MessageState): readonly ProviderFact[] {
  const { provider, id, status, channel, to, occurredAt, reference } = state;
  const type = types[status];
  if (type === undefined) return [];
  const data: JsonObject = {
    message_id: id,
    status,
    channel,
    to,
    ...(occurredAt === undefined ? {} : { occurred_at: occurredAt }),
  };
  const key = `${provider} message ${id} ${status}`;
  return [{ key, type, data, reference, documents: [{ kind: "message", id }] }];
}
