import { HEX_BYTES } from "../text/hex.ts";
import type { RandomSource } from "./random-source.ts";

const DIGITS = "0123456789";
export const UPPER_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
// Written out: bundlers keep a template whose parts they do not know to be text.
export const ALPHANUMERICS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const UPPER_ALPHANUMERICS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER_ALPHANUMERICS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Draws `length` characters of the alphabet. */
export function randomText(random: RandomSource, alphabet: string, length: number): string {
  const codes = new Array<number>(length);
  for (let index = 0; index < length; index++)
    codes[index] = alphabet.charCodeAt(random.integer(alphabet.length));
  // in one piece: text that grows by += is kept as a chain, several times its size
  return String.fromCharCode(...codes);
}

/** Draws decimal digits; the first may be zero. */
export function randomDigits(random: RandomSource, length: number): string {
  return randomText(random, DIGITS, length);
}

/** Draws decimal digits that read back as a number of the same length. */
export function randomNumberText(random: RandomSource, length: number): string {
  return randomText(random, "123456789", 1) + randomDigits(random, length - 1);
}

/** Draws from 0-9 A-Z a-z. */
export function randomAlphanumerics(random: RandomSource, length: number): string {
  return randomText(random, ALPHANUMERICS, length);
}

/** Draws from 0-9 A-Z. */
export function randomUpperAlphanumerics(random: RandomSource, length: number): string {
  return randomText(random, UPPER_ALPHANUMERICS, length);
}

/** Draws from 0-9 a-z. */
export function randomLowerAlphanumerics(random: RandomSource, length: number): string {
  return randomText(random, LOWER_ALPHANUMERICS, length);
}

/** Draws lower-case hexadecimal digits. */
export function randomHex(random: RandomSource, length: number): string {
  return randomText(random, "0123456789abcdef", length);
}

/** Draws upper-case hexadecimal digits. */
export function randomUpperHex(random: RandomSource, length: number): string {
  return randomText(random, "0123456789ABCDEF", length);
}

/** Draws bytes. */
export function randomBytes(random: RandomSource, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) bytes[index] = random.integer(256);
  return bytes;
}

/** Draws one element. Throws RangeError for an empty list. */
export function pick<Element extends string | number>(
  random: RandomSource,
  elements: readonly Element[],
): Element {
  const element = elements[random.integer(elements.length)];
  if (element === undefined) throw new RangeError("Nothing to pick from. Pass at least one element.");
  return element;
}

/** A RandomSource that repeats itself for the same 32-bit seed (mulberry32). Not for secrets. */
export function seededRandom(seed: number): RandomSource {
  let state = seed | 0;
  return {
    integer(bound) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
    },
  };
}

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
