import { inspect } from "node:util";
import { type ErrorCode, errorStatuses } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { APIError } from "./api-error.ts";
import {
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  QuotaExceededError,
  RateLimitError,
} from "./api-errors.ts";
import { CodeSparError } from "./codespar-error.ts";
import { ConnectionError } from "./connection-error.ts";
import { createApiError } from "./create-api-error.ts";

const names: Record<ErrorCode, string> = {
  invalid_request: "InvalidRequestError",
  invalid_arguments: "InvalidRequestError",
  unauthorized: "AuthenticationError",
  insufficient_scope: "PermissionError",
  server_not_in_session: "PermissionError",
  policy_denied: "PermissionError",
  plan_limit: "PermissionError",
  not_found: "NotFoundError",
  unknown_tool: "NotFoundError",
  approval_required: "ApprovalRequiredError",
  idempotency_conflict: "ConflictError",
  session_closed: "ConflictError",
  session_expired: "SessionExpiredError",
  payload_too_large: "InvalidRequestError",
  quota_exceeded: "QuotaExceededError",
  rate_limited: "RateLimitError",
  internal_error: "APIError",
  provider_unavailable: "ProviderUnavailableError",
  outcome_unknown: "OutcomeUnknownError",
};

function answer(status: number, body: object | string, headers = {}): APIError {
  return createApiError(status, headers, typeof body === "string" ? body : JSON.stringify(body));
}

describe("createApiError", () => {
  it.each(Object.entries(names))("%s is a %s", (code, name) => {
    // The keys of `names` are codes; Object.entries forgets it.
    const status = errorStatuses[code as ErrorCode];
    const error = answer(status, {
      error: code,
      message: "Why.",
      status,
      request_id: "req_1",
      retryable: true,
    });
    expect(error.name).toBe(name);
    expect(error).toMatchObject({ code, status, request_id: "req_1", retryable: true, message: "Why." });
  });

  it("makes every field of the body a property, also one that is not known yet", () => {
    const error = answer(403, { error: "policy_denied", message: "No.", rule: "max", limit: 5, hint: [1] });
    expect(error).toMatchObject({ rule: "max", limit: 5, hint: [1] });
  });

  it("does not let a body touch what an error is made of", () => {
    const error = answer(400, '{"error":"x","message":"m","stack":"s","name":"n","__proto__":{"evil":1}}');
    expect(error.name).toBe("InvalidRequestError");
    expect(error.stack).not.toBe("s");
    expect("evil" in error).toBe(false);
    expect(error).toBeInstanceOf(InvalidRequestError);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "takes the code %s for a code",
    (code) => {
      const error = answer(
        418,
        `{"error":"${code}","message":"m","${code}":1,"cause":"c","isPrototypeOf":1}`,
      );
      expect(error).toBeInstanceOf(APIError);
      expect(error).toMatchObject({ code, message: "m" });
      expect(error.cause).toBeUndefined();
      expect(Object.keys(error)).toEqual(["code", "retryable", "status"]);
    },
  );

  it.each([
    [401, AuthenticationError],
    [404, NotFoundError],
    [429, RateLimitError],
    [502, APIError],
  ])("goes by the status when a proxy answered %i", (status, ErrorClass) => {
    const error = answer(status, "<html>", { "x-request-id": "req_7" });
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({ code: `http_${status}`, status, request_id: "req_7" });
  });

  it.each(["", "null", "[]", '"text"', '{"error":{"message":"other API"}}', "{"])(
    "survives the body %j",
    (text) => {
      expect(answer(500, text)).toMatchObject({ code: "http_500", retryable: true });
    },
  );
});

describe("CodeSparError", () => {
  it("is told across copies of the SDK, and so are its subclasses", () => {
    class CodeSparErrorOfAnotherCopy extends Error {}
    class QuotaExceededErrorOfAnotherCopy extends CodeSparErrorOfAnotherCopy {}
    CodeSparErrorOfAnotherCopy.prototype.name = "CodeSparError";
    Object.defineProperty(CodeSparErrorOfAnotherCopy.prototype, Symbol.for("codespar.error"), {
      value: true,
    });
    QuotaExceededErrorOfAnotherCopy.prototype.name = "QuotaExceededError";
    const error: unknown = new QuotaExceededErrorOfAnotherCopy();
    expect(CodeSparError.isInstance(error)).toBe(true);
    expect(QuotaExceededError.isInstance(error)).toBe(true);
    expect(RateLimitError.isInstance(error)).toBe(false);
  });

  it.each([new Error("x"), null, undefined, "CodeSparError", { name: "CodeSparError" }])(
    "is not %j",
    (value) => {
      expect(CodeSparError.isInstance(value)).toBe(false);
    },
  );

  // what is random may begin with any character of its alphabet
  it.each([
    "csk_live_abc123DEF",
    "csk_test_-abc123DEF",
    "cssk_internal__abc123DEF",
    "whsec_abc123DEF/+=",
    "whsec_+abc123DEF/+=",
    "whsec_/abc123DEF/+=",
  ])("never shows %s", (secret) => {
    const cause = new Error(`failed with Bearer ${secret}`);
    const all = [
      new ConnectionError({ message: `Bearer ${secret}, failed`, cause, maybeSent: true }),
      answer(400, { error: "invalid_request", message: secret, suggestions: [secret] }),
      answer(502, `<p>${secret}</p>`),
    ];
    expect(inspect(all, { depth: 9 }) + all.map(String).join()).not.toContain("abc123DEF");
  });
});
