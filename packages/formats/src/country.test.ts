import { describe, expect, it } from "vitest";
import { COUNTRIES, COUNTRY_CODES, countryOfCurrency, isCountryCode, timeZoneOfCurrency } from "./country.ts";
import { isTimeZone } from "./dates/dates-and-zones.ts";

describe("countries", () => {
  it("has a row of each, by ISO 3166", () => {
    expect(COUNTRY_CODES).toEqual(["AR", "BR", "CL", "CO", "MX", "PE"]);
    expect(isCountryCode("BR")).toBe(true);
    expect(isCountryCode("br")).toBe(false);
    expect(isCountryCode("toString")).toBe(false);
  });

  it.each(COUNTRY_CODES)("names time zones of %s that exist, the main one first", (code) => {
    const { timeZone, timeZones } = COUNTRIES[code];
    expect(timeZones[0]).toBe(timeZone);
    expect(new Set(timeZones).size).toBe(timeZones.length);
    // Coyhaique is of 2025: older runtimes do not have it yet.
    const unknown = timeZones.filter((zone) => !isTimeZone(zone) && zone !== "America/Coyhaique");
    expect(unknown).toEqual([]);
  });

  it.each(COUNTRY_CODES)("has a postal code example of %s that fits its own rule and mask", (code) => {
    const { example, pattern, mask } = COUNTRIES[code].postalCode;
    expect(example).toMatch(pattern);
    expect(mask.replaceAll("-", "")).toHaveLength(example.length);
  });

  it("finds the country of a currency", () => {
    expect(countryOfCurrency("BRL")).toBe("BR");
    expect(countryOfCurrency("COP")).toBe("CO");
    expect(countryOfCurrency("USD")).toBeUndefined();
    expect(timeZoneOfCurrency("CLP")).toBe("America/Santiago");
    expect(timeZoneOfCurrency("USD")).toBe("UTC");
  });
});
