import { weightedSum } from "./check-digits.ts";

const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Whether eleven bare digits are an Argentine CUIT or CUIL. */
export function isCuit(digits: string): boolean {
  if (!/^(20|23|24|27|30|33|34)\d{9}$/.test(digits)) return false;
  // A remainder of 1 would give 10, which is never assigned: the prefix changes instead.
  return String((11 - (weightedSum(digits, weights) % 11)) % 11) === digits[10];
}
