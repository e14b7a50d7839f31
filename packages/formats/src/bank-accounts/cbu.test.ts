import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { formatCbu, generateCbu, generateCvu, isValidCbu, parseCbu } from "./cbu.ts";

const nextDigit = (digit: string) => String((Number(digit) + 1) % 10);

describe("CBU", () => {
  it("accepts the CBU of the example and never ends a block in zero", () => {
    expect(isValidCbu("2850590940090418135201")).toBe(true);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 21 }), (seed, position) => {
        for (const cbu of [generateCbu(seededRandom(seed)), generateCvu(seededRandom(seed))]) {
          expect(isValidCbu(cbu)).toBe(true);
          expect(cbu.charAt(7)).not.toBe("0");
          expect(cbu.charAt(21)).not.toBe("0");
          const other = nextDigit(cbu.charAt(position));
          expect(isValidCbu(cbu.slice(0, position) + other + cbu.slice(position + 1))).toBe(false);
        }
      }),
    );
    expect(generateCvu(seededRandom(1))).toMatch(/^00000031\d{14}$/);
  });

  it("is printed in two blocks and read back", () => {
    expect(formatCbu("2850590940090418135201")).toBe("28505909 40090418135201");
    expect(parseCbu("28505909 40090418135201")).toEqual({
      cbu: "2850590940090418135201",
      type: "cbu",
      bank: "285",
      branch: "0590",
      account: "4009041813520",
    });
    expect(parseCbu(generateCvu(seededRandom(1)))?.type).toBe("cvu");
    expect(() => formatCbu("2850590940090418135202")).toThrow(RangeError);
  });
});
