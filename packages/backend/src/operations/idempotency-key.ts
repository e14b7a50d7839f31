import { failure } from "../api-failure.ts";
import type { IdSource } from "../clock.ts";
import type { BackendRequest } from "../http-message.ts";

const form = /^[\x21-\x7e]{1,255}$/;

/** The request's idempotency key, or a fresh one for a request that must not be repeated. */
export function idempotencyKeyOf(request: BackendRequest, ids: IdSource): string {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return ids.next("auto");
  if (form.test(key)) return key;
  const message = "Must be 1 to 255 visible ASCII characters.";
  throw failure("invalid_request", `Idempotency-Key: ${message}`, {
    issues: [{ path: "Idempotency-Key", message }],
  });
}
