/** Sum of each value times the weight at its place. */
export function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}

/** Value of a character in CNPJ arithmetic: ASCII code minus 48, so that digits stand for themselves. */
export function asciiValues(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0) - 48);
}

/** The rule of CPF and CNPJ: 11 minus the remainder, and 0 where that has two digits. */
export function mod11Digit(sum: number): number {
  const remainder = sum % 11;
  return remainder < 2 ? 0 : 11 - remainder;
}

export function hasOneCharacter(text: string): boolean {
  return new Set(text).size === 1;
}
