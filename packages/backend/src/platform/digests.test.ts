import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, equalInConstantTime, portableSha256Hex, sha256Hex } from "./digests.ts";

async function webCrypto(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

it.each([
  ["Node's own", sha256Hex],
  ["without Node", portableSha256Hex],
])("is WebCrypto's SHA-256 for every text, %s", async (_name, sha256Hex) => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 800 }), async (text) => {
      expect(sha256Hex(text)).toBe(await webCrypto(text));
    }),
  );
  expect(sha256Hex("a".repeat(5000))).toBe(await webCrypto("a".repeat(5000)));
});

it.each([
  ["", "", true],
  ["abc", "abc", true],
  ["abc", "abd", false],
  ["abc", "xbc", false],
  ["abc", "ab", false],
  ["", "a", false],
])("%j and %j: %s", (one, other, equal) => {
  expect(equalInConstantTime(one, other)).toBe(equal);
});

it("reads every character, wherever the first difference is", () => {
  const read: number[] = [];
  /** A text that notes which of its characters are read. */
  const watched = (text: string) =>
    // stands for a string: only its length and its characters are asked for
    ({
      length: text.length,
      charCodeAt(index: number) {
        read.push(index);
        return text.charCodeAt(index);
      },
    }) as string;
  for (const wrong of ["x234", "12x4", "123x"]) {
    read.length = 0;
    expect(equalInConstantTime(watched("1234"), wrong)).toBe(false);
    expect(read).toEqual([0, 1, 2, 3]);
  }
});

it("is the same text whatever the order of the members", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"x","d":null}]}',
  );
  expect(canonicalJson({ a: true, b: [1, { c: "x", d: null }] })).toBe(
    canonicalJson({ b: [1, { d: null, c: "x" }], a: true }),
  );
});

it("leaves undefined members out, as JSON does", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it("means the same as JSON for every JSON value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("distinguishes different values", () => {
  expect(canonicalJson({ a: "1" })).not.toBe(canonicalJson({ a: 1 }));
  expect(canonicalJson([[]])).not.toBe(canonicalJson([]));
});
