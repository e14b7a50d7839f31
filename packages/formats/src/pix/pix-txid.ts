import { randomAlphanumerics } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";

/** The txid of a charge in the BCB Pix API (`cob`, `cobv`), 26 to 35 letters and digits; undefined when it is none. */
export function parseChargeTxid(text: string): string | undefined {
  return /^[a-zA-Z0-9]{26,35}$/.test(text) ? text : undefined;
}

/** Whether the text may be the txid of a charge. */
export function isValidChargeTxid(text: string): boolean {
  return parseChargeTxid(text) !== undefined;
}

/** A charge's txid of 32 letters and digits. */
export function generateChargeTxid(random: RandomSource): string {
  return randomAlphanumerics(random, 32);
}

/** The txid of a static code, 1 to 25 letters and digits, or `***` for none; undefined when it is neither. */
export function parseStaticTxid(text: string): string | undefined {
  return /^(?:[A-Za-z0-9]{1,25}|\*\*\*)$/.test(text) ? text : undefined;
}

/** Whether the text may be the txid of a static code. */
export function isValidStaticTxid(text: string): boolean {
  return parseStaticTxid(text) !== undefined;
}

/** Makes the txid of a static code out of a caller's reference; `***` when nothing of it can stay. */
export function formatStaticTxid(reference: string): string {
  return reference.replace(/[^A-Za-z0-9]/g, "").slice(0, 25) || "***";
}

/** A txid for a static code: 25 letters and digits. */
export function generateStaticTxid(random: RandomSource): string {
  return randomAlphanumerics(random, 25);
}
