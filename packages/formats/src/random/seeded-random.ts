import type { RandomSource } from "./random-source.ts";

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
