import type { RandomSource } from "../random/random-source.ts";

// MOC NF-e 7.0, rule B03-10: codes that SEFAZ refuses as too easy to guess.
const RUNS =
  "12345678 23456789 34567890 45678901 56789012 67890123 78901234 89012345 90123456 01234567".split(" ");
const REFUSED: ReadonlySet<string> = new Set([
  ...RUNS,
  ...Array.from("0123456789", (digit) => digit.repeat(8)),
]);

/** The eight-digit random code (cNF) of a DF-e: never the document's own number, never an obvious one. */
export function generateNumericCode(random: RandomSource, documentNumber: number): string {
  let code = random.integer(100_000_000);
  while (!isNumericCode(String(code).padStart(8, "0"), documentNumber)) code = (code + 1) % 100_000_000;
  return String(code).padStart(8, "0");
}

/** Tells whether SEFAZ would take the code for this document number. */
export function isNumericCode(code: string, documentNumber: number): boolean {
  return /^\d{8}$/.test(code) && !REFUSED.has(code) && Number(code) !== documentNumber;
}
