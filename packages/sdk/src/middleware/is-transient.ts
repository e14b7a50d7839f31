import { APIError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { isVerdict } from "../errors/is-verdict.ts";

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

/** Whether the attempt may have been carried out: the body was sent, and no verdict of CodeSpar's arrived. */
export function leavesDoubt(error: unknown): boolean {
  if (error instanceof TimeoutError) return true;
  if (error instanceof ConnectionError) return error.maybeSent;
  // A 503 of a proxy settles nothing either: Envoy's UC, Heroku's H12 and Fastly's come after the body was passed on.
  return error instanceof APIError && !isVerdict(error);
}
