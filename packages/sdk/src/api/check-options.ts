import { invalidRequest } from "../errors/invalid-request.ts";

/** Visible ASCII only: it travels as a header. */
export function checkIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw invalidRequest("idempotencyKey", "must be 1 to 255 visible ASCII characters without spaces.");
}

export function checkTimeoutMs(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs === undefined || timeoutMs > 0) return timeoutMs;
  throw invalidRequest("timeoutMs", "must be more than 0; Infinity waits without end.");
}

export function checkMaxRetries(maxRetries: number | undefined): number | undefined {
  if (maxRetries === undefined || (Number.isInteger(maxRetries) && maxRetries >= 0)) return maxRetries;
  throw invalidRequest("maxRetries", "must be 0 or a positive integer.");
}
