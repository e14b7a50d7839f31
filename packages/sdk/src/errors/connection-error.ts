import { CodeSparError } from "./codespar-error.ts";
import { nameErrors } from "./name-errors.ts";

export interface ConnectionErrorInit {
  message: string;
  cause?: unknown;
  maybeSent: boolean;
}

/** No usable response arrived. */
export class ConnectionError extends CodeSparError {
  /** False when the request certainly never left, as when no connection could be made. */
  readonly maybeSent: boolean;

  constructor({ message, cause, maybeSent }: ConnectionErrorInit) {
    super({ code: "connection_error", message, cause, retryable: true });
    this.maybeSent = maybeSent;
  }
}

/** An attempt took longer than `timeoutMs`, and so did those after it. */
export class TimeoutError extends CodeSparError {
  readonly timeoutMs: number;

  constructor(timeoutMs: number, what = "The request") {
    super({
      code: "timeout",
      message: `${what} took longer than ${timeoutMs} ms. Allow more with timeoutMs.`,
      retryable: true,
    });
    this.timeoutMs = timeoutMs;
  }
}

nameErrors({ ConnectionError, TimeoutError });
