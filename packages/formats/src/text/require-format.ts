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
