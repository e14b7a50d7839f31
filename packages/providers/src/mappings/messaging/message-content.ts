import { ProviderRefusal } from "@codespar/backend/ports";
import type { NotifyInput } from "@codespar/contract";

/** The text of a message, at a provider that has no templates. */
export function messageText({ message }: NotifyInput, provider: string): string {
  if (message !== undefined) return message;
  throw new ProviderRefusal({
    code: "template_not_supported",
    message: `${provider} has no templates. Send message, or use a provider with templates.`,
  });
}

export function channelNotSupported(provider: string, { channel }: NotifyInput): ProviderRefusal {
  return new ProviderRefusal({
    code: "channel_not_supported",
    message: `${provider} does not send ${channel}. Attach a server that does.`,
  });
}

/** E.164 without its plus. */
export function phoneDigits(to: string): string {
  return to.replace(/^\+/, "");
}

/** What serves as subject of an e-mail that has none: the text's first line. */
export function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0]?.slice(0, 78) ?? "";
}
