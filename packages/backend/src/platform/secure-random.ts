import type { RandomSource } from "@codespar/formats";

/** Chance from the platform's cryptographic source, drawn a block at a time. */
export function secureRandom(): RandomSource {
  const block = new Uint32Array(256);
  let used = block.length;
  return {
    integer(bound) {
      if (used === block.length) {
        crypto.getRandomValues(block);
        used = 0;
      }
      const drawn = block[used] ?? 0;
      used += 1;
      return Math.floor((drawn / 2 ** 32) * bound);
    },
  };
}
