import { cyclicSum, luhnDigit, mod11Digit } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { fixedDigits, requireFormat, requireValue } from "../text/text-rules.ts";
import type { Boleto } from "./boleto.ts";

export interface UtilityBoletoInput {
  /** 1 city, 2 water, 3 power or gas, 4 telecom, 5 government, 6 others by CNPJ, 7 traffic fines, 9 the bank's own. */
  segment: "1" | "2" | "3" | "4" | "5" | "6" | "7" | "9";
  /** 6 and 8 mean reais, 7 and 9 a reference; 6 and 7 check with modulo 10, 8 and 9 with modulo 11. @default "6" */
  valueId?: "6" | "7" | "8" | "9" | undefined;
  /** In centavos, up to eleven digits. */
  amount: number;
  /** Issuer and free field, 29 digits: issuer of 4 + 25, in segment 6 the CNPJ root of 8 + 21. */
  issuerAndFree: string;
}

export interface ParsedUtilityBoleto extends Boleto {
  segment: string;
  /** In centavos. */
  amount: number;
  issuerAndFree: string;
}

/**
 * Reads a boleto of utilities and taxes ("arrecadação", FEBRABAN, "Layout Padrão de Arrecadação", v8) by its barcode of
 * 44 or its line of 48 digits; undefined when a check digit is wrong.
 */
export function parseUtilityBoleto(text: string): ParsedUtilityBoleto | undefined {
  const digits = text.replace(/[.\s-]/g, "");
  const barcode = digits.length === 48 ? digits.replace(/(\d{11})\d/g, "$1") : digits;
  if (!/^8[1-79][6-9]\d{41}$/.test(barcode)) return undefined;
  const others = barcode.slice(0, 3) + barcode.slice(4);
  if (blockDigit(others, barcode.charAt(2)) !== Number(barcode.charAt(3))) return undefined;
  const line = getLine(barcode);
  if (digits.length === 48 && digits !== line) return undefined;
  return {
    barcode,
    line,
    segment: barcode.charAt(1),
    amount: Number(barcode.slice(4, 15)),
    issuerAndFree: barcode.slice(15),
  };
}

/** Whether the text is the barcode or the line of a boleto of utilities and taxes. */
export function isValidUtilityBoleto(text: string): boolean {
  return parseUtilityBoleto(text) !== undefined;
}

/** Prints a line in four blocks: `83630000000-4 89901234567-9 …`. Throws RangeError when it is none. */
export function formatUtilityBoletoLine(text: string): string {
  const expected = "a barcode of 44 digits or a line of 48";
  const { line } = requireValue(parseUtilityBoleto(text), text, "Boleto", expected);
  return line.replace(
    /(\d{11})(\d)(?=(\d?))/g,
    (_, block, digit, next) => `${block}-${digit}${next === "" ? "" : " "}`,
  );
}

/** A boleto of utilities with a drawn issuer and free field. Throws RangeError for what does not fit. */
export function generateUtilityBoleto(
  random: RandomSource,
  input: Omit<UtilityBoletoInput, "issuerAndFree">,
): Boleto {
  return encodeUtilityBoleto({ ...input, issuerAndFree: randomDigits(random, 29) });
}

/** Barcode and line of a boleto of utilities and taxes. Throws RangeError for what does not fit. */
export function encodeUtilityBoleto(input: UtilityBoletoInput): Boleto {
  requireFormat(input.issuerAndFree, /^\d{29}$/, "Issuer and free field", "29 digits");
  const valueId = input.valueId ?? "6";
  const head = `8${input.segment}${valueId}`;
  const tail = fixedDigits(input.amount, 11, "Amount") + input.issuerAndFree;
  const barcode = head + blockDigit(head + tail, valueId) + tail;
  return { barcode, line: getLine(barcode) };
}

function getLine(barcode: string): string {
  const valueId = barcode.charAt(2);
  return barcode.replace(/\d{11}/g, (block) => block + blockDigit(block, valueId));
}

function blockDigit(digits: string, valueId: string): number {
  return valueId === "6" || valueId === "7" ? luhnDigit(digits) : mod11Digit(cyclicSum(digits));
}
