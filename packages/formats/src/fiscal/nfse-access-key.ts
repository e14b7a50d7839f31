import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import { formatYearMonth } from "../dates/timestamp.ts";
import { SAO_PAULO } from "../dates/zone-names.ts";
import { randomDigits, randomUpperAlphanumerics } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { isPersonTaxpayer, taxpayerField } from "../tax-ids/brazil-taxpayer.ts";
import { inGroups } from "../text/mask.ts";
import { fixedDigits, requireFormat, requireValue } from "../text/text-rules.ts";

export interface NfseAccessKey {
  /** 50 characters. */
  key: string;
  /** IBGE code of the municipality, seven digits. */
  city: string;
  /** 1 the municipality's own system, 2 Sefin Nacional. */
  environment: "1" | "2";
  /** CPF or CNPJ, bare. */
  provider: string;
  number: number;
  /** `YYYY-MM` of the issue. */
  month: string;
  /** Nine digits. */
  code: string;
}

export interface NfseAccessKeyInput {
  /** IBGE code of the municipality, seven digits. */
  city: string;
  /** CPF or CNPJ. */
  provider: string;
  number: number;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Zone of the provider, whose month the key carries. @default "America/Sao_Paulo" */
  timeZone?: string | undefined;
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
const LAYOUT = /^(\d{7})([12])(?:1000(\d{11})|2([0-9A-Z]{12}\d{2}))(\d{13})(\d{2})(0[1-9]|1[0-2])(\d{9})\d$/;

/**
 * Reads the key of a national NFS-e (Sistema Nacional NFS-e), with or without the prefix of its XML Id; undefined when
 * it has another shape. Its check digit is not held against it: the rule is not published, and a printed key fails it.
 */
export function parseNfseAccessKey(text: string): NfseAccessKey | undefined {
  const key = text.replace(/\s/g, "").replace(/^NFS/, "");
  const match = LAYOUT.exec(key);
  if (match === null) return undefined;
  const [, city = "", environment, cpf, cnpj = "", number, year, month, code = ""] = match;
  return {
    key,
    city,
    environment: environment === "1" ? "1" : "2",
    provider: cpf ?? cnpj,
    number: Number(number),
    month: `20${year}-${month}`,
    code,
  };
}

/** Whether the text has the shape of a national key. */
export function isValidNfseAccessKey(text: string): boolean {
  return parseNfseAccessKey(text) !== undefined;
}

/** Prints a key in groups of five. Throws RangeError when it is none. */
export function formatNfseAccessKey(text: string): string {
  return inGroups(requireValue(parseNfseAccessKey(text), text, "NFS-e key", "50 characters").key, 5);
}

/** A key of 50 characters; its XML Id is `NFS` and this. Throws RangeError for what does not fit. */
export function generateNfseAccessKey(random: RandomSource, input: NfseAccessKeyInput): string {
  const code = input.code ?? randomDigits(random, 9);
  const base =
    requireFormat(input.city, CITY, "City", "an IBGE code of seven digits") +
    (input.environment ?? "2") +
    providerField(input.provider) +
    fixedDigits(input.number, 13, "Number") +
    formatYearMonth(input.issuedAt, input.timeZone ?? SAO_PAULO) +
    requireFormat(code, /^\d{9}$/, "Code", "nine digits");
  return base + mod11Digit(cyclicSum(base));
}

/** Id of the declaration that asks for an NFS-e: `DPS`, city, provider, series of 5, number of 15. Throws RangeError. */
export function dpsId({ city, provider, series, number }: DpsIdInput): string {
  requireFormat(city, CITY, "City", "an IBGE code of seven digits");
  return `DPS${city}${providerField(provider)}${fixedDigits(series, 5, "Series")}${fixedDigits(number, 15, "Number")}`;
}

/** The short code of a municipal NFS-e (ABRASF), such as `A1B2-C3D4`. */
export function generateVerificationCode(random: RandomSource): string {
  return `${randomUpperAlphanumerics(random, 4)}-${randomUpperAlphanumerics(random, 4)}`;
}

function providerField(provider: string): string {
  return (isPersonTaxpayer(provider) ? "1" : "2") + taxpayerField(provider);
}
