import { HEX_BYTES } from "../text/hex.ts";
import type { RandomSource } from "./random-source.ts";

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A lower-case UUID version 4 (RFC 9562). */
export function generateUuid(random: RandomSource): string {
  const pair = () => HEX_BYTES[random.integer(256)] ?? "00";
  const version = HEX_BYTES[0x40 | random.integer(16)] ?? "40";
  const variant = HEX_BYTES[0x80 | random.integer(64)] ?? "80";
  return (
    `${pair()}${pair()}${pair()}${pair()}-${pair()}${pair()}-${version}${pair()}` +
    `-${variant}${pair()}-${pair()}${pair()}${pair()}${pair()}${pair()}${pair()}`
  );
}

/** Whether the text is a lower-case UUID version 4 with hyphens. */
export function isUuidV4(text: string): boolean {
  return UUID_V4.test(text);
}
