import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { OutcomeUnknownError } from "../errors/api-errors.ts";
import { ConnectionError, TimeoutError } from "../errors/connection-error.ts";
import { fakeRuntime } from "../testing/fake-runtime.ts";
import { type FakeHandler, type FakeResponse, fakeTransport } from "../testing/fake-transport.ts";
import { errorResponse, result, session } from "../testing/responses.ts";

const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 1, currency: "BRL" } } as const;
const quote = { name: "correios_calculate_shipping", arguments: {} };
const silence = () => new Promise<FakeResponse>(() => {});
const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const fetchRefused = new TypeError("fetch failed", { cause: refused });
const ok = { body: result };
const badGateway = { status: 502, body: "<html>Bad Gateway</html>" };
const unauthorized = errorResponse(401, "unauthorized");

async function run(responses: FakeHandler | (FakeResponse | Error)[], tool: typeof pay | typeof quote = pay) {
  const { transport, requests } = fakeTransport(responses);
  const { runtime, settle, waits, timers } = fakeRuntime();
  const opened = fakeTransport([{ body: session }]);
  const codespar = new CodeSpar(
    {
      apiKey: "csk_test_x",
      transport: {
        request: (request) =>
          (request.path === "/v1/sessions" ? opened.transport : transport).request(request),
      },
    },
    runtime,
  );
  const made = await codespar.sessions.create({ servers: ["asaas"] });
  const outcome = await settle(made.execute(tool)).then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  );
  return { ...outcome, requests, waits, timers };
}

