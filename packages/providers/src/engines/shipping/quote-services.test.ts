import { countries } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarrierService } from "./carrier-service.ts";
import { postalRegions } from "./postal-regions.ts";
import { type Consignment, type Parcel, quoteServices } from "./quote-services.ts";
import { brazilServices } from "./services-brazil.ts";
import { mexicoServices } from "./services-mexico.ts";
import { argentinaServices, chileServices, colombiaServices } from "./services-south-america.ts";

const now = Date.UTC(2026, 10, 20, 15);

const byCountry = {
  BR: Object.values<CarrierService>(brazilServices),
  MX: Object.values<CarrierService>(mexicoServices),
  AR: Object.values<CarrierService>(argentinaServices),
  CO: Object.values<CarrierService>(colombiaServices),
  CL: Object.values<CarrierService>(chileServices),
};

const parcels = fc.array(
  fc.record<Parcel>({
    weightG: fc.integer({ min: 1, max: 14_000 }),
    lengthCm: fc.integer({ min: 1, max: 100 }),
    widthCm: fc.integer({ min: 1, max: 100 }),
    heightCm: fc.integer({ min: 1, max: 100 }),
    declaredValue: fc.integer({ min: 0, max: 9_999_999 }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe.each(countries)("quotes in %s", (country) => {
  const digits = { BR: 3, MX: 3, AR: 0, CO: 4, CL: 4 }[country];
  const postalCode = fc
    .constantFrom(...postalRegions[country])
    .map(
      ({ from }) =>
        String(from).padStart({ BR: 5, MX: 2, AR: 4, CO: 2, CL: 3 }[country], "0") + "0".repeat(digits),
    );
  const consignments = fc
    .record({ from: postalCode, to: postalCode, parcels })
    .map((each): Consignment => ({ country, ...each }));
  const priced = (consignment: Consignment) => {
    const route = quoteServices(byCountry[country], consignment, now);
    if (typeof route === "string") throw new Error(route);
    return route;
  };

  it("are whole amounts in whole steps, on a date that is no weekend, and the same when asked again", () => {
    fc.assert(
      fc.property(consignments, (consignment) => {
        const { quotes, refused } = priced(consignment);
        expect(quotes.length + refused.length).toBe(byCountry[country].length);
        for (const { amount, days, deliveryDate, service } of quotes) {
          expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
          expect(amount % (service.priceStep ?? 1)).toBe(0);
          expect(days).toBeGreaterThanOrEqual(1);
          expect([0, 6]).not.toContain(new Date(`${deliveryDate}T12:00:00Z`).getUTCDay());
        }
        expect(priced(consignment)).toEqual({ ...priced(consignment), quotes, refused });
      }),
    );
  });

  it("cost no less for a heavier or dearer parcel, and as much on the way back", () => {
    fc.assert(
      fc.property(consignments, fc.integer({ min: 0, max: 900 }), (consignment, extra) => {
        const dearer = consignment.parcels.map((parcel) => ({
          ...parcel,
          weightG: parcel.weightG + extra,
          declaredValue: parcel.declaredValue + extra,
        }));
        const usual = new Map(
          priced(consignment).quotes.map(({ service, amount }) => [service.code, amount]),
        );
        for (const { service, amount } of priced({ ...consignment, parcels: dearer }).quotes) {
          expect(amount).toBeGreaterThanOrEqual(usual.get(service.code) ?? 0);
        }
        const back = priced({ ...consignment, from: consignment.to, to: consignment.from });
        expect(back.quotes.map(({ amount }) => amount)).toEqual([...usual.values()]);
      }),
    );
  });
});

it("charges cubic weight when it is more than the real one", () => {
  const parcel: Parcel = { weightG: 1_000, lengthCm: 60, widthCm: 50, heightCm: 40, declaredValue: 0 };
  const route = quoteServices(
    [brazilServices.pac],
    { country: "BR", from: "01310100", to: "22041011", parcels: [parcel] },
    now,
  );
  // 60 × 50 × 40 / 6000 = 20 kg
  expect(route).toMatchObject({ quotes: [{ chargedWeightG: 20_000 }] });
});

it("says which end it does not know, and that there is nothing to carry", () => {
  const consignment: Consignment = { country: "BR", from: "01310100", to: "22041011", parcels: [] };
  expect(quoteServices([brazilServices.pac], consignment, now)).toBe("no_parcels");
  expect(quoteServices([brazilServices.pac], { ...consignment, from: "1" }, now)).toBe("unknown_origin");
  expect(quoteServices([brazilServices.pac], { ...consignment, to: "1" }, now)).toBe("unknown_destination");
});
