import type { ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { fullestConsignment, smallestConsignment } from "../../testing/consignments.ts";
import { nativeServiceCode, numericServiceCode, singleParcel, toConsignment } from "./consignment.ts";

const quote = (fields: Partial<ShipInput> = {}): ShipInput => ({
  action: "quote",
  ...smallestConsignment("MX"),
  ...fields,
});

describe("a consignment", () => {
  it("sums what its parcels weigh and are worth", () => {
    const { weightG, declaredValue, country } = toConsignment(quote(fullestConsignment("MX")));
    expect({ weightG, declaredValue, country }).toEqual({
      weightG: 2000.5,
      declaredValue: 12_990,
      country: "MX",
    });
  });

  it("is one box of the longest sides, the heights stacked", () => {
    expect(singleParcel(toConsignment(quote(fullestConsignment("MX"))))).toEqual({
      weight_g: 2000.5,
      length_cm: 30,
      width_cm: 15,
      height_cm: 15,
      declared_value: 12_990,
    });
  });

  it("goes where its destination is, else where its origin is, else to Brazil", () => {
    const [origin, destination] = [{ postal_code: "1425" }, { postal_code: "9410" }];
    expect(toConsignment(quote({ origin: { ...origin, country: "AR" }, destination })).country).toBe("AR");
    expect(toConsignment(quote({ origin, destination })).country).toBe("BR");
  });

  it.each(["origin", "destination", "packages"])("is refused without %s", (field) => {
    expect(() => toConsignment(quote({ [field]: undefined }))).toThrow(/^A quote or label needs/);
  });
});

describe("a service", () => {
  it.each([
    ["dhl:N", "N"],
    ["skydropx:fedex:express", "fedex:express"],
  ])("of %s is %s at its carrier", (service_id, code) => {
    expect(nativeServiceCode(quote({ service_id }))).toBe(code);
  });

  it("is a number where the carrier counts, and refused where it is none", () => {
    expect(numericServiceCode(quote({ service_id: "melhor-envio:17" }))).toBe(17);
    for (const service_id of ["melhor-envio:pac", "melhor-envio:1.5", "melhor-envio:-1", "melhor-envio:1e3"])
      expect(() => numericServiceCode(quote({ service_id }))).toThrow(service_id);
    expect(() => numericServiceCode(quote())).toThrow("service_id");
  });
});
