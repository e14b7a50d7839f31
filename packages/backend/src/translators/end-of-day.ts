const MINUTE_MS = 60_000;

/** Last whole second of a `YYYY-MM-DD` as milliseconds since the epoch; undefined when it is no date. */
export function endOfDay(date: string, offsetMinutes: number): number | undefined {
  const at = Date.parse(`${date}T23:59:59Z`);
  return Number.isNaN(at) ? undefined : at - offsetMinutes * MINUTE_MS;
}
