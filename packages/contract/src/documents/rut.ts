import { hasOneCharacter, weightedSumFromTheRight } from "./check-digits.ts";

const weights = [2, 3, 4, 5, 6, 7, 2, 3];

/** Whether 7 or 8 bare digits and a check character (`K` for ten) are a Chilean RUT. */
export function isRut(characters: string): boolean {
  if (!/^[1-9]\d{6,7}[0-9K]$/.test(characters) || hasOneCharacter(characters)) return false;
  const digit = (11 - (weightedSumFromTheRight(characters.slice(0, -1), weights) % 11)) % 11;
  return (digit === 10 ? "K" : String(digit)) === characters.at(-1);
}
