import type { RandomSource } from "./random-source.ts";

const WORDS = 4_294_967_296;

/** A RandomSource of the platform's cryptographic generator. Every number below the bound is equally likely. */
export function secureRandom(): RandomSource {
  const word = new Uint32Array(1);
  return {
    integer(bound) {
      // Numbers of the last, incomplete round would make the small ones likelier.
      const limit = WORDS - (WORDS % bound);
      let drawn = WORDS;
      while (drawn >= limit) drawn = crypto.getRandomValues(word)[0] ?? 0;
      return drawn % bound;
    },
  };
}
