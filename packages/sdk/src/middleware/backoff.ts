/**
 * Half a second, grown by `factor` to eight at most, less up to a quarter by chance so that clients do not return in
 * step. A longer base means waiting that long each time.
 */
export function backoffMs(factor: number, random: number, baseMs = 500): number {
  return Math.min(baseMs * factor, Math.max(8_000, baseMs)) * (1 - random / 4);
}
