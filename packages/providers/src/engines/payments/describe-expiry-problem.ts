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
