import type { NotifyChannel } from "@codespar/contract";

/** E.164 with the plus of a number as providers take it: `5511987654321`, `+5511987654321`, `whatsapp:+55…`, `…@s.whatsapp.net`. */
export function normalisePhone(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const digits = written
    .replace(/^whatsapp:/, "")
    .replace(/@.*$/, "")
    .replace(/[\s().+-]/g, "");
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined;
}

/** The number without its plus, as most WhatsApp providers write it. */
export function phoneDigits(phone: string): string {
  return phone.replace("+", "");
}

/** Who a message goes to: a number in E.164, or an address in lower case; undefined when it is neither. */
export function normaliseRecipient(channel: NotifyChannel, written: string | undefined): string | undefined {
  if (channel !== "email") return normalisePhone(written);
  return written !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)
    ? written.toLowerCase()
    : undefined;
}
