import type { RandomSource } from "@codespar/formats";
import { randomAlphanumerics } from "@codespar/formats";

/** Characters behind the prefix. */
const LENGTHS = {
  pi: 24,
  ch: 24,
  pm: 24,
  re: 24,
  evt: 24,
  txn: 24,
  in: 24,
  sub: 24,
  price: 24,
  seti: 24,
  cs_test: 58,
  cus: 14,
  prod: 14,
  req: 14,
} as const;

export type StripePrefix = keyof typeof LENGTHS;

/** An id of Stripe, such as `pi_` and twenty-four letters and digits. */
export function generateStripeId(random: RandomSource, prefix: StripePrefix): string {
  return `${prefix}_${randomAlphanumerics(random, LENGTHS[prefix])}`;
}
