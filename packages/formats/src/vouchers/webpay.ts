import { randomDigits, randomHex } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { requireFormat } from "../text/text-rules.ts";

/** Transbank's commerce code of the integration environment. */
export const WEBPAY_TEST_COMMERCE_CODE = "597055555532";

/** Token of a Webpay Plus transaction: sixty-four lower-case hexadecimal digits. */
export function generateWebpayToken(random: RandomSource): string {
  return randomHex(random, 64);
}

/** Authorization code of an approved Webpay transaction, six digits. */
export function generateWebpayAuthorizationCode(random: RandomSource): string {
  return randomDigits(random, 6);
}

/** Returns the order when Webpay would take it: 1 to 26 printable characters. Throws RangeError. */
export function requireBuyOrder(buyOrder: string): string {
  return requireFormat(buyOrder, /^[A-Za-z0-9|_=&%.,~:/?[+!@()>-]{1,26}$/, "buy_order", "1 to 26 characters");
}
