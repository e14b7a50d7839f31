const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time: milliseconds, or text such as `500ms`, `30s`, `30m`, `2h`, `1d`. */
export type Duration = number | `${number}${keyof typeof unitMs}`;

/** The clock goes no further at once: who passes a time in the place of a duration gets an error. */
const longestDays = 3660;

/** Milliseconds of a duration. Throws `RangeError` for what is none, or longer than ten years. */
export function parseDuration(duration: Duration): number {
  const ms = readDuration(duration);
  if (ms <= longestDays * unitMs.d) return ms;
  throw new RangeError(
    `${JSON.stringify(duration)} is longer than ten years. Give how far the clock goes, such as "30m", and not where it goes to.`,
  );
}

function readDuration(duration: Duration): number {
  if (typeof duration === "number" && Number.isSafeInteger(duration) && duration >= 0) return duration;
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(duration)) ?? [];
  if (count !== undefined && unit !== undefined && Object.hasOwn(unitMs, unit)) {
    return Math.round(Number(count) * unitMs[unit as keyof typeof unitMs]); // `hasOwn` has proved the key
  }
  throw new RangeError(
    `${JSON.stringify(duration)} is not a duration. Give milliseconds, or text such as "30s", "30m", "2h" or "1d".`,
  );
}
