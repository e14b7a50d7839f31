import type { Country } from "@codespar/contract";
import { digitsOnly, parsePostalCode } from "@codespar/formats";
import { postalRegions } from "./postal-regions.ts";

/** Where a postal code is, as far as a tariff needs to know. */
export interface PostalPlace {
  country: Country;
  /** Without punctuation: `01310100`, `64000`, `C1425ABC`, `110111`, `7500000`. */
  postalCode: string;
  /** The region's main city. */
  city: string;
  state: string;
  latitude: number;
  longitude: number;
}

/** The place of a postal code, with or without punctuation, or undefined when the country has no such code. */
export function locatePostalCode(country: Country, written: string): PostalPlace | undefined {
  const postalCode = parsePostalCode(written, country);
  if (postalCode === undefined) return undefined;
  const number = regionNumber(country, postalCode);
  const region = postalRegions[country].find(({ from, to }) => from <= number && number <= to);
  if (region === undefined) return undefined;
  const { city, state, latitude, longitude } = region;
  return { country, postalCode, city, state, latitude, longitude };
}

/** Kilometres between two places along the great circle, rounded; within one region 0. */
export function distanceKm(a: PostalPlace, b: PostalPlace): number {
  const radians = Math.PI / 180;
  const north = (b.latitude - a.latitude) * radians;
  const east = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return Math.round(6371 * Math.hypot(north, east));
}

function regionNumber(country: Country, postalCode: string): number {
  switch (country) {
    case "BR":
      return Number(postalCode.slice(0, 5));
    case "MX":
    case "CO":
      return Number(postalCode.slice(0, 2));
    case "AR":
      return Number(digitsOnly(postalCode));
    case "CL":
      return Number(postalCode.slice(0, 3));
    default:
      throw new RangeError(`No postal codes for ${country satisfies never}.`);
  }
}
