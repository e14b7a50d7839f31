import { BRAZIL_STATES, type BrazilState, stateOfIbgeCode } from "../brazil-state.ts";
import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import { formatYearMonth } from "../dates/timestamp.ts";
import type { RandomSource } from "../random/random-source.ts";
import { isPersonTaxpayer, taxpayerField } from "../tax-ids/brazil-taxpayer.ts";
import { isValidCnpj } from "../tax-ids/cnpj.ts";
import { isValidCpf } from "../tax-ids/cpf.ts";
import { inGroups } from "../text/mask.ts";
import { fixedDigits, requireFormat, requireValue } from "../text/text-rules.ts";
import { generateNumericCode } from "./dfe-numeric-code.ts";

/** Fiscal document models: 55 NF-e, 65 NFC-e, 57 CT-e, 67 CT-e OS, 58 MDF-e. */
export type DfeModel = "55" | "65" | "57" | "67" | "58";

export interface DfeAccessKey {
  /** 44 characters. */
  key: string;
  state: BrazilState;
  /** `YYYY-MM` of the issue. */
  month: string;
  /** CNPJ or CPF, bare. */
  issuer: string;
  model: DfeModel;
  series: number;
  number: number;
  emissionType: string;
  numericCode: string;
}

export interface DfeAccessKeyInput {
  state: BrazilState;
  /** Epoch milliseconds of the issue; the key carries its local month. */
  issuedAt: number;
  /** CNPJ, or CPF with a series of 920 to 969. */
  issuer: string;
  model: DfeModel;
  /** 0 to 999. */
  series: number;
  /** 1 to 999,999,999. */
  number: number;
  /** One digit; 1 is normal emission. @default "1" */
  emissionType?: string | undefined;
  /** cNF, eight digits. Drawn when left out. */
  numericCode?: string | undefined;
  /** Zone of the issuer, whose month the key carries. @default that of the state's capital */
  timeZone?: string | undefined;
}

const LAYOUT =
  /^(\d{2})(\d{2})(0[1-9]|1[0-2])([0-9A-Z]{12}\d{2})(55|65|57|67|58)(\d{3})(\d{9})(\d)(\d{8})\d$/;

/**
 * Reads the access key of an NF-e, NFC-e, CT-e or MDF-e (MOC 7.0), with or without blanks and the prefix of its XML Id;
 * undefined when a part or the check digit is wrong.
 */
export function parseDfeAccessKey(text: string): DfeAccessKey | undefined {
  const key = text.replace(/^(?:NFe|CTe|MDFe)/, "").replace(/\s/g, "");
  const match = LAYOUT.exec(key);
  if (!match || mod11Digit(cyclicSum(key.slice(0, 43))) !== Number(key.charAt(43))) return undefined;
  const [
    ,
    cUf = "",
    year,
    month,
    field = "",
    model = "",
    series,
    number,
    emissionType = "",
    numericCode = "",
  ] = match;
  const state = stateOfIbgeCode(cUf);
  const issuer = issuerOfField(field, Number(series));
  if (!state || !issuer) return undefined;
  return {
    key,
    state,
    month: `20${year}-${month}`,
    issuer,
    // one of the alternatives of the pattern
    model: model as DfeModel,
    series: Number(series),
    number: Number(number),
    emissionType,
    numericCode,
  };
}

/** Whether the text is an access key with all its parts right. */
export function isValidDfeAccessKey(text: string): boolean {
  return parseDfeAccessKey(text) !== undefined;
}

/** Prints a key as on a DANFE, in groups of four. Throws RangeError when it is none. */
export function formatDfeAccessKey(text: string): string {
  return inGroups(
    requireValue(parseDfeAccessKey(text), text, "Access key", "44 characters with the right digit").key,
    4,
  );
}

/** An access key of 44 characters. Throws RangeError for what does not fit. */
export function generateDfeAccessKey(random: RandomSource, input: DfeAccessKeyInput): string {
  const issuer = taxpayerField(input.issuer);
  const isPerson = isPersonTaxpayer(input.issuer);
  if (isPerson && (input.series < 920 || input.series > 969)) {
    throw new RangeError(`Series ${input.series} is not for a CPF issuer. Pass a series from 920 to 969.`);
  }
  if (input.number < 1) throw new RangeError("A fiscal document needs a number. Pass one from 1.");
  const code = input.numericCode ?? generateNumericCode(random, input.number);
  requireFormat(code, /^\d{8}$/, "Numeric code", "eight digits");
  const base =
    BRAZIL_STATES[input.state].ibge +
    formatYearMonth(input.issuedAt, input.timeZone ?? BRAZIL_STATES[input.state].timeZone) +
    issuer +
    input.model +
    fixedDigits(input.series, 3, "Series") +
    fixedDigits(input.number, 9, "Number") +
    requireFormat(input.emissionType ?? "1", /^[1-9]$/, "Emission type", "one digit") +
    code;
  return base + mod11Digit(cyclicSum(base));
}

/** The Id attribute of the document's XML: the key behind the name of its root. */
export function dfeXmlId(key: string): string {
  const model = key.slice(20, 22);
  if (model === "58") return `MDFe${key}`;
  return (model === "57" || model === "67" ? "CTe" : "NFe") + key;
}

function issuerOfField(field: string, series: number): string | undefined {
  if (series >= 920 && series <= 969 && isValidCpf(field.slice(3))) return field.slice(3);
  return isValidCnpj(field) ? field : undefined;
}
