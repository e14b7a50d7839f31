import { mod10Digit } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { inGroups } from "../text/mask.ts";
import { fixedDigits, requireFormat, requireValue } from "../text/text-rules.ts";

/** Banks of Mexico by the first three digits of a CLABE (Banxico). */
export const CLABE_BANKS = {
  "002": "BANAMEX",
  "012": "BBVA MEXICO",
  "014": "SANTANDER",
  "021": "HSBC",
  "072": "BANORTE",
  "127": "AZTECA",
  "638": "NU MEXICO",
  "646": "STP",
  "722": "MERCADO PAGO W",
  "723": "CUENCA",
  "728": "SPIN BY OXXO",
} as const;

export type ClabeBank = keyof typeof CLABE_BANKS;

export interface Clabe {
  /** Eighteen bare digits. */
  clabe: string;
  /** Three digits; `bankOfClabe` names it. */
  bank: string;
  /** Three digits. */
  plaza: string;
  /** Eleven digits. */
  account: string;
}

export interface ClabeInput {
  /** STP, which most virtual collection accounts come from. @default "646" */
  bank?: ClabeBank | undefined;
  /** Three digits. @default "180", Mexico City */
  plaza?: string | undefined;
  /** Up to eleven digits. Drawn when left out. */
  account?: number | undefined;
}

/** Reads a CLABE (Banxico), with blanks or bare; undefined when its check digit is wrong. */
export function parseClabe(text: string): Clabe | undefined {
  const clabe = text.replace(/[\s-]/g, "");
  if (!/^\d{18}$/.test(clabe) || completeClabe(clabe.slice(0, 17)) !== clabe) return undefined;
  return { clabe, bank: clabe.slice(0, 3), plaza: clabe.slice(3, 6), account: clabe.slice(6, 17) };
}

/** Whether the text is a CLABE with the right check digit. */
export function isValidClabe(text: string): boolean {
  return parseClabe(text) !== undefined;
}

/** Prints a CLABE in its parts: `646 180 15700000000 4`. Throws RangeError when it is none. */
export function formatClabe(text: string): string {
  const { clabe } = requireValue(
    parseClabe(text),
    text,
    "CLABE",
    "eighteen digits with the right check digit",
  );
  return inGroups(clabe, 3, 3, 11, 1);
}

/** A CLABE of eighteen bare digits. */
export function generateClabe(random: RandomSource, { bank, plaza, account }: ClabeInput = {}): string {
  const holder = account === undefined ? randomDigits(random, 11) : fixedDigits(account, 11, "Account");
  return completeClabe(`${bank ?? "646"}${plaza ?? "180"}${holder}`);
}

/** Appends the check digit: weights 3 7 1, each product modulo 10. Throws RangeError. */
export function completeClabe(base: string): string {
  requireFormat(base, /^\d{17}$/, "CLABE base", "seventeen digits");
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const weight = index % 3 === 0 ? 3 : index % 3 === 1 ? 7 : 1;
    sum += (Number(base.charAt(index)) * weight) % 10;
  }
  return base + mod10Digit(sum);
}

/** The bank of a CLABE, or undefined when it is not in the table. */
export function bankOfClabe(clabe: string): string | undefined {
  // A string is looked up in a table of known keys; hasOwn has just confirmed that it is one of them.
  return Object.hasOwn(CLABE_BANKS, clabe.slice(0, 3))
    ? CLABE_BANKS[clabe.slice(0, 3) as ClabeBank]
    : undefined;
}
