import {
  type ErrorBodyOf,
  type ErrorCode,
  errorStatuses,
  type Issue,
  redact,
  retryableErrors,
} from "@codespar/contract";

type CommonField = "error" | "message" | "request_id" | "retryable" | "status";

/** The fields that a code brings beside the common ones. */
type Extras<Code extends ErrorCode> = Omit<ErrorBodyOf<Code>, CommonField>;

/** An error body without its request id, which the request that is answered gives. */
export interface FailureBody {
  error: ErrorCode;
  message: string;
  status: number;
  retryable: boolean;
  /** What the code brings beside them. */
  extras: object;
}

/** An answer that is not a success; thrown anywhere below a route and turned into its error body at the top. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  readonly body: FailureBody;
  /** Further headers of the answer, in lower case. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: FailureBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.body = body;
    this.headers = headers;
  }
}

/** A failure of this code, with the fields that the code brings. */
export function failure<Code extends ErrorCode>(
  code: Code,
  message: string,
  extras: Extras<Code>,
  headers?: Readonly<Record<string, string>>,
): ApiFailure {
  const status = errorStatuses[code];
  return new ApiFailure(
    { error: code, message, status, retryable: retryableErrors.has(code), extras },
    headers,
  );
}

/** What callers are told of what went wrong in here. */
export function internalError(): ApiFailure {
  return failure(
    "internal_error",
    "Something went wrong here. Repeat the request with the same idempotency key.",
    {},
  );
}

/** The body as the wire has it. Messages may quote what was sent: what must not be printed is taken out of them. */
export function describeFailure({ extras, ...common }: FailureBody, requestId: string): object {
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
  const issues: Issue[] = extras.issues; // the one shape that a failure's issues have
  return { ...extras, issues: issues.map(({ path, message }) => ({ path, message: redact(message) })) };
}
