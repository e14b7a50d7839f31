import { randomText } from "./random.ts";
import type { RandomSource } from "./random-source.ts";

export const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_LENGTH = 10;

/** A ULID: 10 characters of epoch milliseconds and 16 random ones, Crockford base 32. */
export function generateUlid(random: RandomSource, at: number): string {
  let time = "";
  for (let rest = at, index = 0; index < TIME_LENGTH; index++) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  return time + randomText(random, CROCKFORD, 16);
}

/** Epoch milliseconds that a ULID carries, or undefined when the text is not one. */
export function ulidTime(ulid: string): number | undefined {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(ulid)) return undefined;
  let time = 0;
  for (let index = 0; index < TIME_LENGTH; index++) time = time * 32 + CROCKFORD.indexOf(ulid.charAt(index));
  return time;
}
