import { hasLuhnDigit } from "../check-digits/check-digits.ts";
import { boletoDigit } from "./boleto.ts";
import { epochDayOfFactor } from "./due-date-factor.ts";

export interface ParsedBoleto {
  barcode: string;
  bank: string;
  /** In cents. */
  amount: number;
  factor: number;
  freeField: string;
}

/** Reads a barcode, or a digitable line with or without punctuation; undefined when a check digit is wrong. */
export function parseBoleto(text: string): ParsedBoleto | undefined {
  const digits = text.replace(/[.\s-]/g, "");
  const barcode = digits.length === 47 ? barcodeOfLine(digits) : digits;
  if (!barcode || !/^\d{3}9\d{40}$/.test(barcode)) return undefined;
  if (boletoDigit(barcode.slice(0, 4) + barcode.slice(5)) !== Number(barcode.charAt(4))) return undefined;
  return {
    barcode,
    bank: barcode.slice(0, 3),
    amount: Number(barcode.slice(9, 19)),
    factor: Number(barcode.slice(5, 9)),
    freeField: barcode.slice(19),
  };
}

/** Due date of a parsed slip in days since 1970-01-01, in the factor cycle nearest to a given day. */
export function boletoDueDay(boleto: ParsedBoleto, nearEpochDay: number): number | undefined {
  return epochDayOfFactor(boleto.factor, nearEpochDay);
}

function barcodeOfLine(line: string): string | undefined {
  const fields = [line.slice(0, 10), line.slice(10, 21), line.slice(21, 32)];
  if (!fields.every(hasLuhnDigit)) return undefined;
  return line.slice(0, 4) + line.slice(32) + line.slice(4, 9) + line.slice(10, 20) + line.slice(21, 31);
}
