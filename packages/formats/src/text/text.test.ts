import fc from "fast-check";
import { expect, it } from "vitest";
import { digitsOnly } from "./digits-only.ts";
import { encodeHex } from "./hex.ts";

it("writes bytes as two lower-case digits each, as Node does", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(encodeHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
    }),
  );
});

it("keeps the digits of a text in order, and nothing else", () => {
  expect(digitsOnly("01.310-100")).toBe("01310100");
  expect(digitsOnly("٣ C1425CKF")).toBe("1425");
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(digitsOnly(text)).toBe([...text].filter((sign) => sign >= "0" && sign <= "9").join(""));
    }),
  );
});
