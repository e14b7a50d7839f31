import fc from "fast-check";
import { expect, it } from "vitest";
import { GrowingNonce } from "./growing-nonce.ts";

it("grows with each request of a key, whatever the clock does", () => {
  const times = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(times, (clock) => {
      const nonce = new GrowingNonce();
      const made = clock.map((now) => BigInt(nonce.next("key", now)));
      expect(made.every((one, index) => index === 0 || one > (made[index - 1] ?? 0n))).toBe(true);
    }),
  );
});

it("begins at the time, for each key alone", () => {
  const nonce = new GrowingNonce();
  expect([
    nonce.next("a", 1_700_000_000_000),
    nonce.next("a", 1_700_000_000_000),
    nonce.next("b", 5),
  ]).toEqual(["1700000000000000", "1700000000000001", "5000"]);
});
