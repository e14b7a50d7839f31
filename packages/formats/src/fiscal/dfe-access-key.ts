import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import { formatYearMonth } from "../dates/timestamp.ts";
import { SAO_PAULO } from "../dates/zone-names.ts";
import type { BrazilState } from "../postal-codes/brazil-states.ts";
import { IBGE_STATE_CODES } from "../postal-codes/brazil-states.ts";
import type { RandomSource } from "../random/random-source.ts";
import { isPersonTaxpayer, taxpayerField } from "../tax-ids/brazil-taxpayer.ts";
import { fixedDigits, requireFormat } from "../text/require-format.ts";
import { generateNumericCode } from "./dfe-numeric-code.ts";

/** Fiscal document models: 55 NF-e, 65 NFC-e, 57 CT-e, 67 CT-e OS, 58 MDF-e. */
export type DfeModel = "55" | "65" | "57" | "67" | "58";

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
  /** Zone of the issuer, whose month the key carries. @default "America/Sao_Paulo" */
  timeZone?: string | undefined;
}

/** The 44-character access key of an NF-e, NFC-e, CT-e or MDF-e (MOC 7.0). Throws RangeError. */
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
    IBGE_STATE_CODES[input.state] +
    formatYearMonth(input.issuedAt, input.timeZone ?? SAO_PAULO) +
    issuer +
    input.model +
    fixedDigits(input.series, 3, "Series") +
    fixedDigits(input.number, 9, "Number") +
    requireFormat(input.emissionType ?? "1", /^[1-9]$/, "Emission type", "one digit") +
    code;
  return base + mod11Digit(cyclicSum(base));
}
