import { cyclicSum, luhnDigit } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits } from "../random/random-text.ts";
import { fixedDigits, requireFormat } from "../text/require-format.ts";
import { dueDateFactorAt } from "./due-date-factor.ts";

export interface BoletoInput {
  /** COMPE code, three digits. */
  bank: string;
  /** In cents, up to ten digits; 0 prints a slip without an amount. */
  amount: number;
  /** Epoch milliseconds of any instant on the due date in São Paulo. Left out: factor 0000. */
  dueAt?: number | undefined;
  /** What the bank writes for itself, 25 digits. */
  freeField: string;
}

export interface Boleto {
  /** 44 digits. */
  barcode: string;
  /** "Linha digitável", 47 digits. */
  line: string;
}

/** Barcode and digitable line of a bank slip (BCB Carta-Circular 2.926/2000, FEBRABAN). Throws RangeError. */
export function encodeBoleto({ bank, amount, dueAt, freeField }: BoletoInput): Boleto {
  requireFormat(bank, /^\d{3}$/, "Bank", "a COMPE code of three digits");
  requireFormat(freeField, /^\d{25}$/, "Free field", "25 digits");
  const factor = dueAt === undefined ? 0 : dueDateFactorAt(dueAt);
  const tail = fixedDigits(factor, 4, "Factor") + fixedDigits(amount, 10, "Amount") + freeField;
  const barcode = `${bank}9${boletoDigit(`${bank}9${tail}`)}${tail}`;
  return { barcode, line: boletoLine(barcode) };
}

/** A slip with a drawn free field. */
export function generateBoleto(random: RandomSource, input: Omit<BoletoInput, "freeField">): Boleto {
  return encodeBoleto({ ...input, freeField: randomDigits(random, 25) });
}

/** General check digit over the 43 other digits: modulo 11, and never 0. */
export function boletoDigit(digits: string): number {
  const digit = 11 - (cyclicSum(digits) % 11);
  return digit > 9 ? 1 : digit;
}

/** The digitable line of a barcode. */
export function boletoLine(barcode: string): string {
  const free = barcode.slice(19);
  const first = barcode.slice(0, 4) + free.slice(0, 5);
  const second = free.slice(5, 15);
  const third = free.slice(15);
  return (
    first + luhnDigit(first) + second + luhnDigit(second) + third + luhnDigit(third) + barcode.slice(4, 19)
  );
}

/** Prints a line as `AAAAA.AAAAA BBBBB.BBBBBB CCCCC.CCCCCC D EEEEEEEEEEEEEE`. */
export function formatBoletoLine(line: string): string {
  const first = `${line.slice(0, 5)}.${line.slice(5, 10)}`;
  const second = `${line.slice(10, 15)}.${line.slice(15, 21)}`;
  const third = `${line.slice(21, 26)}.${line.slice(26, 32)}`;
  return `${first} ${second} ${third} ${line.slice(32, 33)} ${line.slice(33)}`;
}
