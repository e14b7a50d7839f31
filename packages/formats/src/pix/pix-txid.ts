import type { RandomSource } from "../random/random-source.ts";
import { randomAlphanumerics } from "../random/random-text.ts";

/** A charge's txid in the BCB Pix API (`cob`, `cobv`): 26 to 35 letters and digits, here 32. */
export function generateChargeTxid(random: RandomSource): string {
  return randomAlphanumerics(random, 32);
}

/** A txid for a static code: 25 letters and digits. */
export function generateStaticTxid(random: RandomSource): string {
  return randomAlphanumerics(random, 25);
}

/** Makes the txid of a static code out of a caller's reference; `***` when nothing of it can stay. */
export function toStaticTxid(reference: string): string {
  return reference.replace(/[^A-Za-z0-9]/g, "").slice(0, 25) || "***";
}

/** Tells whether the text may be the txid of a charge. */
export function isChargeTxid(text: string): boolean {
  return /^[a-zA-Z0-9]{26,35}$/.test(text);
}

/** Tells whether the text may be the txid of a static code. */
export function isStaticTxid(text: string): boolean {
  return /^(?:[A-Za-z0-9]{1,25}|\*\*\*)$/.test(text);
}
