import type { CarrierService } from "./carrier-service.ts";

const andreani = {
  carrier: "Andreani",
  insuranceBasisPoints: 100,
  cubicDivisor: 3500,
  maxWeightG: 50_000,
  maxSideCm: 150,
};
const servientrega = {
  carrier: "Servientrega",
  insuranceBasisPoints: 100,
  cubicDivisor: 4500,
  maxWeightG: 60_000,
  maxSideCm: 150,
  priceStep: 5_000, // whole fifties of pesos: nobody pays centavos
};
const chilexpress = {
  carrier: "Chilexpress",
  insuranceBasisPoints: 80,
  cubicDivisor: 4000,
  maxWeightG: 50_000,
  maxSideCm: 150,
  priceStep: 10,
};

/** Argentine services, by contract number. Centavos of peso. */
export const argentinaServices = {
  standard: {
    ...andreani,
    code: "400006709",
    name: "Envío a domicilio estándar",
    base: 720_000,
    perHalfKilo: 48_000,
    perHundredKm: 31_000,
    minimumDays: 2,
    kmPerDay: 500,
  },
  urgent: {
    ...andreani,
    code: "400006710",
    name: "Envío a domicilio urgente",
    base: 1_090_000,
    perHalfKilo: 82_000,
    perHundredKm: 56_000,
    minimumDays: 1,
    kmPerDay: 1_400,
  },
} as const satisfies Record<string, CarrierService>;

/** Colombian services, by product number. Centavos of peso. */
export const colombiaServices = {
  premier: {
    ...servientrega,
    code: "2",
    name: "Mercancía Premier",
    base: 1_180_000,
    perHalfKilo: 95_000,
    perHundredKm: 72_000,
    minimumDays: 1,
    kmPerDay: 500,
  },
  industrial: {
    ...servientrega,
    code: "6",
    name: "Mercancía Industrial",
    base: 1_030_000,
    perHalfKilo: 62_000,
    perHundredKm: 51_000,
    minimumDays: 3,
    kmPerDay: 350,
  },
} as const satisfies Record<string, CarrierService>;

/** Chilean services, by service type. Whole pesos. */
export const chileServices = {
  nextDay: {
    ...chilexpress,
    code: "3",
    name: "DIA HABIL SIGUIENTE",
    base: 3_690,
    perHalfKilo: 420,
    perHundredKm: 190,
    minimumDays: 1,
    kmPerDay: 4_500,
  },
  secondDay: {
    ...chilexpress,
    code: "4",
    name: "DIA HABIL SUBSIGUIENTE",
    base: 3_180,
    perHalfKilo: 340,
    perHundredKm: 150,
    minimumDays: 2,
    kmPerDay: 4_500,
  },
  thirdDay: {
    ...chilexpress,
    code: "5",
    name: "TERCER DIA",
    base: 2_790,
    perHalfKilo: 290,
    perHundredKm: 120,
    minimumDays: 3,
    kmPerDay: 4_500,
  },
} as const satisfies Record<string, CarrierService>;
