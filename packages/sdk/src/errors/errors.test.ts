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
  service_unavailable: "APIError",
  provider_unavailable: "ProviderUnavailableError",
  outcome_unknown: "OutcomeUnknownError",
};

function response(status: number, body: object | string, headers = {}): APIError {
  return createApiError(status, headers, typeof body === "string" ? body : JSON.stringify(body));
}

/** What makes a body CodeSpar's own. */
const own = (status: number) => ({ message: "No.", status, request_id: "req_1", retryable: false });

describe("createApiError", () => {
  it.each(Object.entries(names))("%s is a %s", (code, name) => {
    // The keys of `names` are codes; Object.entries forgets it.
    const status = errorStatuses[code as ErrorCode];
    const error = response(status, {
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
    const error = response(403, { ...own(403), error: "policy_denied", rule: "max", limit: 5, hint: [1] });
    expect(error).toMatchObject({ rule: "max", limit: 5, hint: [1] });
  });

  it("does not let a body touch what an error is made of", () => {
    const error = response(
      400,
      '{"error":"x","message":"m","status":400,"request_id":"req_1","stack":"s","name":"n","__proto__":{"evil":1}}',
    );
    expect(error.name).toBe("InvalidRequestError");
    expect(error.stack).not.toBe("s");
    expect("evil" in error).toBe(false);
    expect(error).toBeInstanceOf(InvalidRequestError);
  });

  it("takes the code constructor for a code that is not known yet", () => {
    const error = response(
      418,
      '{"error":"constructor","message":"m","status":418,"request_id":"req_1","constructor":1,"cause":"c","isPrototypeOf":1}',
    );
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ code: "constructor", message: "m" });
    expect(error.cause).toBeUndefined();
    expect(Object.keys(error)).toEqual(["code", "retryable", "status", "request_id"]);
  });

  // design/api.md, Amendments, "Doubt"; the bodies are those of Kong, Fastify, Azure, Spring and an API of somebody else
  it.each([
    ["without a request id", 403, { ...own(403), error: "policy_denied", request_id: undefined }],
    ["with the status of another code", 503, { ...own(503), error: "policy_denied" }],
    ["that names another status", 403, { ...own(404), error: "policy_denied" }],
    ["of a gateway", 504, { statusCode: 504, error: "Gateway Timeout", message: "The server timed out." }],
    ["of Spring", 500, { timestamp: "2026", status: 500, error: "Internal Server Error", path: "/v1" }],
    ["of Azure", 429, { statusCode: 429, message: "Rate limit is exceeded." }],
    ["with a text as error", 403, { error: "not_allowed", error_description: "No." }],
    ["in words", 502, { ...own(502), error: "Bad Gateway" }],
  ])("does not take a body %s for CodeSpar's own", (_, status, body) => {
    expect(response(status, body, { "x-request-id": "req_7" })).toMatchObject({ code: `http_${status}` });
  });

  it.each([
    [401, AuthenticationError],
    [404, NotFoundError],
    [429, RateLimitError],
    [502, APIError],
  ])("goes by the status when a proxy returned %i", (status, ErrorClass) => {
    const error = response(status, "<html>", { "x-request-id": "req_7" });
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({ code: `http_${status}`, status, request_id: "req_7" });
  });

  it.each(["", "null", "[]", '"text"', '{"error":{"message":"other API"}}', "{"])(
    "survives the body %j",
    (text) => {
      expect(response(500, text)).toMatchObject({ code: "http_500", retryable: true });
    },
  );
});

describe("CodeSparError", () => {
  it("is recognised across copies of the SDK, and so are its subclasses", () => {
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
      response(400, { ...own(400), error: "invalid_request", message: secret, suggestions: [secret] }),
      response(502, `<p>${secret}</p>`),
    ];
    expect(inspect(all, { depth: 9 }) + all.map(String).join()).not.toContain("abc123DEF");
  });

  const secret = "csk_live_abc123DEF456";
  const axios = (message: string) =>
    Object.assign(new Error(message), {
      code: "ECONNRESET",
      config: { headers: { Authorization: `Bearer ${secret}` } },
    });

  // The request that HTTP clients hang on their errors, as axios does: AxiosError.config.headers.
  it.each([
    ["an error with a request on it", axios("socket hang up")],
    ["the cause of its cause", new Error("outer", { cause: new Error("inner", { cause: axios("deep") }) })],
    [
      "a member of an AggregateError",
      new AggregateError([axios("first"), new Error("second")], "all failed"),
    ],
    ["the cause of a member", new AggregateError([new Error("m", { cause: axios("deep") })])],
    ["a plain object", { message: "failed", request: { headers: { authorization: secret } } }],
    ["a plain object as cause", new Error("outer", { cause: { apiKey: secret } })],
    ["a map", new Map([["key", secret]])],
    ["a function", Object.assign(() => {}, { secret })],
    ["an error that names it", Object.assign(new Error(secret), { name: secret, code: secret })],
    ["an object whose fields cannot be read", new Proxy({}, { get: () => expect.fail(secret) })],
  ])("shows nothing of %s but name, code and masked message", (_, cause) => {
    const error = new ConnectionError({ message: "No response", cause, maybeSent: true });
    const shown =
      inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + String(error.stack);
    expect(shown).not.toContain("abc123DEF456");
  });

  it("keeps what helps: name, code, message and the whole chain", () => {
    const cause = new AggregateError(
      [axios("refused by ::1"), Object.assign(new TypeError("refused by 127.0.0.1"), { code: 7 })],
      "all failed",
      { cause: new RangeError("why") },
    );
    const error = new ConnectionError({ message: "No response", cause, maybeSent: true });
    for (const message of ["all failed", "refused by ::1", "refused by 127.0.0.1", "why"]) {
      expect(inspect(error, { depth: 9 })).toContain(message);
    }
    expect(error.cause).toMatchObject({
      name: "AggregateError",
      errors: [{ code: "ECONNRESET" }, { name: "TypeError", code: 7 }],
      cause: { name: "RangeError", message: "why" },
    });
  });

  it("ends with a chain that has no end", () => {
    const loop = new AggregateError([], "round");
    Object.assign(loop, { cause: loop, errors: [loop, loop, new Error("other", { cause: loop })] });
    const error = new ConnectionError({ message: "No response", cause: loop, maybeSent: true });
    expect(error.cause).toMatchObject({
      message: "round",
      errors: [undefined, undefined, { message: "other" }],
    });
  });
});
