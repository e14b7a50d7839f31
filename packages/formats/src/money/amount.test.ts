import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import {
  explainFraction,
  formatMajorUnits,
  formatMoney,
  generateAmount,
  isPayableAmount,
  isValidAmount,
  parseAmount,
  roundToMinorUnits,
  toMajorUnits,
  toMinorUnits,
  toWholeUnits,
} from "./amount.ts";
import { CURRENCIES, type CurrencyCode } from "./currency.ts";

// Object.keys forgets the literal type; the table has no other keys.
const currencies = Object.keys(CURRENCIES) as CurrencyCode[];
const anyCurrency = fc.constantFrom(...currencies);
/** As many minor units as a double can carry as a decimal of fifteen digits. */
const anyAmount = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });

describe("currencies", () => {
  it("has the decimals of ISO 4217", () => {
    const decimals = Object.fromEntries(currencies.map((code) => [code, CURRENCIES[code].decimals]));
    expect(decimals).toEqual({
      ARS: 2,
      BRL: 2,
      CLF: 4,
      CLP: 0,
      COP: 2,
      MXN: 2,
      PEN: 2,
      PYG: 0,
      USD: 2,
      UYU: 2,
    });
    for (const code of currencies) expect(CURRENCIES[code].code).toBe(code);
  });
});

describe("parseAmount", () => {
  it.each([
    ["159.90", "BRL", 15990],
    ["159.9", "BRL", 15990],
    ["159", "BRL", 15900],
    [159.9, "BRL", 15990],
    [0.1 + 0.2, "BRL", 30],
    [1.005, "CLF", 10050],
    ["15990", "CLP", 15990],
    ["-0.05", "MXN", -5],
    ["0", "BRL", 0],
    ["-0", "BRL", 0],
  ] as const)("reads %j of %s as %i", (decimal, currency, amount) => {
    expect(parseAmount(decimal, currency)).toBe(amount);
    expect(isValidAmount(decimal, currency)).toBe(true);
  });

  it.each([
    ["1e3", "BRL"],
    ["10.001", "BRL"],
    [10.001, "BRL"],
    ["10.000", "BRL"],
    ["1.000,50", "BRL"],
    ["1,50", "BRL"],
    ["R$ 10.00", "BRL"],
    [" 10.00", "BRL"],
    ["+10.00", "BRL"],
    ["0x10", "BRL"],
    ["", "BRL"],
    [".5", "BRL"],
    ["5.", "BRL"],
    ["15.990", "CLP"],
    [15990.5, "CLP"],
    [1e21, "BRL"],
    [Number.NaN, "BRL"],
    [Number.POSITIVE_INFINITY, "BRL"],
    ["999999999999999.99", "BRL"],
  ] as const)("refuses %j of %s and never rounds it", (decimal, currency) => {
    expect(parseAmount(decimal, currency)).toBeUndefined();
    expect(() => toMinorUnits(decimal, currency)).toThrow(RangeError);
  });

  it("says what it would take instead", () => {
    expect(() => toMinorUnits("1e3", "BRL")).toThrow(
      '"1e3" is not an amount of BRL. Pass a plain decimal with at most 2 decimals, such as 159.90.',
    );
    expect(() => toMinorUnits(1.5, "CLP")).toThrow(
      "1.5 is not an amount of CLP. Pass a plain decimal with no decimals, such as 15990.",
    );
  });

  it("gives back every amount, through text, number and JSON, in every currency", () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, (amount, currency) => {
        const major: number = JSON.parse(JSON.stringify(toMajorUnits(amount, currency)));
        expect(parseAmount(major, currency)).toBe(amount + 0);
        expect(parseAmount(formatMajorUnits(amount, currency), currency)).toBe(amount + 0);
      }),
    );
  });

  it("takes nothing that has more decimals than the currency", () => {
    fc.assert(
      fc.property(fc.nat(), anyCurrency, fc.integer({ min: 1, max: 9 }), (whole, currency, last) => {
        const tooFine = `${whole}.${"0".repeat(CURRENCIES[currency].decimals)}${last}`;
        expect(parseAmount(tooFine, currency)).toBeUndefined();
      }),
    );
  });
});

