import { hasOneCharacter, mod11Digit, weightedSum } from "./check-digits.ts";

const firstWeights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const secondWeights = [6, ...firstWeights];

/** Whether fourteen bare characters are a CNPJ, numeric or alphanumeric (IN RFB 2.229/2024). */
export function isCnpj(characters: string): boolean {
  return (
    /^[0-9A-Z]{12}\d{2}$/.test(characters) &&
    !hasOneCharacter(characters) &&
    mod11Digit(weightedSum(characters, firstWeights)) === characters[12] &&
    mod11Digit(weightedSum(characters, secondWeights)) === characters[13]
  );
}
