import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUtilitySlip, parseUtilitySlip } from "./utility-slip.ts";

const ISSUER_AND_FREE = "12345678901234567890123456789";

describe("utility slip", () => {
  it("reproduces the worked examples of both check digit methods", () => {
    expect(encodeUtilitySlip({ segment: "3", amount: 8990, issuerAndFree: ISSUER_AND_FREE })).toEqual({
      barcode: "83630000000899012345678901234567890123456789",
      line: "836300000004899012345679890123456786901234567898",
    });
    const modulo11 = encodeUtilitySlip({
      segment: "1",
      valueId: "8",
      amount: 8990,
      issuerAndFree: ISSUER_AND_FREE,
    });
    expect(modulo11).toEqual({
      barcode: "81820000000899012345678901234567890123456789",
      line: "818200000008899012345679890123456785901234567894",
    });
  });

  it("is read back from barcode and from line, and fails with another check digit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "9"),
        fc.constantFrom("6", "7", "8", "9"),
        fc.integer({ min: 0, max: 99_999_999_999 }),
        (segment, valueId, amount) => {
          const slip = encodeUtilitySlip({ segment, valueId, amount, issuerAndFree: ISSUER_AND_FREE });
          expect(parseUtilitySlip(slip.barcode)).toEqual({ ...slip, segment, amount });
          expect(parseUtilitySlip(slip.line)).toEqual({ ...slip, segment, amount });
          const other = (Number(slip.barcode.charAt(3)) + 1) % 10;
          expect(parseUtilitySlip(slip.barcode.slice(0, 3) + other + slip.barcode.slice(4))).toBeUndefined();
          expect(
            parseUtilitySlip(slip.line.slice(0, 47) + ((Number(slip.line.charAt(47)) + 1) % 10)),
          ).toBeUndefined();
        },
      ),
    );
  });

  it("refuses what does not fit", () => {
    expect(() => encodeUtilitySlip({ segment: "2", amount: -1, issuerAndFree: ISSUER_AND_FREE })).toThrow(
      RangeError,
    );
    expect(() => encodeUtilitySlip({ segment: "2", amount: 1, issuerAndFree: "1" })).toThrow(RangeError);
  });
});
