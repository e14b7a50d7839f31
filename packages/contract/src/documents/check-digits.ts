/**
 * Sum of each character's value times the weight at its place.
 * The value is the ASCII code minus 48, as the CNPJ has it: digits stand for themselves, `A` is 17.
 */
export function weightedSum(text: string, weights: readonly number[]): number {
  // A plain loop: this runs in every call that carries a document.
  let sum = 0;
  for (let index = 0; index < weights.length && index < text.length; index++) {
    sum += (weights[index] ?? 0) * (text.charCodeAt(index) - 48);
  }
  return sum;
}

/** The same with the weights laid on from the right. */
export function weightedSumFromTheRight(text: string, weights: readonly number[]): number {
  return weightedSum(Array.from(text).reverse().join(""), weights);
}

/** The rule of CPF and CNPJ: 11 minus the remainder, and 0 where that has two digits; as a character. */
export function mod11Digit(sum: number): string {
  const remainder = sum % 11;
  return String(remainder < 2 ? 0 : 11 - remainder);
}

const repeated = /^(.)\1*$/;

export function hasOneCharacter(text: string): boolean {
  return repeated.test(text);
}
