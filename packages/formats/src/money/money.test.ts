import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectCardBrand } from "../cards/card-brand.ts";
import { TEST_CARDS } from "../cards/test-cards.ts";
import { splitInstallments } from "./installments.ts";
import { formatMajorUnits, MINOR_UNIT_DIGITS, toMajorUnits, toMinorUnits } from "./minor-units.ts";

describe("minor units", () => {
  it("gives pesos of Chile no decimals and reais two", () => {
    expect(formatMajorUnits(15990, "BRL")).toBe("159.90");
    expect(formatMajorUnits(5, "BRL")).toBe("0.05");
    expect(formatMajorUnits(15990, "CLP")).toBe("15990");
    expect(formatMajorUnits(-5, "MXN")).toBe("-0.05");
    expect(toMajorUnits(15990, "BRL")).toBe(159.9);
    expect(MINOR_UNIT_DIGITS.COP).toBe(2);
  });

  it("comes back unchanged from a provider that speaks major units", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (amount) => {
        expect(toMinorUnits(toMajorUnits(amount, "BRL"), "BRL")).toBe(amount);
        expect(Number(formatMajorUnits(amount, "BRL"))).toBe(toMajorUnits(amount, "BRL"));
      }),
    );
  });
});

describe("splitInstallments", () => {
  it("puts the remainder in the first parcel", () => {
    expect(splitInstallments(10000, 3)).toEqual([3334, 3333, 3333]);
    expect(splitInstallments(10, 1)).toEqual([10]);
  });

  it("always adds up to the total, in parcels that hardly differ", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 24 }), (total, count) => {
        const parcels = splitInstallments(total, count);
        expect(parcels).toHaveLength(count);
        expect(parcels.reduce((sum, parcel) => sum + parcel, 0)).toBe(total);
        expect((parcels[0] ?? 0) - (parcels[count - 1] ?? 0)).toBeLessThan(count);
      }),
    );
  });

  it("refuses fractions and no parcels", () => {
    expect(() => splitInstallments(1.5, 2)).toThrow(RangeError);
    expect(() => splitInstallments(100, 0)).toThrow(RangeError);
  });
});

describe("detectCardBrand", () => {
  it.each(TEST_CARDS)("reads $number as $brand", ({ number, brand }) => {
    expect(detectCardBrand(number)).toBe(brand);
  });

  it("reads Mercado Pago's Mastercard, refuses a wrong Luhn digit and text", () => {
    expect(detectCardBrand("5031433215406351")).toBe("mastercard");
    expect(detectCardBrand("4242424242424241")).toBeUndefined();
    expect(detectCardBrand("4242 4242 4242 4242")).toBeUndefined();
  });
});
