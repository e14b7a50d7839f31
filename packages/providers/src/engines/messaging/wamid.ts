import type { RandomSource } from "@codespar/formats";
import { asciiBytes, encodeBase64, randomUpperHex, requireFormat } from "@codespar/formats";

export interface WamidContent {
  /** Digits of the phone in E.164, without the plus. */
  phone: string;
  direction: "sent" | "received";
  /** Eighteen upper-case hexadecimal digits. */
  messageHex: string;
}

const PREFIX = "wamid.";
const SENT = 0x11;
const RECEIVED = 0x12;
const HEX_LENGTH = 18;

/** A WhatsApp message id that decodes to the phone it was sent to or came from. */
export function generateWamid(
  random: RandomSource,
  phone: string,
  direction: WamidContent["direction"] = "sent",
): string {
  return encodeWamid({
    phone: phone.replace(/^\+/, ""),
    direction,
    messageHex: randomUpperHex(random, HEX_LENGTH),
  });
}

/** Packs phone and message number the way Meta's ids do. Throws RangeError. */
export function encodeWamid({ phone, direction, messageHex }: WamidContent): string {
  requireFormat(phone, /^\d{7,15}$/, "Phone", "digits in E.164, without the plus");
  requireFormat(messageHex, /^[0-9A-F]{18}$/, "Message number", "18 upper-case hexadecimal digits");
  const end = 3 + phone.length;
  const bytes = new Uint8Array(end + 6 + HEX_LENGTH + 1);
  bytes.set([0x1c, 0x18, phone.length]);
  bytes.set(asciiBytes(phone), 3);
  bytes.set([0x15, 0x02, 0x00, direction === "sent" ? SENT : RECEIVED, 0x18, HEX_LENGTH], end);
  bytes.set(asciiBytes(messageHex), end + 6);
  return PREFIX + encodeBase64(bytes);
}
