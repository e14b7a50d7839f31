import type { BackendResponse } from "../ports/http-message.ts";

/** A JSON response. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers?: Record<string, string>,
): BackendResponse {
  return textResponse(status, JSON.stringify(value), headers);
}

/** A response whose body is JSON text already. */
export function textResponse(
  status: number,
  body: string,
  headers?: Record<string, string>,
): BackendResponse {
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}

/** 204. */
export function emptyResponse(): BackendResponse {
  return { status: 204, headers: {}, body: "" };
}