describe("writing amounts", () => {
  it("gives pesos of Chile no decimals and reais two", () => {
    expect(formatMajorUnits(15990, "BRL")).toBe("159.90");
    expect(formatMajorUnits(5, "BRL")).toBe("0.05");
    expect(formatMajorUnits(15990, "CLP")).toBe("15990");
    expect(formatMajorUnits(-5, "MXN")).toBe("-0.05");
    expect(toMajorUnits(15990, "BRL")).toBe(159.9);
    expect(toMajorUnits(15990, "CLP")).toBe(15990);
  });

  it("refuses a fraction of a minor unit instead of printing it", () => {
    expect(() => formatMajorUnits(15990.5, "BRL")).toThrow(RangeError);
    expect(() => toMajorUnits(Number.NaN, "BRL")).toThrow(RangeError);
    expect(() => formatMoney(2 ** 53, "BRL")).toThrow(RangeError);
  });

  it.each([
    [1_599_000, "BRL", "R$ 15.990,00"],
    [1_599_000, "MXN", "$15,990.00"],
    [1_599_000, "ARS", "$ 15.990,00"],
    [1_599_050, "COP", "$ 15.990,50"],
    [15_990, "CLP", "$15.990"],
    [1_599_000, "USD", "$15,990.00"],
    [-5, "BRL", "-R$ 0,05"],
  ] as const)("prints %i %s as %s", (amount, currency, printed) => {
    expect(formatMoney(amount, currency).replaceAll(/\s/g, " ")).toBe(printed);
  });
});

describe("roundToMinorUnits", () => {
  it.each([
    [1.005, "BRL", 101],
    [23.4567, "BRL", 2346],
    [1.0049, "BRL", 100],
    [15990.5, "CLP", 15991],
    [-0.001, "BRL", 0],
  ] as const)("rounds %f %s to %i, by the decimal that was written", (decimal, currency, amount) => {
    expect(roundToMinorUnits(decimal, currency)).toBe(amount);
  });

  it("changes nothing that is exact", () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, (amount, currency) => {
        expect(roundToMinorUnits(toMajorUnits(amount, currency), currency)).toBe(amount + 0);
      }),
    );
    expect(() => roundToMinorUnits(Number.NaN, "BRL")).toThrow(RangeError);
  });
});

describe("whole units", () => {
  it("takes whole pesos and names the nearest ones otherwise", () => {
    expect(toWholeUnits(160_000, "COP")).toBe(1600);
    expect(toWholeUnits(15_990, "CLP")).toBe(15_990);
    expect(() => toWholeUnits(160_050, "COP")).toThrow(
      "Amount 160050 is 1600.50 COP, and only whole units can be paid. Pass 160000 or 160100.",
    );
    expect(() => toWholeUnits(50, "COP")).toThrow("Pass 100.");
    expect(explainFraction(160_000, "COP")).toBeUndefined();
    expect(explainFraction(15_990, "CLP")).toBeUndefined();
  });

  it("knows where payments have no centavos", () => {
    expect(isPayableAmount(160_050, "COP")).toBe(false);
    expect(isPayableAmount(160_000, "COP")).toBe(true);
    expect(isPayableAmount(15_991, "CLP")).toBe(true);
    expect(isPayableAmount(1, "BRL")).toBe(true);
    expect(isPayableAmount(0, "BRL")).toBe(false);
    expect(isPayableAmount(0.5, "BRL")).toBe(false);
  });
});

describe("generateAmount", () => {
  it("stays within the bounds and can be paid", () => {
    fc.assert(
      fc.property(fc.integer(), anyCurrency, fc.nat(1_000_000), (seed, currency, minimum) => {
        const bounds = { minimum: minimum + 1, maximum: minimum + 1_000_000 };
        const amount = generateAmount(seededRandom(seed), currency, bounds);
        expect(amount).toBeGreaterThanOrEqual(bounds.minimum);
        expect(amount).toBeLessThanOrEqual(bounds.maximum);
        expect(isPayableAmount(amount, currency)).toBe(true);
      }),
    );
    expect(() => generateAmount(seededRandom(1), "COP", { minimum: 101, maximum: 199 })).toThrow(RangeError);
  });
});
