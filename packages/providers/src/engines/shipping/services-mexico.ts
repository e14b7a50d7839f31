import type { CarrierService } from "./carrier-service.ts";

const limits = { insuranceBasisPoints: 120, cubicDivisor: 5000, maxWeightG: 70_000, maxSideCm: 150 };
const estafeta = { ...limits, carrier: "Estafeta" };
const fedex = { ...limits, carrier: "FedEx" };
const dhl = { ...limits, carrier: "DHL Express" };

/** Mexican services. Centavos of peso. */
export const mexicoServices = {
  estafetaTerrestre: {
    ...estafeta,
    code: "70",
    name: "Terrestre",
    base: 14_200,
    perHalfKilo: 850,
    perHundredKm: 420,
    minimumDays: 2,
    kmPerDay: 600,
  },
  estafetaDosDias: {
    ...estafeta,
    code: "D0",
    name: "2 Días",
    base: 18_900,
    perHalfKilo: 1_400,
    perHundredKm: 680,
    minimumDays: 2,
    kmPerDay: 4_000,
  },
  estafetaDiaSiguiente: {
    ...estafeta,
    code: "60",
    name: "Día Siguiente",
    base: 22_800,
    perHalfKilo: 2_100,
    perHundredKm: 910,
    minimumDays: 1,
    kmPerDay: 4_000,
  },
  fedexEconomy: {
    ...fedex,
    code: "fedex_express_saver",
    name: "FedEx Express Saver",
    base: 15_600,
    perHalfKilo: 950,
    perHundredKm: 450,
    minimumDays: 2,
    kmPerDay: 700,
  },
  fedexOvernight: {
    ...fedex,
    code: "standard_overnight",
    name: "FedEx Standard Overnight",
    base: 24_900,
    perHalfKilo: 2_300,
    perHundredKm: 980,
    minimumDays: 1,
    kmPerDay: 4_000,
  },
  dhlDomestic: {
    ...dhl,
    code: "N",
    name: "EXPRESS DOMESTIC",
    base: 26_400,
    perHalfKilo: 2_500,
    perHundredKm: 1_020,
    minimumDays: 1,
    kmPerDay: 2_500,
  },
  dhlDomestic1200: {
    ...dhl,
    code: "1",
    name: "EXPRESS DOMESTIC 12:00",
    base: 33_900,
    perHalfKilo: 3_100,
    perHundredKm: 1_240,
    minimumDays: 1,
    kmPerDay: 4_000,
  },
  dhlEconomy: {
    ...dhl,
    code: "G",
    name: "DOMESTIC ECONOMY SELECT",
    base: 17_300,
    perHalfKilo: 1_100,
    perHundredKm: 510,
    minimumDays: 2,
    kmPerDay: 700,
  },
} as const satisfies Record<string, CarrierService>;
