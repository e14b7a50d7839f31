import { hasOneCharacter, weightedSumFromTheRight } from "./check-digits.ts";

const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** Whether bare digits, the check digit last, are a Colombian NIT. */
export function isNit(digits: string): boolean {
  if (!/^[1-9]\d{5,10}$/.test(digits) || hasOneCharacter(digits)) return false;
  const remainder = weightedSumFromTheRight(digits.slice(0, -1), weights) % 11;
  return String(remainder < 2 ? remainder : 11 - remainder) === digits.at(-1);
}
