import { hasOneCharacter, mod11Digit, weightedSum } from "./check-digits.ts";

const firstWeights = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const secondWeights = [11, ...firstWeights];

/** Whether eleven bare digits are a CPF (Receita Federal). Eleven equal digits are reserved and refused. */
export function isCpf(digits: string): boolean {
  return (
    /^\d{11}$/.test(digits) &&
    !hasOneCharacter(digits) &&
    mod11Digit(weightedSum(digits, firstWeights)) === digits[9] &&
    mod11Digit(weightedSum(digits, secondWeights)) === digits[10]
  );
}
