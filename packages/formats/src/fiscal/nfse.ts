import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import { formatYearMonth } from "../dates/timestamp.ts";
import { SAO_PAULO } from "../dates/zone-names.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits, randomUpperAlphanumerics } from "../random/random-text.ts";
import { isPersonTaxpayer, taxpayerField } from "../tax-ids/brazil-taxpayer.ts";
import { fixedDigits, requireFormat } from "../text/require-format.ts";

export interface NfseAccessKeyInput {
  /** IBGE code of the municipality, seven digits. */
  city: string;
  /** CPF or CNPJ. */
  provider: string;
  number: number;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** 1 the municipality's own system, 2 Sefin Nacional. @default "2" */
  environment?: "1" | "2" | undefined;
  /** Nine digits. Drawn when left out. */
  code?: string | undefined;
}

export interface DpsIdInput {
  city: string;
  provider: string;
  /** 0 to 99,999. */
  series: number;
  number: number;
}

const CITY = /^\d{7}$/;

/** The 50-character key of a national NFS-e (Sistema Nacional NFS-e); its XML Id is `NFS` and this. */
export function generateNfseAccessKey(random: RandomSource, input: NfseAccessKeyInput): string {
  const code = input.code ?? randomDigits(random, 9);
  const base =
    requireFormat(input.city, CITY, "City", "an IBGE code of seven digits") +
    (input.environment ?? "2") +
    providerField(input.provider) +
    fixedDigits(input.number, 13, "Number") +
    formatYearMonth(input.issuedAt, SAO_PAULO) +
    requireFormat(code, /^\d{9}$/, "Code", "nine digits");
  return base + mod11Digit(cyclicSum(base));
}

/** Tells whether the text has the shape of a national key. Foreign keys are not refused for their check digit. */
export function isNfseAccessKey(text: string): boolean {
  return /^\d{7}[12][12][0-9A-Z]{12}\d{15}\d{2}(?:0[1-9]|1[0-2])\d{10}$/.test(text);
}

/** Id of the declaration that asks for an NFS-e: `DPS`, city, provider, series of 5, number of 15. */
export function dpsId({ city, provider, series, number }: DpsIdInput): string {
  requireFormat(city, CITY, "City", "an IBGE code of seven digits");
  return `DPS${city}${providerField(provider)}${fixedDigits(series, 5, "Series")}${fixedDigits(number, 15, "Number")}`;
}

/** The short code of a municipal NFS-e (ABRASF), such as `A1B2-C3D4`. */
export function generateVerificationCode(random: RandomSource): string {
  return `${randomUpperAlphanumerics(random, 4)}-${randomUpperAlphanumerics(random, 4)}`;
}

function providerField(provider: string): string {
  const isPerson = isPersonTaxpayer(provider);
  return (isPerson ? "1" : "2") + taxpayerField(provider);
}
