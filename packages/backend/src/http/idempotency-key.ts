import { isIdempotencyKey } from "@codespar/contract";
import { apiError } from "../platform/api-error.ts";
import type { IdSource } from "../ports/clock.ts";
import type { BackendRequest } from "../ports/http-message.ts";

/** The request's idempotency key, or a fresh one for a request that must not be repeated. */
export function readIdempotencyKey(request: BackendRequest, ids: IdSource): string {
  return sentIdempotencyKey(request) ?? ids.next("auto");
}

/** The idempotency key that was sent, if any. */
export function sentIdempotencyKey(request: BackendRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined || isIdempotencyKey(key)) return key;
  const message = "Must be 1 to 255 visible ASCII characters.";
  throw apiError("invalid_request", `Idempotency-Key: ${message}`, {
    issues: [{ path: "Idempotency-Key", message }],
  });
}
