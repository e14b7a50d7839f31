import { APIError, type APIErrorInit } from "./api-error.ts";
import {
  ApprovalRequiredError,
  AuthenticationError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  OutcomeUnknownError,
  PermissionError,
  ProviderUnavailableError,
  QuotaExceededError,
  RateLimitError,
  SessionExpiredError,
} from "./api-errors.ts";
import { redact } from "./redact.ts";

type APIErrorClass = new (init: APIErrorInit) => APIError;

/** By code, else by status. */
const classes = new Map<string | number, APIErrorClass>([
  ["approval_required", ApprovalRequiredError],
  ["quota_exceeded", QuotaExceededError],
  ["outcome_unknown", OutcomeUnknownError],
  ["provider_unavailable", ProviderUnavailableError],
  [400, InvalidRequestError],
  [401, AuthenticationError],
  [403, PermissionError],
  [404, NotFoundError],
  [409, ConflictError],
  [410, SessionExpiredError],
  [413, InvalidRequestError],
  [429, RateLimitError],
]);

/** The error for an answer that is not a success, by its code, else by its status. */
export function createApiError(status: number, headers: Record<string, string>, text: string): APIError {
  const request_id = headers["x-request-id"];
  const body = parseBody(text);
  if (body === undefined) {
    return new (classes.get(status) ?? APIError)({
      code: `http_${status}`,
      message: `HTTP ${status} from something between here and CodeSpar: ${redact(text).slice(0, 200) || "no body"}`,
      status,
      request_id,
      retryable: status === 408 || status === 429 || status >= 500,
      headers,
      fields: missingLists[status],
    });
  }
  return createWireError(body, { status, headers, request_id });
}

/** The error for one of CodeSpar's own error bodies, as an answer or a stream's last event carries it. */
export function createWireError(
  body: { error: string; message: string; [field: string]: unknown },
  answer: { status?: number; headers?: Record<string, string>; request_id?: string | undefined } = {},
): APIError {
  const status = answer.status ?? (typeof body.status === "number" ? body.status : 500);
  const ErrorClass = classes.get(body.error) ?? classes.get(status) ?? APIError;
  return new ErrorClass({
    code: body.error,
    message: body.message,
    status,
    request_id: typeof body.request_id === "string" ? body.request_id : answer.request_id,
    retryable: body.retryable === true,
    headers: answer.headers,
    fields: { ...missingLists[status], ...body },
  });
}

/** Whether the error is CodeSpar's own word, not that of a proxy on the way. */
export function isFromCodeSpar(error: APIError): boolean {
  return !error.code.startsWith("http_");
}

// Lists that the error's type promises, for an answer that left them out.
const missingLists: Record<number, Record<string, unknown>> = {
  400: { issues: [] },
  404: { suggestions: [] },
  413: { issues: [] },
};

function parseBody(text: string): { error: string; message: string } | undefined {
  try {
    const body: unknown = JSON.parse(redact(text));
    if (typeof body !== "object" || body === null) return undefined;
    if (!("error" in body) || typeof body.error !== "string") return undefined;
    const message = "message" in body && typeof body.message === "string" ? body.message : body.error;
    return { ...body, error: body.error, message };
  } catch {
    return undefined;
  }
}
