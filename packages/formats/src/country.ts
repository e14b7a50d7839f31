import { ARGENTINA_BANK_CALENDAR } from "./bank-calendars/argentina.ts";
import { BRAZIL_BANK_CALENDAR } from "./bank-calendars/brazil.ts";
import { CHILE_BANK_CALENDAR } from "./bank-calendars/chile.ts";
import { COLOMBIA_BANK_CALENDAR } from "./bank-calendars/colombia.ts";
import type { BankCalendar } from "./bank-calendars/holiday.ts";
import { MEXICO_BANK_CALENDAR } from "./bank-calendars/mexico.ts";
import { PERU_BANK_CALENDAR } from "./bank-calendars/peru.ts";
import { BOGOTA, BUENOS_AIRES, LIMA, MEXICO_CITY, SANTIAGO, SAO_PAULO } from "./dates/zone-names.ts";
import { ARS, BRL, CLP, COP, type CurrencyCode, type CurrencyRow, MXN, PEN } from "./money/currency.ts";

/** Documents by which tax offices and payment providers know a person or a company. */
export type DocumentType = "cc" | "cnpj" | "cpf" | "cuit" | "curp" | "dni" | "nit" | "rfc" | "ruc" | "rut";

export interface CountryRow {
  /** In English. */
  name: string;
  currency: CurrencyRow & { code: CurrencyCode };
  /** IANA name of the zone in which its providers write local times. */
  timeZone: string;
  /** Every zone whose clocks differ today or have differed since 2000, the main one first. */
  timeZones: readonly string[];
  phone: {
    /** Country calling code (E.164), without plus sign. */
    prefix: string;
    /** What follows the prefix of a mobile number, and of a landline. Mexico does not distinguish them. */
    mobile: RegExp;
    landline: RegExp;
    /** How each is printed, `#` for each digit. */
    masks: { mobile: string; landline: string };
  };
  postalCode: {
    /** What it is called there. */
    name: string;
    pattern: RegExp;
    /** How it is printed, `#` for each character. */
    mask: string;
    example: string;
  };
  /** Documents that name a person or a company, the usual one first. */
  documents: readonly DocumentType[];
  bankCalendar: BankCalendar;
}

/**
 * One row per country. Time zones by IANA, phones by the national numbering plans (libphonenumber agrees), postal codes
 * by the postal services. A new country is a row here and what the compiler then asks for.
 */
