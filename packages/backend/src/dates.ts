/** The month that a moment is charged to, `YYYY-MM` in UTC. */
export function periodOf(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}

/** RFC 3339 in UTC with milliseconds. */
export function timestamp(now: number): string {
  return new Date(now).toISOString();
}

/** RFC 3339 in UTC with whole seconds, as billing, usage and quota bodies have it. */
export function secondsTimestamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

/** When the month `YYYY-MM` begins and the next one does, in milliseconds. */
export function boundsOfPeriod(period: string): { start: number; end: number } {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
}
