import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiBytes, asciiText, decodeBase64, encodeBase64 } from "../text/base64.ts";
import {
  generateUuid,
  isUuidV4,
  pick,
  randomBytes,
  randomDigits,
  randomNumberText,
  seededRandom,
} from "./random.ts";
import { generateUlid, ulidTime } from "./ulid.ts";

describe("seededRandom", () => {
  it("repeats itself for the same seed and stays below the bound", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 31 }), (seed, bound) => {
        const value = seededRandom(seed).integer(bound);
        expect(seededRandom(seed).integer(bound)).toBe(value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(bound);
      }),
    );
  });
});

describe("random text", () => {
  it("draws exactly as many characters as asked for", () => {
    expect(randomDigits(seededRandom(1), 40)).toMatch(/^\d{40}$/);
    expect(randomNumberText(seededRandom(1), 12)).toMatch(/^[1-9]\d{11}$/);
  });

  it("refuses to pick from nothing", () => {
    expect(() => pick(seededRandom(1), [])).toThrow(RangeError);
  });
});

describe("generateUuid", () => {
  it("writes version 4 and the RFC variant", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(isUuidV4(generateUuid(seededRandom(seed)))).toBe(true);
      }),
    );
  });

  it("does not take other versions, upper case or missing hyphens for one", () => {
    expect(isUuidV4("123e4567-e12b-12d1-a456-426655440000")).toBe(false);
    expect(isUuidV4("71C7D9BE-4B85-4E43-9F1C-1F3B8B4E9A2D")).toBe(false);
    expect(isUuidV4("71c7d9be4b854e439f1c1f3b8b4e9a2d")).toBe(false);
  });
});

describe("generateUlid", () => {
  it("carries its instant", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 2 ** 45 }), (seed, at) => {
        expect(ulidTime(generateUlid(seededRandom(seed), at))).toBe(at);
      }),
    );
  });
});

describe("base64", () => {
  it("gives back every byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(decodeBase64(text)).toEqual(bytes);
        // Latin-1 in, base64 out: the platform's own encoder is the second opinion.
        expect(text).toBe(globalThis.btoa(String.fromCharCode(...bytes)));
      }),
    );
  });

  it("refuses what is not padded base64", () => {
    expect(decodeBase64("abc")).toBeUndefined();
    expect(decodeBase64("ab=c")).toBeUndefined();
  });

  it("converts ASCII both ways", () => {
    expect(asciiText(asciiBytes("wamid. 123"))).toBe("wamid. 123");
    expect(randomBytes(seededRandom(1), 20)).toHaveLength(20);
  });
});
