import {
  type ErrorBodyOf,
  type ErrorCode,
  errorStatuses,
  type Issue,
  redact,
  retryableErrors,
} from "@codespar/contract";
import { StoreFailure, StoreFull } from "../ports/store-failure.ts";

type CommonField = "error" | "message" | "request_id" | "retryable" | "status";

/** The fields that a code brings beside the common ones. */
type Extras<Code extends ErrorCode> = Omit<ErrorBodyOf<Code>, CommonField>;

/** An error body without its request id, which comes from the request. */
export interface ApiErrorBody {
  error: ErrorCode;
  message: string;
  status: number;
  retryable: boolean;
  /** What the code brings beside them. */
  extras: object;
}

/** A response that is not a success; thrown anywhere below a route and turned into its error body at the top. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly body: ApiErrorBody;
  /** Further headers of the response, in lower case. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: ApiErrorBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.body = body;
    this.headers = headers;
  }
}

/** An error of this code, with the fields that the code brings. */
export function apiError<Code extends ErrorCode>(
  code: Code,
  message: string,
  extras: Extras<Code>,
  headers?: Readonly<Record<string, string>>,
): ApiError {
  const status = errorStatuses[code];
  return new ApiError(
    { error: code, message, status, retryable: retryableErrors.has(code), extras },
    headers,
  );
}

/** Seconds after which who could not be served may come again. */
const retryAfterSeconds = "5";

/** What callers are told of what went wrong inside. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof StoreFull) return apiError("service_unavailable", error.message, {});
  if (!(error instanceof StoreFailure && error.isTemporary)) return internalError();
  return apiError(
    "service_unavailable",
    `What CodeSpar stores in cannot be used at the moment. Repeat the request with the same idempotency key in ${retryAfterSeconds} s.`,
    {},
    { "retry-after": retryAfterSeconds },
  );
}

/** What callers are told of a mistake of our own. */
export function internalError(): ApiError {
  return apiError(
    "internal_error",
    "Something went wrong here. Repeat the request with the same idempotency key.",
    {},
  );
}

/** The body as the wire has it. Messages may quote what was sent: what must not be printed is taken out of them. */
export function describeError({ extras, ...common }: ApiErrorBody, requestId: string): object {
  const { error, message, status, retryable } = common;
  return {
    error,
    message: redact(message),
    status,
    request_id: requestId,
    retryable,
    ...redactIssues(extras),
  };
}

function redactIssues(extras: object): object {
  if (!("issues" in extras) || !Array.isArray(extras.issues)) return extras;
  const issues: Issue[] = extras.issues; // the one shape that an error's issues have
  return { ...extras, issues: issues.map(({ path, message }) => ({ path, message: redact(message) })) };
}
