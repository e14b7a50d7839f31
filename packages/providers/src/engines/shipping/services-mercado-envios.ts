import type { Country } from "@codespar/contract";
import type { CarrierService } from "./carrier-service.ts";

const mercado = {
  carrier: "Mercado Envios",
  insuranceBasisPoints: 0,
  cubicDivisor: 4000,
  maxWeightG: 30_000,
  maxSideCm: 150,
};

/** Mercado Envios by country, by shipping method id. Minor units of the country's currency. */
export const mercadoEnviosServices: Readonly<Partial<Record<Country, readonly CarrierService[]>>> = {
  BR: [
    {
      ...mercado,
      code: "100009",
      name: "Normal a domicílio",
      base: 1_590,
      perHalfKilo: 190,
      perHundredKm: 55,
      minimumDays: 3,
      kmPerDay: 500,
    },
    {
      ...mercado,
      code: "182",
      name: "Expresso a domicílio",
      base: 2_190,
      perHalfKilo: 360,
      perHundredKm: 128,
      minimumDays: 1,
      kmPerDay: 900,
    },
  ],
  AR: [
    {
      ...mercado,
      code: "73328",
      name: "Normal a domicilio",
      base: 690_000,
      perHalfKilo: 44_000,
      perHundredKm: 29_000,
      minimumDays: 2,
      kmPerDay: 500,
    },
    {
      ...mercado,
      code: "73330",
      name: "Prioritario a domicilio",
      base: 990_000,
      perHalfKilo: 79_000,
      perHundredKm: 52_000,
      minimumDays: 1,
      kmPerDay: 1_400,
    },
  ],
  MX: [
    {
      ...mercado,
      code: "501245",
      name: "Estándar a domicilio",
      base: 12_900,
      perHalfKilo: 800,
      perHundredKm: 390,
      minimumDays: 2,
      kmPerDay: 700,
    },
    {
      ...mercado,
      code: "501345",
      name: "Express a domicilio",
      base: 19_900,
      perHalfKilo: 1_700,
      perHundredKm: 760,
      minimumDays: 1,
      kmPerDay: 4_000,
    },
  ],
};
