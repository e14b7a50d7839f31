import { APIError } from "../errors/api-error.ts";

/** How long the server asks us to wait, in seconds or as a date; undefined when it does not say. */
export function retryAfterMs(error: unknown, now: number): number | undefined {
  const value = error instanceof APIError ? error.headers["retry-after"] : undefined;
  if (value === undefined) return undefined;
  // Every form of a date begins with a day's name.
  const seconds = Number.parseFloat(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
