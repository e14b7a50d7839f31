export const notifyChannels = ["whatsapp", "sms", "email"] as const;

export type NotifyChannel = (typeof notifyChannels)[number];

/** Input of `codespar_notify`: one message to one person. Needs `message` or `template`. */
export interface NotifyInput {
  channel: NotifyChannel;
  /** E.164 for WhatsApp and SMS (`+5511987654321`), an address for e-mail. */
  to: string;
  message?: string | undefined;
  /** Name of a template that the provider has approved; WhatsApp and e-mail. */
  template?: string | undefined;
  /** The template's variables, by position. */
  variables?: string[] | undefined;
  /** E-mail only. */
  subject?: string | undefined;
  /** Forces one attached server. */
  provider?: string | undefined;
}

export type MessageStatus = "queued" | "sent" | "delivered" | "read" | "failed";

/** Output of `codespar_notify`; delivery is reported later, by events. */
export interface NotifyOutput {
  message_id: string;
  status: MessageStatus;
  channel: NotifyChannel;
  to: string;
}
