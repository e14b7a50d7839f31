/** Characters count as ASCII code minus 48: '0'..'9' are 0..9, 'A'..'Z' are 17..42 (SERPRO, alphanumeric CNPJ). */
const ZERO = 48;

/** Sum of characters times weights, both read from the left. */
export function weightedSum(text: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    sum += (text.charCodeAt(index) - ZERO) * (weights[index] ?? 0);
  }
  return sum;
}

/** Sum with weights 2, 3, ... `highest`, 2, 3, ... from the right. */
export function cyclicSum(text: string, highest = 9): number {
  let sum = 0;
  let weight = 2;
  for (let index = text.length - 1; index >= 0; index--) {
    sum += (text.charCodeAt(index) - ZERO) * weight;
    weight = weight === highest ? 2 : weight + 1;
  }
  return sum;
}

/** `11 - sum mod 11`, with remainders 0 and 1 giving 0: CPF, CNPJ, DF-e, NFS-e, utility boletos. */
export function mod11Digit(sum: number): number {
  const remainder = sum % 11;
  return remainder < 2 ? 0 : 11 - remainder;
}

/** `(10 - sum mod 10) mod 10`. */
export function mod10Digit(sum: number): number {
  return (10 - (sum % 10)) % 10;
}

/** Luhn check digit of the digits before it: cards, the "módulo 10" of boletos. */
export function luhnDigit(digits: string): number {
  let sum = 0;
  let doubled = true;
  for (let index = digits.length - 1; index >= 0; index--) {
    const value = digits.charCodeAt(index) - ZERO;
    const product = doubled ? value * 2 : value;
    sum += product > 9 ? product - 9 : product;
    doubled = !doubled;
  }
  return mod10Digit(sum);
}

/** Whether the last digit is the Luhn check digit of the ones before it. */
export function hasLuhnDigit(digits: string): boolean {
  return (
    /^\d{2,}$/.test(digits) && luhnDigit(digits.slice(0, -1)) === digits.charCodeAt(digits.length - 1) - ZERO
  );
}

/** Whether a text is one character over and over, as reserved numbers are. */
export function isRepeated(text: string): boolean {
  return text === text.charAt(0).repeat(text.length);
}
