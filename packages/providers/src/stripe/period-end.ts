const DAY_MS = 86_400_000;

/**
 * When a billing period ends, in milliseconds since the epoch: a `month` or `year` later at the same time of day, on the
 * last day of a month that is too short (Stripe's billing cycle anchor). An interval that is none is a month.
 */
export function periodEnd(startMs: number, interval: string, count = 1): number {
  if (interval === "day") return startMs + count * DAY_MS;
  if (interval === "week") return startMs + count * 7 * DAY_MS;
  const start = new Date(startMs);
  const month = start.getUTCMonth() + (interval === "year" ? 12 : 1) * count;
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  return Date.UTC(start.getUTCFullYear(), month, day) + (startMs - Math.floor(startMs / DAY_MS) * DAY_MS);
}
