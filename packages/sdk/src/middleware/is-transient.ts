import { APIError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { isFromCodeSpar } from "../errors/create-api-error.ts";

/** Whether the same request may succeed on the next attempt. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true;
  if (!(error instanceof APIError)) return false;
  const { status, code } = error;
  if (status === 429) return code !== "quota_exceeded";
  // Repeating it at once would only ask the provider again; the caller decides when.
  if (code === "outcome_unknown") return false;
  return status === 408 || status >= 500;
}

/** Whether the attempt may have been carried out although no verdict arrived. */
export function leavesDoubt(error: unknown): boolean {
  if (error instanceof TimeoutError) return true;
  if (error instanceof ConnectionError) return error.maybeSent;
  // A gateway's 503 means that it did not pass the request on; its other 5xx say nothing about what happened behind.
  return error instanceof APIError && error.status >= 500 && error.status !== 503 && !isFromCodeSpar(error);
}
