import { isRepeated } from "../check-digits/check-digits.ts";
import type { RandomSource } from "../random/random-source.ts";

// MOC NF-e 7.0, rule B03-10: codes that SEFAZ refuses as too easy to guess.
const RUN = "0123456789012345678";

/** The eight-digit random code (cNF) of a DF-e: never the document's own number, never an obvious one. */
export function generateNumericCode(random: RandomSource, documentNumber: number): string {
  let code = random.integer(100_000_000);
  while (!isNumericCode(String(code).padStart(8, "0"), documentNumber)) code = (code + 1) % 100_000_000;
  return String(code).padStart(8, "0");
}

/** Whether SEFAZ would take the code for this document number. */
export function isNumericCode(code: string, documentNumber: number): boolean {
  return /^\d{8}$/.test(code) && !isRepeated(code) && !RUN.includes(code) && Number(code) !== documentNumber;
}
