import { ProviderRefusal } from "@codespar/backend/ports";
import type { NotifyInput } from "@codespar/contract";
import { cutText } from "../text/cut-text.ts";

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
  return cutText(text.trim().split("\n", 1)[0] ?? "", 78);
}
