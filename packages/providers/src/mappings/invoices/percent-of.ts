/** A rate in per cent of an amount in minor units, rounded half up. Rates have at most four decimals. */
export function percentOf(amount: number, rate: number): number {
  const scaled = BigInt(amount) * BigInt(Math.round(rate * 10_000));
  return Number((scaled + 500_000n) / 1_000_000n);
}
