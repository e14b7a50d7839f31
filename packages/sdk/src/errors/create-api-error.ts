import { errorStatuses } from "@codespar/contract";
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

const statuses: ReadonlyMap<string, number> = new Map(Object.entries(errorStatuses));

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

/** The error for a response that is not a success, by its code, else by its status. */
export function createApiError(status: number, headers: Record<string, string>, text: string): APIError {
  const request_id = headers["x-request-id"];
  const body = parseBody(text, status);
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
  return createWireError({ ...body }, { status, headers, request_id });
}

/** The error for one of CodeSpar's own error bodies, as a response or a stream's last event carries it. */
export function createWireError(
  body: { error: string; message: string; [field: string]: unknown },
  response: { status?: number; headers?: Record<string, string>; request_id?: string | undefined } = {},
): APIError {
  const status = response.status ?? (typeof body.status === "number" ? body.status : 500);
  const ErrorClass = classes.get(body.error) ?? classes.get(status) ?? APIError;
  return new ErrorClass({
    code: body.error,
    message: body.message,
    status,
    request_id: typeof body.request_id === "string" ? body.request_id : response.request_id,
    retryable: body.retryable === true,
    headers: response.headers,
    fields: { ...missingLists[status], ...body },
  });
}

// Lists that the error's type promises, for a response that left them out.
const missingLists: Record<number, Record<string, unknown>> = {
  400: { issues: [] },
  404: { suggestions: [] },
  413: { issues: [] },
};

interface OwnBody {
  error: string;
  message: string;
  request_id: string;
}

/**
 * The body, if it is surely CodeSpar's own: a code in our form that belongs to this status, and a request id. Gateways and
 * proxies also respond in JSON with an `error`, such as `{"statusCode":504,"error":"Gateway Timeout"}`.
 */
function parseBody(text: string, status: number): OwnBody | undefined {
  let body: unknown;
  try {
    body = JSON.parse(redact(text));
  } catch {
    return undefined;
  }
  if (typeof body !== "object" || body === null) return undefined;
  const { error, message, request_id, status: named }: Record<string, unknown> = { ...body };
  if (typeof error !== "string" || typeof message !== "string" || typeof request_id !== "string")
    return undefined;
  // a code that is not known yet comes with whatever status the body names
  const expected = statuses.get(error) ?? named;
  if (named !== status || expected !== status || !/^[a-z]+(?:_[a-z]+)*$/.test(error)) return undefined;
  return { ...body, error, message, request_id };
}