describe("retry", () => {
  it.each([
    ["a connection error", reset],
    ["408", errorResponse(408, "timeout")],
    ["429 rate_limited", errorResponse(429, "rate_limited")],
    ["500", errorResponse(500, "internal_error")],
    ["502 of a gateway", badGateway],
    ["503", errorResponse(503, "provider_unavailable", { providers: [] })],
    ["a response that was cut off", { body: '{"tool_call_id":' }],
  ])("repeats after %s, with the same idempotency key", async (_name, failure) => {
    const { value, requests, waits } = await run([failure, failure, ok]);
    expect(value).toEqual(result);
    expect(new Set(requests.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(waits).toEqual([500, 1000]);
  });

  it.each([
    ["400", errorResponse(400, "invalid_arguments", { issues: [] })],
    ["401", unauthorized],
    ["409", errorResponse(409, "idempotency_conflict")],
    ["410", errorResponse(410, "session_expired", { expired_at: "now" })],
    ["quota_exceeded", errorResponse(429, "quota_exceeded")],
    ["504 outcome_unknown", errorResponse(504, "outcome_unknown", { idempotency_key: "k" })],
  ])("does not repeat after %s", async (_name, failure) => {
    const { error, requests } = await run([failure]);
    expect(error).toMatchObject({ code: JSON.parse(JSON.stringify(failure)).body.error });
    expect(requests).toHaveLength(1);
  });

  it("gives up after maxRetries and throws the last error", async () => {
    const failure = errorResponse(503, "provider_unavailable", {
      providers: [{ id: "asaas", reason: "down" }],
    });
    const { error, requests } = await run([failure, failure, failure, ok]);
    expect(error).toMatchObject({ code: "provider_unavailable", providers: [{ id: "asaas" }] });
    expect(requests).toHaveLength(3);
  });

  it.each([
    ["seconds", "7", 7000],
    ["a date", "Wed, 01 Apr 2026 00:00:20 GMT", 20_000],
    ["nothing to wait", "0", 0],
  ])("waits as long as Retry-After says, in %s", async (_form, value, ms) => {
    const { waits } = await run([errorResponse(429, "rate_limited", {}, { "retry-after": value }), ok]);
    expect(waits).toEqual([ms]);
  });

  it("hands the error over when Retry-After asks for more than a minute", async () => {
    const { error, requests } = await run([
      errorResponse(429, "rate_limited", {}, { "retry-after": "3600" }),
    ]);
    expect(error).toMatchObject({ code: "rate_limited", headers: { "retry-after": "3600" } });
    expect(requests).toHaveLength(1);
  });

  it("leaves no timer behind", async () => {
    expect((await run([reset, ok])).timers.size).toBe(0);
  });
});

describe("timeouts and outcomes", () => {
  it("a read that times out for good is a TimeoutError", async () => {
    const { error, requests } = await run(silence, quote);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(requests).toHaveLength(3);
  });

  it("any other tool that times out for good is an OutcomeUnknownError with its key", async () => {
    const { error, requests } = await run(silence);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({
      code: "outcome_unknown",
      retryable: true,
      idempotency_key: requests[0]?.headers["idempotency-key"],
    });
  });

  // design/api.md, Amendments, "Doubt": only a verdict that is certainly CodeSpar's own settles a call
  it.each<[string, FakeResponse | Error]>([
    ["502 without our body", badGateway],
    ["504 without our body", { status: 504, body: "" }],
    ["a connection lost after sending", reset],
    // Envoy's flag UC, upstream connection termination
    ["503 of Envoy", { status: 503, body: "upstream connect error or disconnect/reset before headers" }],
    // devcenter.heroku.com/articles/error-codes, H12 request timeout
    ["503 of Heroku", { status: 503, body: "<html><title>Application Error</title></html>" }],
    ["503 of Fastly", { status: 503, body: "<h1>Error 503 first byte timeout</h1>" }],
    ["JSON of a gateway", { status: 504, body: { statusCode: 504, error: "Gateway Timeout" } }],
    [
      "JSON of a gateway with a message",
      { status: 503, body: { error: "provider_unavailable", message: "" } },
    ],
    ["a 403 of a firewall", { status: 403, body: { error: "policy_denied", message: "Blocked." } }],
    ["a 413 of nginx", { status: 413, body: "<h1>413 Request Entity Too Large</h1>" }],
    ["a 429 of a proxy", { status: 429, body: "Too many requests" }],
    ["a redirect", { status: 302, headers: { location: "https://login.example" } }],
    ["our own 500", errorResponse(500, "internal_error", { retryable: true })],
    ["a code that is not known yet", errorResponse(422, "something_new")],
    ["a code that came with another's status", errorResponse(409, "policy_denied")],
    ["an empty 204", { status: 204 }],
    ["an empty 200", { status: 200, body: "" }],
    ["a 200 in HTML", { status: 200, body: "<html>Sign in to the Wi-Fi</html>" }],
    ["a 200 of somebody else", { status: 200, body: { ok: true } }],
    ["a 200 that is null", { status: 200, body: "null" }],
  ])("%s leaves the outcome of a payment unknown", async (_name, failure) => {
    const { error, requests } = await run([failure, failure, failure]);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ idempotency_key: requests[0]?.headers["idempotency-key"] });
  });

  it.each([
    ["invalid_arguments", 400],
    ["unauthorized", 401],
    ["policy_denied", 403],
    ["unknown_tool", 404],
    ["approval_required", 409],
    ["session_expired", 410],
    ["payload_too_large", 413],
    ["quota_exceeded", 429],
    ["rate_limited", 429],
    ["provider_unavailable", 503],
  ])("CodeSpar's own %s settles it", async (code, status) => {
    const verdict = errorResponse(status, code);
    expect((await run([verdict, verdict, verdict])).error).toMatchObject({ code, status });
  });

  it("an empty response is no result of a read either", async () => {
    const { error } = await run([{ status: 204 }, { status: 204 }, { status: 204 }], quote);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toContain("HTTP 204) has no body");
  });

  it.each([
    ["undici", refused],
    ["fetch", fetchRefused],
  ])("a connection that was never made is a ConnectionError over %s", async (_name, failure) => {
    const { error } = await run([failure, failure, failure]);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ message: expect.stringContaining("ECONNREFUSED"), maybeSent: false });
  });

  it.each([
    ["the connection is refused", [refused, refused]],
    ["the key was revoked", [unauthorized]],
    ["the API is limiting", [errorResponse(429, "rate_limited", { retryable: true }), refused]],
  ])("stays unknown when a lost attempt is followed by: %s", async (_name, responses) => {
    expect((await run([reset, ...responses])).error).toBeInstanceOf(OutcomeUnknownError);
  });

  it("is settled by CodeSpar's own refusal after a lost attempt", async () => {
    const { error } = await run([reset, errorResponse(410, "session_expired", { expired_at: "now" })]);
    expect(error).toMatchObject({ code: "session_expired" });
  });
});
