import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExactDecimal, parseExactDecimal } from "./exact-decimal.ts";

describe("a decimal of a coin", () => {
  it.each([
    ["10.00", "10.00"],
    ["0.1", "0.10"],
    ["7", "7.00"],
    ["0.000000000000000001", "0.000000000000000001"],
    ["12345678901234567890.123456789012345678", "12345678901234567890.123456789012345678"],
  ])("%s is read and written exactly", (text, written) => {
    expect(formatExactDecimal(parseExactDecimal(text) ?? 0n)).toBe(written);
  });

  it.each(["", "-1", "+1", "1e3", "1,5", ".5", "5.", "0.0000000000000000001", " 1", "NaN", "1".repeat(21)])(
    "%j is none",
    (text) => {
      expect(parseExactDecimal(text)).toBeUndefined();
    },
  );

  it("comes back as it was, and sums are exact where doubles are not", () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 37n });
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        expect(parseExactDecimal(formatExactDecimal(left))).toBe(left);
        expect(parseExactDecimal(formatExactDecimal(left + right))).toBe(left + right);
      }),
    );
    const sum = (parseExactDecimal("0.1") ?? 0n) + (parseExactDecimal("0.2") ?? 0n);
    expect(formatExactDecimal(sum)).toBe("0.30");
  });
});
