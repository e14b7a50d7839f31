import { asciiValues, hasOneCharacter, weightedSum } from "./check-digits.ts";

const weightsFromTheRight = [2, 3, 4, 5, 6, 7, 2, 3];

/** Whether 7 or 8 bare digits and a check character (`K` for ten) are a Chilean RUT. */
export function isRut(characters: string): boolean {
  if (!/^[1-9]\d{6,7}[0-9K]$/.test(characters) || hasOneCharacter(characters)) return false;
  const base = asciiValues(characters.slice(0, -1)).reverse();
  const digit = 11 - (weightedSum(base, weightsFromTheRight) % 11);
  return (digit === 11 ? "0" : digit === 10 ? "K" : String(digit)) === characters.at(-1);
}
