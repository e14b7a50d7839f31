import type { Country, Currency } from "@codespar/contract";
import { bankDateAfter, COUNTRIES } from "@codespar/formats";
import type { CarrierService } from "./carrier-service.ts";
import { distanceKm, locatePostalCode, type PostalPlace } from "./locate-postal-code.ts";

export interface Parcel {
  weightG: number;
  lengthCm: number;
  widthCm: number;
  heightCm: number;
  /** Minor units. */
  declaredValue: number;
}

/** What is asked of a carrier. */
export interface Consignment {
  country: Country;
  /** Postal codes, with or without punctuation. */
  from: string;
  to: string;
  parcels: readonly Parcel[];
}

export interface ServiceQuote {
  service: CarrierService;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** Working days. */
  days: number;
  /** `YYYY-MM-DD`, the country's local date. */
  deliveryDate: string;
  /** Grams that were charged: the greater of real and cubic weight, summed over the parcels. */
  chargedWeightG: number;
}

/** Why a carrier gives no quote: a postal code that it does not know, or parcels outside of every limit. */
export type QuoteProblem = "unknown_origin" | "unknown_destination" | "no_parcels" | "parcel_over_limits";

export interface QuotedRoute {
  from: PostalPlace;
  to: PostalPlace;
  quotes: ServiceQuote[];
  /** Services that do not take these parcels. */
  refused: CarrierService[];
}

/** Prices a consignment with each service. The same consignment on the same day has the same quotes. */
export function quoteServices(
  services: readonly CarrierService[],
  { country, from: origin, to: destination, parcels }: Consignment,
  now: number,
): QuotedRoute | QuoteProblem {
  const from = locatePostalCode(country, origin);
  if (from === undefined) return "unknown_origin";
  const to = locatePostalCode(country, destination);
  if (to === undefined) return "unknown_destination";
  if (parcels.length === 0) return "no_parcels";
  const km = distanceKm(from, to);
  const quotes: ServiceQuote[] = [];
  const refused: CarrierService[] = [];
  for (const service of services) {
    if (!parcels.every((parcel) => fits(parcel, service))) {
      refused.push(service);
      continue;
    }
    const days = service.minimumDays + Math.floor(km / service.kmPerDay);
    quotes.push({
      service,
      amount: parcels.reduce((sum, parcel) => sum + getPrice(parcel, service, km), 0),
      currency: COUNTRIES[country].currency.code,
      days,
      deliveryDate: bankDateAfter(now, days, country),
      chargedWeightG: parcels.reduce((sum, parcel) => sum + chargedWeightG(parcel, service), 0),
    });
  }
  return { from, to, quotes, refused };
}

/** Real or cubic weight, whichever is more. */
function chargedWeightG(parcel: Parcel, { cubicDivisor }: CarrierService): number {
  const cubicG = Math.ceil((parcel.lengthCm * parcel.widthCm * parcel.heightCm * 1000) / cubicDivisor);
  return Math.max(Math.ceil(parcel.weightG), cubicG);
}

function getPrice(parcel: Parcel, service: CarrierService, km: number): number {
  const halfKilos = Math.ceil(chargedWeightG(parcel, service) / 500);
  const hundredsOfKm = Math.ceil(km / 100);
  const carriage =
    service.base +
    service.perHalfKilo * (halfKilos - 1) +
    service.perHundredKm * hundredsOfKm * (1 + Math.floor(halfKilos / 10));
  const insurance = Math.ceil((parcel.declaredValue * service.insuranceBasisPoints) / 10_000);
  const step = service.priceStep ?? 1;
  return Math.ceil((carriage + insurance) / step) * step;
}

function fits(parcel: Parcel, { maxWeightG, maxSideCm }: CarrierService): boolean {
  const { weightG, lengthCm, widthCm, heightCm } = parcel;
  return (
    weightG > 0 &&
    weightG <= maxWeightG &&
    Math.min(lengthCm, widthCm, heightCm) > 0 &&
    Math.max(lengthCm, widthCm, heightCm) <= maxSideCm
  );
}
