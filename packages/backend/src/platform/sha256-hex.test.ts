import fc from "fast-check";
import { expect, it } from "vitest";
import { portableSha256Hex, sha256Hex } from "./sha256-hex.ts";

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
