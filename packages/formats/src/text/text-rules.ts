const COMBINING_MARKS = /[\u0300-\u036f]/g;
const NOT_PRINTABLE_ASCII = /[^\x20-\x7e]/;

/** Takes accents off, drops what is still not printable ASCII, and cuts to `maxLength`: names in a BR Code. */
export function toAsciiText(text: string, maxLength: number): string {
  const ascii = NOT_PRINTABLE_ASCII.test(text) ? toAscii(text) : text;
  if (ascii.length <= maxLength) return ascii.trim();
  return ascii.trim().slice(0, maxLength).trimEnd();
}

// Calls come in bursts that share a merchant, whose city is most of what a BR Code costs.
let lastText = "";
let lastAscii = "";

function toAscii(text: string): string {
  if (text !== lastText) {
    lastAscii = text
      .normalize("NFD")
      .replace(COMBINING_MARKS, "")
      .replace(/[^\x20-\x7e]+/g, "");
    lastText = text;
  }
  return lastAscii;
}

/** Returns the value when it matches, and throws a RangeError that names the field when it does not. */
export function requireFormat(value: string, pattern: RegExp, field: string, expected: string): string {
  if (pattern.test(value)) return value;
  throw new RangeError(`${field} ${JSON.stringify(value)} is not valid. Pass ${expected}.`);
}

/** Returns what a value was read as, and throws a RangeError that names the field when it was read as nothing. */
export function requireValue<Value>(
  value: Value | undefined,
  text: string,
  field: string,
  expected: string,
): Value {
  if (value !== undefined) return value;
  throw new RangeError(`${field} ${JSON.stringify(text)} is not valid. Pass ${expected}.`);
}

/** Writes a whole number in exactly `length` digits. Throws RangeError when it does not fit. */
export function fixedDigits(value: number, length: number, field: string): string {
  const digits = String(value);
  if (Number.isSafeInteger(value) && value >= 0 && digits.length <= length)
    return digits.padStart(length, "0");
  throw new RangeError(`${field} ${value} does not fit. Pass a whole number of at most ${length} digits.`);
}
