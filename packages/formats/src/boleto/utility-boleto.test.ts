import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import {
  encodeUtilityBoleto,
  formatUtilityBoletoLine,
  generateUtilityBoleto,
  isValidUtilityBoleto,
  parseUtilityBoleto,
} from "./utility-boleto.ts";

const ISSUER_AND_FREE = "12345678901234567890123456789";

describe("utility boleto", () => {
  it("reproduces the worked examples of both check digit methods", () => {
    expect(encodeUtilityBoleto({ segment: "3", amount: 8990, issuerAndFree: ISSUER_AND_FREE })).toEqual({
      barcode: "83630000000899012345678901234567890123456789",
      line: "836300000004899012345679890123456786901234567898",
    });
    const modulo11 = encodeUtilityBoleto({
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
          const boleto = encodeUtilityBoleto({ segment, valueId, amount, issuerAndFree: ISSUER_AND_FREE });
          expect(parseUtilityBoleto(boleto.barcode)).toEqual({
            ...boleto,
            segment,
            amount,
            issuerAndFree: ISSUER_AND_FREE,
          });
          expect(parseUtilityBoleto(boleto.line)).toEqual({
            ...boleto,
            segment,
            amount,
            issuerAndFree: ISSUER_AND_FREE,
          });
          const other = (Number(boleto.barcode.charAt(3)) + 1) % 10;
          expect(
            parseUtilityBoleto(boleto.barcode.slice(0, 3) + other + boleto.barcode.slice(4)),
          ).toBeUndefined();
          expect(
            parseUtilityBoleto(boleto.line.slice(0, 47) + ((Number(boleto.line.charAt(47)) + 1) % 10)),
          ).toBeUndefined();
        },
      ),
    );
  });

  it("prints a line in four blocks, each with its digit", () => {
    const printed = "83630000000-4 89901234567-9 89012345678-6 90123456789-8";
    expect(formatUtilityBoletoLine("83630000000899012345678901234567890123456789")).toBe(printed);
    expect(parseUtilityBoleto(printed)?.amount).toBe(8990);
    expect(() => formatUtilityBoletoLine("836")).toThrow(RangeError);
    const generated = generateUtilityBoleto(seededRandom(1), { segment: "2", amount: 5000 });
    expect(isValidUtilityBoleto(generated.line)).toBe(true);
  });

  it("refuses what does not fit", () => {
    expect(() => encodeUtilityBoleto({ segment: "2", amount: -1, issuerAndFree: ISSUER_AND_FREE })).toThrow(
      RangeError,
    );
    expect(() => encodeUtilityBoleto({ segment: "2", amount: 1, issuerAndFree: "1" })).toThrow(RangeError);
  });
});
