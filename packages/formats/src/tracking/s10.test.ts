import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import {
  CORREIOS_PREFIXES,
  completeS10,
  formatS10,
  generateCorreiosTracking,
  isValidS10,
  parseS10,
} from "./s10.ts";

describe("S10", () => {
  it("computes the examples of Correios and of the UPU", () => {
    expect(completeS10("QB", "47312482", "BR")).toBe("QB473124829BR");
    expect(completeS10("RR", "47312482", "GB")).toBe("RR473124829GB");
  });

  it("is printed in groups and read back, in any case", () => {
    expect(formatS10("qb473124829br")).toBe("QB 473 124 829 BR");
    expect(parseS10("QB 473 124 829 BR")).toEqual({
      code: "QB473124829BR",
      service: "QB",
      serial: "47312482",
      country: "BR",
    });
  });

  it("generates codes of Correios whose check digit matters", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, add) => {
        const code = generateCorreiosTracking(seededRandom(seed));
        expect(CORREIOS_PREFIXES).toContain(code.slice(0, 2));
        expect(parseS10(code)?.code).toBe(code);
        const digit = Number(code.charAt(10));
        expect(isValidS10(code.slice(0, 10) + ((digit + add) % 10) + code.slice(11))).toBe(false);
        // Second opinion: with a digit of 0 or 5 the remainder may be 1 or 0, else sum and digit make 11.
        const sum = Array.from("86423597", Number).reduce(
          (total, weight, index) => total + weight * Number(code.charAt(index + 2)),
          0,
        );
        expect(
          (sum + digit) % 11 === 0 || (sum % 11 === 1 && digit === 0) || (sum % 11 === 0 && digit === 5),
        ).toBe(true);
      }),
    );
  });

  it("refuses Melhor Envio's own codes and prefixes of one letter", () => {
    expect(isValidS10("ME23002MI63BR")).toBe(false);
    expect(() => generateCorreiosTracking(seededRandom(1), "Q")).toThrow(RangeError);
    expect(() => formatS10("QB473124820BR")).toThrow(RangeError);
  });
});
