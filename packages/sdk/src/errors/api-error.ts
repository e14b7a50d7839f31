import type { ErrorCode } from "@codespar/contract";
import { CodeSparError, type CodeSparErrorInit } from "./codespar-error.ts";
import type { HttpErrorCode } from "./error-codes.ts";
import { nameErrors } from "./name-errors.ts";

export interface APIErrorInit extends CodeSparErrorInit {
  status: number;
  request_id?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** The other fields of the error body; each becomes a property. */
  fields?: Record<string, unknown> | undefined;
}

/** The API said no. Every field of its response is a property of the error. */
export class APIError extends CodeSparError {
  /** One of CodeSpar's codes, or `http_<status>` when something else on the way responded. */
  declare readonly code: ErrorCode | HttpErrorCode;
  declare readonly status: number;
  /** Headers of the response, names in lower case. Not enumerable, to keep logs short. */
  declare readonly headers: Record<string, string>;

  constructor({ status, request_id, headers = {}, fields = {}, ...init }: APIErrorInit) {
    super(init);
    Object.assign(this, { status }, request_id === undefined ? {} : { request_id });
    Object.defineProperty(this, "headers", { value: headers });
    for (const [key, value] of Object.entries(fields)) {
      // an error's own properties and methods stay what they are, and so do those that it may have
      if (!(key in this || /^(error|cause|request_id)$/.test(key))) Object.assign(this, { [key]: value });
    }
  }
}

nameErrors({ APIError });
