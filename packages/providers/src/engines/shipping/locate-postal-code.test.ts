import { countries } from "@codespar/contract";
import { generateAnyCep, seededRandom, stateOfCep } from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm, locatePostalCode } from "./locate-postal-code.ts";
import { postalRegions } from "./postal-regions.ts";

describe("locatePostalCode", () => {
  it.each([
    ["BR", "01310-100", "São Paulo", "SP"],
    ["BR", "22041011", "Rio de Janeiro", "RJ"],
    ["MX", "06600", "Ciudad de México", "CDMX"],
    ["AR", "C1425ABC", "Buenos Aires", "CABA"],
    ["AR", "5000", "Córdoba", "CB"],
    ["CO", "050021", "Medellín", "ANT"],
    ["CL", "7500000", "Santiago", "RM"],
    ["CL", "832-0000", "Santiago", "RM"],
  ] as const)("%s %s is in %s", (country, code, city, state) => {
    expect(locatePostalCode(country, code)).toMatchObject({ country, city, state });
  });

  it.each([
    ["BR", "0131010"],
    ["BR", "00000000"],
    ["MX", "19000"],
    ["AR", "C14"],
    ["CO", "000000"],
    ["CL", "0000000"],
  ] as const)("%s has no %s", (country, code) => {
    expect(locatePostalCode(country, code)).toBeUndefined();
  });

  it("puts every CEP in the state that Correios' ranges say", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const cep = generateAnyCep(seededRandom(seed));
        expect(locatePostalCode("BR", cep)?.state).toBe(stateOfCep(cep));
      }),
    );
  });

  it.each(countries)("has regions of %s that do not overlap", (country) => {
    const sorted = postalRegions[country].toSorted((a, b) => a.from - b.from);
    for (const [index, { from, to }] of sorted.entries()) {
      expect(from).toBeLessThanOrEqual(to);
      expect(sorted[index + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to);
    }
  });
});

it("measures as far as the map says, the same both ways", () => {
  const place = (code: string) => {
    const found = locatePostalCode("BR", code);
    if (found === undefined) throw new Error(code);
    return found;
  };
  const km = distanceKm(place("01310100"), place("20040002"));
  expect(km).toBeGreaterThan(330);
  expect(km).toBeLessThan(380); // São Paulo to Rio de Janeiro, 357 km by air
  expect(distanceKm(place("20040002"), place("01310100"))).toBe(km);
  expect(distanceKm(place("01310100"), place("04538133"))).toBe(0);
});
