import { type ErrorCode, errorStatuses } from "@codespar/contract";

/** An error body of the API, for requests that never reach the backend. */
export function errorBody(
  code: Extract<
    ErrorCode,
    "invalid_request" | "not_found" | "payload_too_large" | "rate_limited" | "unauthorized"
  >,
  message: string,
  path = "",
): { status: number; body: object } {
  const status = errorStatuses[code];
  const common = {
    error: code,
    message,
    status,
    request_id: `req_${crypto.randomUUID()}`,
    retryable: code === "rate_limited",
  };
  if (code === "not_found") return { status, body: { ...common, suggestions: [] } };
  if (code !== "invalid_request") return { status, body: common };
  return { status, body: { ...common, issues: [{ path, message }] } };
}
