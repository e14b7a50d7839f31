import { expect, it } from "vitest";
import type { RandomBytes } from "../../ports/random-bytes.ts";
import { generateKey, randomSecret, secureRandomBytes } from "./generate-key.ts";

it("makes a key of 32 letters and digits behind its prefix, another one each time", () => {
  const keys = Array.from({ length: 200 }, () => generateKey(secureRandomBytes, "csk_live_"));
  for (const key of keys) expect(key).toMatch(/^csk_live_[A-Za-z0-9]{32}$/);
  expect(new Set(keys).size).toBe(keys.length);
});

it("takes every character equally often: bytes that would favour some are thrown away", () => {
  let next = 0;
  const everyByte: RandomBytes = (length) => Uint8Array.from({ length }, () => next++ % 256);
  const counts = new Map<string, number>();
  for (const character of randomSecret(everyByte, 62 * 40)) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  expect(counts.size).toBe(62);
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(4);
});
