import { cyclicSum, luhnDigit, mod11Digit } from "../check-digits/check-digits.ts";
import { fixedDigits, requireFormat } from "../text/require-format.ts";

export interface UtilitySlipInput {
  /** 1 city, 2 water, 3 power or gas, 4 telecom, 5 government, 6 others by CNPJ, 7 traffic fines, 9 the bank's own. */
  segment: "1" | "2" | "3" | "4" | "5" | "6" | "7" | "9";
  /** 6 and 8 mean reais, 7 and 9 a reference; 6 and 7 check with modulo 10, 8 and 9 with modulo 11. @default "6" */
  valueId?: "6" | "7" | "8" | "9" | undefined;
  /** In cents, up to eleven digits. */
  amount: number;
  /** Issuer and free field, 29 digits: issuer of 4 + 25, in segment 6 the CNPJ root of 8 + 21. */
  issuerAndFree: string;
}

export interface UtilitySlip {
  /** 44 digits. */
  barcode: string;
  /** 48 digits. */
  line: string;
}

/** Barcode and line of an "arrecadação" slip (FEBRABAN, "Layout Padrão de Arrecadação", v8). Throws RangeError. */
export function encodeUtilitySlip(input: UtilitySlipInput): UtilitySlip {
  requireFormat(input.issuerAndFree, /^\d{29}$/, "Issuer and free field", "29 digits");
  const valueId = input.valueId ?? "6";
  const head = `8${input.segment}${valueId}`;
  const tail = fixedDigits(input.amount, 11, "Amount") + input.issuerAndFree;
  const barcode = head + blockDigit(head + tail, valueId) + tail;
  return { barcode, line: utilityLine(barcode) };
}

/** Reads a slip's barcode or line; undefined when a check digit is wrong. */
export function parseUtilitySlip(
  text: string,
): (UtilitySlip & { segment: string; amount: number }) | undefined {
  const digits = text.replace(/[.\s-]/g, "");
  const barcode = digits.length === 48 ? digits.replace(/(\d{11})\d/g, "$1") : digits;
  if (!/^8[1-79][6-9]\d{41}$/.test(barcode)) return undefined;
  const others = barcode.slice(0, 3) + barcode.slice(4);
  if (blockDigit(others, barcode.charAt(2)) !== Number(barcode.charAt(3))) return undefined;
  const line = utilityLine(barcode);
  if (digits.length === 48 && digits !== line) return undefined;
  return { barcode, line, segment: barcode.charAt(1), amount: Number(barcode.slice(4, 15)) };
}

function utilityLine(barcode: string): string {
  const valueId = barcode.charAt(2);
  return barcode.replace(/\d{11}/g, (block) => block + blockDigit(block, valueId));
}

function blockDigit(digits: string, valueId: string): number {
  return valueId === "6" || valueId === "7" ? luhnDigit(digits) : mod11Digit(cyclicSum(digits));
}
