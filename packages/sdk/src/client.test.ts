import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CodeSpar } from "./client.ts";
import { AuthenticationError } from "./errors/api-errors.ts";
import { fakeTransport } from "./testing/fake-transport.ts";
import { errorResponse, session } from "./testing/responses.ts";

const apiKey = "csk_test_s3cretvalue";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("CodeSpar", () => {
  it("creates a session with the key as bearer token", async () => {
    const { transport, requests } = fakeTransport([{ status: 201, body: session }]);
    const created = await new CodeSpar({ apiKey, transport }).sessions.create({ servers: ["stripe"] });
    expect(created).toMatchObject(session);
    expect(requests).toMatchObject([
      {
        method: "POST",
        path: "/v1/sessions",
        body: '{"servers":["stripe"]}',
        headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      },
    ]);
  });

  it("takes the key from the environment", async () => {
    vi.stubEnv("CODESPAR_API_KEY", apiKey);
    const { transport, requests } = fakeTransport([{ body: session }]);
    await new CodeSpar({ transport }).sessions.get("ses_1");
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
  });

  it("goes on without the environment where the runtime refuses it, as Deno does without a permission", async () => {
    vi.stubGlobal("process", {
      env: new Proxy(
        {},
        {
          get() {
            throw Object.assign(new Error('Requires env access, run again with "--allow-env"'), {
              name: "NotCapable",
            });
          },
        },
      ),
    });
    const { transport, requests } = fakeTransport([{ body: session }]);
    await new CodeSpar({ apiKey, transport }).sessions.get("ses_1");
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(() => new CodeSpar({ transport })).toThrow("No API key");
  });

  it.each([
    ["", "No API key"],
    ["sk_live_s3cretvalue", "malformed"],
    ["csk_test_", "malformed"],
    ["csk_test_s3cretvalue\n", "line break"],
    ["csk_test_…", "malformed: it begins with csk_live_, csk_test_ or cssk_internal_."],
  ])("refuses the key %j without showing it", (badKey, why) => {
    vi.stubEnv("CODESPAR_API_KEY", "");
    const make = () => new CodeSpar({ apiKey: badKey });
    expect(make).toThrow(AuthenticationError);
    expect(make).toThrow(why);
    expect(make).not.toThrow("s3cretvalue");
  });

  it.each(["localhost:4010", "ftp://host", "https://user:pw@host"])("refuses the base URL %j", (baseUrl) => {
    expect(() => new CodeSpar({ apiKey, baseUrl })).toThrow("baseUrl");
  });

  it.each([{ timeoutMs: 0 }, { timeoutMs: Number.NaN }, { maxRetries: -1 }, { maxRetries: 1.5 }])(
    "refuses %j",
    (options) => {
      expect(() => new CodeSpar({ apiKey, ...options })).toThrow(Object.keys(options)[0]);
    },
  );

  it("never shows the key", async () => {
    const { transport } = fakeTransport([{ body: session }]);
    const codespar = new CodeSpar({ apiKey, transport });
    const created = await codespar.sessions.create({ servers: ["stripe"] });
    for (const value of [codespar, created]) {
      expect(inspect(value, { depth: 9, showHidden: true }) + JSON.stringify(value)).not.toContain("s3cret");
    }
  });

  it("acts for an organisation with a service key", async () => {
    const { transport, requests } = fakeTransport([{ body: session }]);
    const codespar = new CodeSpar({ apiKey: "cssk_internal_x", organisation: "org_7", transport });
    await codespar.sessions.get("ses_1");
    expect(requests[0]?.headers["x-codespar-org"]).toBe("org_7");
  });

  it("gives status, headers and request id beside the value", async () => {
    const { transport } = fakeTransport([{ body: session, headers: { "x-request-id": "req_42" } }]);
    const response = await new CodeSpar({ apiKey, transport }).sessions.get("ses_1").withResponse();
    expect(response).toMatchObject({ status: 200, request_id: "req_42", data: { id: "ses_1" } });
  });

  it("leaves no unhandled rejection when only withResponse is awaited", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { transport } = fakeTransport([errorResponse(404, "not_found")]);
    const call = new CodeSpar({ apiKey, transport }).sessions.get("ses_1").withResponse();
    await expect(call).rejects.toMatchObject({ code: "not_found" });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
