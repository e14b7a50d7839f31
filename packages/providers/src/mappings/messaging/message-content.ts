import { ProviderRefusal } from "@codespar/backend/ports";
import type { NotifyInput } from "@codespar/contract";
import { parsePhone } from "@codespar/formats";
import { WHATSAPP_LENGTH } from "../../tools/whatsapp-length.ts";
import { cutText } from "../text/cut-text.ts";
import { requireLength } from "../text/require-length.ts";
import { undeliverable } from "./undeliverable.ts";

/** The text of a message, at a provider that has no templates; on WhatsApp refused when it is too long. */
export function messageText({ channel, message }: NotifyInput, provider: string): string {
  if (message !== undefined) {
    if (channel !== "whatsapp") return message;
    return requireLength(message, { provider, field: "message", length: WHATSAPP_LENGTH });
  }
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

/** Throws ProviderRefusal for an SMS to a Brazilian number that is no mobile by Anatel's numbering plan. */
export function requireMobile({ channel, to }: NotifyInput): void {
  if (channel !== "sms" || !to.startsWith("+55") || parsePhone(to, "BR")?.type === "mobile") return;
  throw undeliverable(
    to,
    "it is no mobile number of Brazil, which has 11 digits after +55 and a 9 after the area code",
    "invalid_number",
  );
}

/** E.164 without its plus. */
export function phoneDigits(to: string): string {
  return to.replace(/^\+/, "");
}

/** What serves as subject of an e-mail that has none: the text's first line. */
export function firstLine(text: string): string {
  return cutText(text.trim().split("\n", 1)[0] ?? "", 78);
}
