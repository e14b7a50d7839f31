import { cyclicSum, hasLuhnDigit, luhnDigit } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { digitsOnly } from "../text/digits-only.ts";
import { fixedDigits, requireFormat, requireValue } from "../text/text-rules.ts";
import { dateOfFactor, dueDateFactor } from "./due-date-factor.ts";

export interface BoletoInput {
  /** COMPE code, three digits. */
  bank: string;
  /** In centavos, up to ten digits; 0 prints a boleto without an amount. */
  amount: number;
  /** `YYYY-MM-DD` in São Paulo. Left out: factor 0000. */
  dueDate?: string | undefined;
  /** What the bank writes for itself, 25 digits. */
  freeField: string;
}

export interface Boleto {
  /** 44 digits. */
  barcode: string;
  /** "Linha digitável", 47 digits. */
  line: string;
}

export interface ParsedBoleto extends Boleto {
  bank: string;
  /** In centavos. */
  amount: number;
  /** See `boletoDueDate`. */
  factor: number;
  freeField: string;
}

/**
 * Reads a bank boleto by its barcode, or by its digitable line with or without punctuation
 * (BCB Carta-Circular 2.926/2000, FEBRABAN); undefined when a check digit is wrong.
 */
export function parseBoleto(text: string): ParsedBoleto | undefined {
  const digits = text.replace(/[.\s-]/g, "");
  if (digits.length === 47 && !hasRightFields(digits)) return undefined;
  const barcode = digits.length === 47 ? barcodeOfBoletoLine(digits) : digits;
  if (!/^\d{3}9\d{40}$/.test(barcode)) return undefined;
  if (boletoDigit(barcode.slice(0, 4) + barcode.slice(5)) !== Number(barcode.charAt(4))) return undefined;
  return {
    barcode,
    line: getLine(barcode),
    bank: barcode.slice(0, 3),
    amount: Number(barcode.slice(9, 19)),
    factor: Number(barcode.slice(5, 9)),
    freeField: barcode.slice(19),
  };
}

/** Whether the text is the barcode or the digitable line of a bank boleto. */
export function isValidBoleto(text: string): boolean {
  return parseBoleto(text) !== undefined;
}

/** The barcode of a digitable line as it stands; its check digits are `parseBoleto`'s business. */
export function barcodeOfBoletoLine(line: string): string {
  const digits = digitsOnly(line);
  const free = digits.slice(4, 9) + digits.slice(10, 20) + digits.slice(21, 31);
  return digits.slice(0, 4) + digits.slice(32) + free;
}

/** The due date of a boleto, in the cycle of factors nearest to a date such as today; undefined when it has none. */
export function boletoDueDate({ factor }: { factor: number }, near: string): string | undefined {
  return dateOfFactor(factor, near);
}

/** Prints a boleto's line as `AAAAA.AAAAA BBBBB.BBBBBB CCCCC.CCCCCC D EEEEEEEEEEEEEE`. Throws RangeError when it is none. */
export function formatBoletoLine(boleto: string): string {
  const { line } = requireValue(
    parseBoleto(boleto),
    boleto,
    "Boleto",
    "a barcode of 44 digits or a line of 47",
  );
  const first = `${line.slice(0, 5)}.${line.slice(5, 10)}`;
  const second = `${line.slice(10, 15)}.${line.slice(15, 21)}`;
  const third = `${line.slice(21, 26)}.${line.slice(26, 32)}`;
  return `${first} ${second} ${third} ${line.slice(32, 33)} ${line.slice(33)}`;
}

/** A boleto with a drawn free field. Throws RangeError for what does not fit. */
export function generateBoleto(random: RandomSource, input: Omit<BoletoInput, "freeField">): Boleto {
  return encodeBoleto({ ...input, freeField: randomDigits(random, 25) });
}

/** Barcode and digitable line of a boleto. Throws RangeError for what does not fit. */
export function encodeBoleto({ bank, amount, dueDate, freeField }: BoletoInput): Boleto {
  requireFormat(bank, /^\d{3}$/, "Bank", "a COMPE code of three digits");
  requireFormat(freeField, /^\d{25}$/, "Free field", "25 digits");
  const factor = dueDate === undefined ? 0 : dueDateFactor(dueDate);
  const tail = fixedDigits(factor, 4, "Factor") + fixedDigits(amount, 10, "Amount") + freeField;
  const barcode = `${bank}9${boletoDigit(`${bank}9${tail}`)}${tail}`;
  return { barcode, line: getLine(barcode) };
}

/** General check digit over the 43 other digits: modulo 11, and never 0. */
function boletoDigit(digits: string): number {
  const digit = 11 - (cyclicSum(digits) % 11);
  return digit > 9 ? 1 : digit;
}

function getLine(barcode: string): string {
  const free = barcode.slice(19);
  const first = barcode.slice(0, 4) + free.slice(0, 5);
  const second = free.slice(5, 15);
  const third = free.slice(15);
  return (
    first + luhnDigit(first) + second + luhnDigit(second) + third + luhnDigit(third) + barcode.slice(4, 19)
  );
}

function hasRightFields(line: string): boolean {
  return [line.slice(0, 10), line.slice(10, 21), line.slice(21, 32)].every(hasLuhnDigit);
}
