/** The middle value: one disturbed round does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = sorted.slice((sorted.length - 1) >> 1, middle + 1);
  return sorted.length % 2 === 1 ? low : (low + high) / 2;
}
