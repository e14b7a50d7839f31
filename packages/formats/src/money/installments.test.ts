import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitInstallments } from "./installments.ts";

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
