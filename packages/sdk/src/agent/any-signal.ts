/** One signal for those that are there. */
export function anySignal(...signals: (AbortSignal | null | undefined)[]): AbortSignal | undefined {
  const present = signals.filter((signal) => signal != null);
  return present.length > 1 ? AbortSignal.any(present) : present[0];
}
