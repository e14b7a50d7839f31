/** Two lower-case hexadecimal digits for each byte from 0 to 255. */
export const HEX_BYTES: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

/** Bytes as lower-case hexadecimal digits, two for each (RFC 4648, section 8). */
export function encodeHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX_BYTES[byte] ?? "";
  return text;
}
