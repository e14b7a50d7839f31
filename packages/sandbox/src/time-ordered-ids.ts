import type { Clock, IdSource } from "@codespar/backend";
import type { RandomSource } from "./formats/random-source.ts";

// Crockford's base 32 in lower case: sorts as it counts, and has no letters that look alike
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ids that sort by time: 48 bits of milliseconds and 80 random bits (the layout of a ULID). Within a millisecond the
 * random part counts upwards, so that order holds there too.
 */
export function timeOrderedIds(clock: Clock, random: RandomSource): IdSource {
  let lastTime = -1;
  let timeText = "";
  let digits: number[] = [];

  function step(): void {
    const now = clock.now();
    if (now <= lastTime) {
      for (let index = digits.length - 1; index >= 0; index -= 1) {
        const next = (digits[index] ?? 0) + 1;
        digits[index] = next % 32;
        if (next < 32) return;
      }
      return;
    }
    lastTime = now;
    timeText = encodeTime(now);
    // the first digit stays small, so that counting upwards has room
    digits = Array.from({ length: 16 }, (_, index) => random.integer(index === 0 ? 16 : 32));
  }

  return {
    next(prefix) {
      step();
      let text = `${prefix}_${timeText}`;
      for (const digit of digits) text += alphabet[digit];
      return text;
    },
  };
}

function encodeTime(now: number): string {
  let text = "";
  let rest = now;
  for (let index = 0; index < 10; index += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