export const COUNTRIES = {
  AR: {
    name: "Argentina",
    currency: ARS,
    timeZone: BUENOS_AIRES,
    timeZones: [BUENOS_AIRES, "America/Argentina/San_Luis"],
    phone: {
      prefix: "54",
      mobile: /^9(?:11|[23]\d)\d{8}$/,
      landline: /^(?:11|[23]\d)\d{8}$/,
      masks: { mobile: "# ##########", landline: "##########" },
    },
    postalCode: {
      name: "CPA",
      pattern: /^[A-HJ-NP-Z]?\d{4}(?:[A-Z]{3})?$/,
      mask: "########",
      example: "C1425CKF",
    },
    documents: ["cuit", "dni"],
    bankCalendar: ARGENTINA_BANK_CALENDAR,
  },
  BR: {
    name: "Brazil",
    currency: BRL,
    timeZone: SAO_PAULO,
    timeZones: [
      SAO_PAULO,
      "America/Araguaina",
      "America/Bahia",
      "America/Belem",
      "America/Boa_Vista",
      "America/Campo_Grande",
      "America/Cuiaba",
      "America/Eirunepe",
      "America/Fortaleza",
      "America/Maceio",
      "America/Manaus",
      "America/Noronha",
      "America/Porto_Velho",
      "America/Recife",
      "America/Rio_Branco",
      "America/Santarem",
    ],
    // Area codes: Anatel, Res. 749/2022.
    phone: {
      prefix: "55",
      mobile: /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])9\d{8}$/,
      landline: /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])[2-5]\d{7}$/,
      masks: { mobile: "## #####-####", landline: "## ####-####" },
    },
    postalCode: { name: "CEP", pattern: /^\d{8}$/, mask: "#####-###", example: "01310100" },
    documents: ["cpf", "cnpj"],
    bankCalendar: BRAZIL_BANK_CALENDAR,
  },
  CL: {
    name: "Chile",
    currency: CLP,
    timeZone: SANTIAGO,
    timeZones: [SANTIAGO, "America/Coyhaique", "America/Punta_Arenas", "Pacific/Easter"],
    phone: {
      prefix: "56",
      mobile: /^9\d{8}$/,
      landline: /^[2-7]\d{8}$/,
      masks: { mobile: "# #### ####", landline: "# #### ####" },
    },
    postalCode: { name: "código postal", pattern: /^\d{7}$/, mask: "#######", example: "8320000" },
    documents: ["rut"],
    bankCalendar: CHILE_BANK_CALENDAR,
  },
  CO: {
    name: "Colombia",
    currency: COP,
    timeZone: BOGOTA,
    timeZones: [BOGOTA],
    phone: {
      prefix: "57",
      mobile: /^3\d{9}$/,
      landline: /^60[1-8]\d{7}$/,
      masks: { mobile: "### #######", landline: "### #######" },
    },
    postalCode: { name: "código postal", pattern: /^\d{6}$/, mask: "######", example: "110111" },
    documents: ["nit", "cc"],
    bankCalendar: COLOMBIA_BANK_CALENDAR,
  },
  MX: {
    name: "Mexico",
    currency: MXN,
    timeZone: MEXICO_CITY,
    timeZones: [
      MEXICO_CITY,
      "America/Bahia_Banderas",
      "America/Cancun",
      "America/Chihuahua",
      "America/Ciudad_Juarez",
      "America/Hermosillo",
      "America/Matamoros",
      "America/Mazatlan",
      "America/Merida",
      "America/Monterrey",
      "America/Ojinaga",
      "America/Tijuana",
    ],
    // One plan for both since 2019, and no "1" after the prefix.
    phone: {
      prefix: "52",
      mobile: /^[2-9]\d{9}$/,
      landline: /^[2-9]\d{9}$/,
      masks: { mobile: "## #### ####", landline: "## #### ####" },
    },
    postalCode: { name: "código postal", pattern: /^\d{5}$/, mask: "#####", example: "06600" },
    documents: ["rfc", "curp"],
    bankCalendar: MEXICO_BANK_CALENDAR,
  },
  PE: {
    name: "Peru",
    currency: PEN,
    timeZone: LIMA,
    timeZones: [LIMA],
    phone: {
      prefix: "51",
      mobile: /^9\d{8}$/,
      landline: /^(?:[14-7]\d|8[2-4])\d{6}$/,
      masks: { mobile: "### ### ###", landline: "## ######" },
    },
    postalCode: { name: "código postal", pattern: /^\d{5}$/, mask: "#####", example: "15001" },
    documents: ["ruc"],
    bankCalendar: PERU_BANK_CALENDAR,
  },
} as const satisfies Readonly<Record<string, CountryRow>>;

export type CountryCode = keyof typeof COUNTRIES;

// Object.keys forgets the literal type; the object above has no other keys.
export const COUNTRY_CODES = /* @__PURE__ */ Object.keys(COUNTRIES) as readonly CountryCode[];

/** Whether the text is the two-letter code (ISO 3166) of a country that has a row, in upper case. */
export function isCountryCode(text: string): text is CountryCode {
  return Object.hasOwn(COUNTRIES, text);
}

/** IANA name of the zone in which a currency is paid, where its due dates are days; `UTC` for USD. */
export function timeZoneOfCurrency(currency: CurrencyCode): string {
  const country = countryOfCurrency(currency);
  return country === undefined ? "UTC" : COUNTRIES[country].timeZone;
}

/** The country whose own currency it is; undefined for USD and units of account. */
export function countryOfCurrency(currency: CurrencyCode): CountryCode | undefined {
  return COUNTRY_CODES.find((code) => COUNTRIES[code].currency.code === currency);
}
