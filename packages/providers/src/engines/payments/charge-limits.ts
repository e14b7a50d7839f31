import { maxAmount, type PaymentMethod } from "@codespar/contract";
import { OXXO_LIMITS, PSE_MINIMUM } from "@codespar/formats";

const limits: Readonly<Partial<Record<PaymentMethod, { minimum: number; maximum: number }>>> = {
  oxxo: OXXO_LIMITS,
  pse: { minimum: PSE_MINIMUM, maximum: maxAmount },
};

/** Why a method cannot take an amount in minor units; undefined when it can. */
export function describeAmountProblem(method: PaymentMethod, amount: number): string | undefined {
  if (!Number.isSafeInteger(amount) || amount <= 0) return "The amount must be greater than zero.";
  const limit = limits[method] ?? { minimum: 1, maximum: maxAmount };
  if (amount >= limit.minimum && amount <= limit.maximum) return undefined;
  if (amount < limit.minimum) return `${method} takes at least ${limit.minimum} minor units, not ${amount}.`;
  return `${method} takes at most ${limit.maximum} minor units, not ${amount}.`;
}

const LONGEST = 10 * 366 * 86_400_000;

/**
 * Why nobody can wait for a payment until `expiresAt`, in milliseconds since the epoch; undefined when they can. Ten
 * years are the most, so that every response can write the time down.
 */
export function describeExpiryProblem(expiresAt: number | undefined, now: number): string | undefined {
  if (expiresAt === undefined) return undefined;
  if (!(expiresAt > now)) return "The expiry has passed. Send a later one.";
  return expiresAt - now > LONGEST
    ? "The expiry lies more than ten years ahead. Send an earlier one."
    : undefined;
}
