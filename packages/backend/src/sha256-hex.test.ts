import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256Hex } from "./sha256-hex.ts";

it("is Node's own SHA-256 for every text", () => {
  const node = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 800 }), (text) => {
      expect(sha256Hex(text)).toBe(node(text));
    }),
  );
  expect(sha256Hex("a".repeat(5000))).toBe(node("a".repeat(5000)));
});
