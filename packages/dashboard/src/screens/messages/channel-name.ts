const names: Readonly<Record<string, string>> = { whatsapp: "WhatsApp", sms: "SMS", email: "E-mail" };

/** A channel by the name that people know it by. */
export function channelName(channel: string): string {
  return names[channel] ?? channel;
}
