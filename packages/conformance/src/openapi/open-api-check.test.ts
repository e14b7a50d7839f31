import { createSandbox } from "@codespar/sandbox";
import { describe, expect, it } from "vitest";
import { openApiCheck, readOpenApi } from "./open-api-check.ts";

const json = { "content-type": "application/json", "x-request-id": "req_1" };
const session = {
  id: "ses_1",
  status: "active",
  servers: [{ id: "asaas", name: "Asaas", status: "connected" }],
  metadata: {},
  user_id: null,
  tool_calls: 0,
  created_at: "2026-11-21T12:00:00.000Z",
  expires_at: "2026-11-21T12:30:00.000Z",
};
const created = { method: "POST", path: "/v1/sessions", headers: {}, body: '{"servers":["asaas"]}' };
const read = { method: "GET", path: "/v1/sessions", headers: {} };

const check = await readOpenApi(createSandbox().transport);
const says = (request: typeof read, status: number, body: unknown, headers: Record<string, string> = json) =>
  check.violations(request, { status, headers }, typeof body === "string" ? body : JSON.stringify(body));

describe("openApiCheck", () => {
  it("has nothing to say of what the document describes", () => {
    expect(says(created, 201, session)).toEqual([]);
    expect(
      says({ ...read, path: "/v1/sessions?limit=10&status=active" }, 200, {
        data: [session],
        next_cursor: null,
      }),
    ).toEqual([]);
    expect(
      says({ ...read, path: "/v1/tool-calls?metadata[tenant_id]=a" }, 200, { data: [], next_cursor: null }),
    ).toEqual([]);
    expect(
      says({ ...read, method: "DELETE", path: "/v1/sessions/ses_1" }, 204, "", { "x-request-id": "req_1" }),
    ).toEqual([]);
    expect([...check.succeeded].sort()).toEqual([
      "sessions.close",
      "sessions.create",
      "sessions.list",
      "tool_calls.list",
    ]);
  });

  it.each([
    ["a response that does not match", created, 201, { ...session, status: "open" }, json, /body\/status/],
    ["a response without a field", created, 201, { ...session, id: undefined }, json, /'id'/],
    ["another status", created, 200, session, json, /no response 200/],
    [
      "another content type",
      created,
      201,
      session,
      { ...json, "content-type": "text/html" },
      /type text\/html/,
    ],
    [
      "no request id",
      created,
      201,
      session,
      { "content-type": "application/json" },
      /X-Request-Id is missing/,
    ],
    [
      "a header of another form",
      created,
      201,
      session,
      { ...json, "ratelimit-limit": "many" },
      /RateLimit-Limit/,
    ],
    ["a header that it does not have", created, 201, session, { ...json, "x-new": "1" }, /no header x-new/],
    [
      "a body where there is none",
      { ...read, method: "DELETE", path: "/v1/sessions/a" },
      204,
      session,
      json,
      /no body/,
    ],
    ["an error that is none of them", read, 418, { error: "teapot" }, json, /body/],
    ["a path that it does not have", { ...read, path: "/v1/nothing" }, 200, {}, json, /no such path/],
    [
      "a query that it does not have",
      { ...read, path: "/v1/sessions?q=1" },
      200,
      { data: [], next_cursor: null },
      json,
      /query q/,
    ],
    [
      "a query out of its range",
      { ...read, path: "/v1/sessions?limit=0" },
      200,
      { data: [], next_cursor: null },
      json,
      /query limit/,
    ],
    [
      "a request that it does not allow",
      { ...created, body: '{"servers":"asaas"}' },
      201,
      session,
      json,
      /request\/servers/,
    ],
    ["a request that is not there", { ...created, body: "" }, 201, session, json, /body is required/],
  ] as const)("finds %s", (_what, request, status, body, headers, problem) => {
    expect(says(request, status, body, headers).join("\n")).toMatch(problem);
  });

  it("misses an operation that the document has lost", async () => {
    const response = await createSandbox().transport.request({
      method: "GET",
      path: "/v1/openapi.json",
      headers: {},
    });
    const document = JSON.parse(await response.text());
    delete document.paths["/v1/sessions"].post;
    const problems = openApiCheck(document).violations(
      created,
      { status: 201, headers: json },
      JSON.stringify(session),
    );
    expect(problems).toEqual(["the document has no such path and method"]);
  });
});
