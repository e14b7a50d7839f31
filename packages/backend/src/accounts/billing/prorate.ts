const dayMs = 86_400_000;

/** Days of the UTC month that `now` is in, and how many of them are left, the present one included. */
export function daysLeft(now: number): { left: number; days: number } {
  const date = new Date(now);
  const start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  const days = (end - start) / dayMs;
  return { days, left: days - (date.getUTCDate() - 1) };
}

export interface Proration {
  /** For the days that are left of the plan before; not negative. */
  creditCents: number;
  /** For the days that are left of the new plan. */
  chargeCents: number;
}

/**
 * What an upgrade costs, to the day. The difference of the prices is what gets rounded, half up, so that charge less
 * credit is never a cent off the difference.
 */
export function prorate(fromCents: number, toCents: number, now: number): Proration {
  const { left, days } = daysLeft(now);
  const share = (cents: number) => Math.floor((2 * cents * left + days) / (2 * days));
  const creditCents = share(fromCents);
  return { creditCents, chargeCents: share(toCents - fromCents) + creditCents };
}
