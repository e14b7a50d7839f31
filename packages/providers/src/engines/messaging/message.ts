import type { MessageStatus, NotifyChannel } from "@codespar/contract";

/** What the engine keeps its documents under. */
export const messageKind = "message";

export interface MessageReply {
  id: string;
  text: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** A message to one person, in no provider's dialect. Plain JSON. */
export interface Message {
  /** The provider's id. */
  id: string;
  operationId: string;
  channel: NotifyChannel;
  /** E.164 with the plus, or an e-mail address in lower case. */
  to: string;
  /** What the person reads; with a template, the template filled in. */
  text: string;
  subject?: string | undefined;
  template?: string | undefined;
  /** Texts of the caller's own that come back with what is told of the message. */
  customArguments?: Readonly<Record<string, string>> | undefined;
  status: MessageStatus;
  /** Why it failed, in the engine's words. */
  failure?: string | undefined;
  /** Milliseconds since the epoch. */
  sentAt: number;
  deliveredAt?: number | undefined;
  readAt?: number | undefined;
  failedAt?: number | undefined;
  /** What the person wrote back, oldest first. */
  replies?: MessageReply[] | undefined;
}
