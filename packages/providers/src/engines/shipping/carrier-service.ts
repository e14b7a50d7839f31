/** One service of a carrier and the invented tariff it is priced by; plausible, not the carrier's own. */
export interface CarrierService {
  /** As the carrier's API names it: `04014`, `.PACKAGE`, `ESTAFETA_DIA_SIGUIENTE`. */
  code: string;
  /** As people know it: SEDEX, .Package. */
  name: string;
  carrier: string;
  /** Minor units for the first half kilo. */
  base: number;
  /** Minor units for each further half kilo begun. */
  perHalfKilo: number;
  /** Minor units for each 100 km begun; heavier parcels pay it more than once. */
  perHundredKm: number;
  /** Of the declared value, in hundredths of a per cent. */
  insuranceBasisPoints: number;
  /** Working days at no distance. */
  minimumDays: number;
  /** Kilometres that each further working day covers. */
  kmPerDay: number;
  /** Cubic centimetres that count as a kilogram. */
  cubicDivisor: number;
  maxWeightG: number;
  maxSideCm: number;
  /** Prices are multiples of it: 100 where no centavos are in use. @default 1 */
  priceStep?: number | undefined;
}
