import type { RandomSource } from "@codespar/formats";
import { randomDigits, randomHex, randomLowerAlphanumerics, randomNumberText } from "@codespar/formats";

/** An Asaas payment: `pay_` and sixteen lower-case letters and digits. */
export function generateAsaasPaymentId(random: RandomSource): string {
  return `pay_${randomLowerAlphanumerics(random, 16)}`;
}

/** An Asaas customer: `cus_` and twelve digits. */
export function generateAsaasCustomerId(random: RandomSource): string {
  return `cus_${randomDigits(random, 12)}`;
}

/** An Asaas subscription: `sub_` and twelve lower-case letters and digits. */
export function generateAsaasSubscriptionId(random: RandomSource): string {
  return `sub_${randomLowerAlphanumerics(random, 12)}`;
}

/** An Asaas webhook event: `evt_`, thirty-two hexadecimal digits, `&` and a number. */
export function generateAsaasEventId(random: RandomSource): string {
  return `evt_${randomHex(random, 32)}&${randomNumberText(random, 8)}`;
}
