import type { RandomSource } from "@codespar/formats";
import {
  generateUuid,
  randomAlphanumerics,
  randomDigits,
  randomHex,
  randomNumberText,
  randomText,
} from "@codespar/formats";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A Conekta object: prefix and seventeen base 58 characters. */
export function generateConektaId(random: RandomSource, prefix: "ord" | "cus" | "src"): string {
  return `${prefix}_${randomText(random, BASE58, 17)}`;
}

/** A Conekta charge or event: twenty-four hexadecimal digits. */
export function generateConektaChargeId(random: RandomSource): string {
  return randomHex(random, 24);
}

/** A Pagar.me v5 object: prefix and sixteen letters and digits. */
export function generatePagarmeId(
  random: RandomSource,
  prefix: "or" | "ch" | "cus" | "tran" | "card" | "oi" | "sub" | "hook",
): string {
  return `${prefix}_${randomAlphanumerics(random, 16)}`;
}

/** A PagBank object: prefix and an upper-case UUID, forty-one characters. */
export function generatePagbankId(random: RandomSource, prefix: "ORDE" | "CHAR" | "QRCO"): string {
  return `${prefix}_${generateUuid(random).toUpperCase()}`;
}

/** A Zoop object: thirty-two hexadecimal digits. */
export function generateZoopId(random: RandomSource): string {
  return randomHex(random, 32);
}

/** An EBANX payment hash: forty-eight hexadecimal digits (docs.ebanx.com, retrieve a payment). */
export function generateEbanxHash(random: RandomSource): string {
  return randomHex(random, 48);
}

/** A Wompi transaction: merchant, seconds of `at` (epoch milliseconds) and a number. */
export function generateWompiId(random: RandomSource, at: number): string {
  return `1${randomDigits(random, 4)}-${Math.floor(at / 1000)}-${randomNumberText(random, 5)}`;
}

/** A charge request at Banco Inter ("codigoSolicitacao"): a UUID. */
export function generateInterRequestCode(random: RandomSource): string {
  return generateUuid(random);
}
