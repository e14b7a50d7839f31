import { APIError } from "../errors/api-error.ts";

/** How long the server asks us to wait, in seconds or as a date; undefined when it does not say. */
export function retryAfterMs(error: unknown, now: number): number | undefined {
  const value = error instanceof APIError ? error.headers["retry-after"] : undefined;
  if (value === undefined) return undefined;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
