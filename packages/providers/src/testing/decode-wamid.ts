import { asciiText, decodeBase64 } from "@codespar/formats";
import { encodeWamid, type WamidContent } from "../engines/messaging/wamid.ts";

/** Reads a wamid of this layout, or undefined. */
export function decodeWamid(wamid: string): WamidContent | undefined {
  const bytes = wamid.startsWith("wamid.") ? decodeBase64(wamid.slice("wamid.".length)) : undefined;
  if (bytes?.[0] !== 0x1c || bytes[1] !== 0x18) return undefined;
  const end = 3 + (bytes[2] ?? 0);
  const phone = asciiText(bytes.subarray(3, end));
  const messageHex = asciiText(bytes.subarray(end + 6, end + 6 + 18));
  const direction = bytes[end + 3] === 0x12 ? "received" : "sent";
  if (!/^\d{7,15}$/.test(phone) || !/^[0-9A-F]{18}$/.test(messageHex)) return undefined;
  const content = { phone, direction, messageHex } as const;
  return encodeWamid(content) === wamid ? content : undefined;
}
