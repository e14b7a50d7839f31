/** Half a second doubling to eight, less up to a quarter by chance so that clients do not return in step. */
export function backoffMs(attempt: number, random: number, baseMs = 500): number {
  return Math.min(8_000, baseMs * 2 ** attempt) * (1 - random / 4);
}
