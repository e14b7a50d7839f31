import type { Usage } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { type TestBackend, testBackend } from "../../testing/test-backend.ts";
import { testCustomer, testGateway } from "../../testing/test-gateway.ts";
import { withUsage } from "../../testing/with-usage.ts";
import { tokenBucket } from "../rate-limit/token-bucket.ts";

const discover = { name: "codespar_discover", arguments: { query: "pix" } };

async function session(test: TestBackend, apiKey: string): Promise<string> {
  const made = await test.call(apiKey, "POST", "/v1/sessions", { body: { preset: "brazilian" } });
  expect(made.status).toBe(201);
  return responseSchemas.Session.parse(made.body).id;
}

async function setUp(used: number, plan: "growth" | "hobby" | "starter" = "hobby") {
  const gateway = testGateway();
  const store = withUsage(memoryStore(), "2026-04", used);
  const test = testBackend({ store, paymentGateway: gateway });
  const { apiKey, organisation } = await test.join(plan);
  const id = await session(test, apiKey);
  const execute = () => test.call(apiKey, "POST", `/v1/sessions/${id}/execute`, { body: discover });
  /** In a session of its own, however late it is. */
  const executeInNewSession = async () => {
    const fresh = await session(test, apiKey);
    return test.call(apiKey, "POST", `/v1/sessions/${fresh}/execute`, { body: discover });
  };
  const get = (path: string) => test.call(apiKey, "GET", path);
  const usage = async () => (await get("/v1/usage?tool_calls=false")).body as Usage; // usage returns 200
  return { ...test, gateway, apiKey, organisation, execute, executeInNewSession, get, usage, id };
}

const warning = "x-codespar-quota-warning";

describe("the quota", () => {
  it("warns on every response from 90 % on, the one that gets there included, errors too", async () => {
    const { execute, get, call, apiKey } = await setUp(17_998);
    const before = await execute();
    expect(before.status).toBe(200);
    expect(before.headers[warning]).toBeUndefined();
    const reached = await execute();
    const text = "You have used 18,000 of 20,000 tool calls this period.";
    expect(reached.headers[warning]).toBe(text);
    for (const path of ["/v1/servers", "/v1/usage", "/v1/billing", "/v1/sessions/ses_none", "/v1/api-keys"]) {
      expect((await get(path)).headers[warning]).toBe(text);
    }
    expect((await call(apiKey, "POST", "/v1/sessions", { body: { nonsense: 1 } })).headers[warning]).toBe(
      text,
    );
  });

  it("is announced by one event a period", async () => {
    const { execute, executeInNewSession, get, clock } = await setUp(17_990);
    await Promise.all(Array.from({ length: 50 }, execute));
    const warnings = async () => (await get("/v1/events?type=quota.warning")).body;
    expect(await warnings()).toMatchObject({
      data: [{ type: "quota.warning", livemode: false, session_id: null, data: { quota: 20_000 } }],
      next_cursor: null,
    });
    expect((await warnings()) as object).toHaveProperty("data.length", 1);
    clock.set("2026-05-02T00:00:00Z");
    expect((await executeInNewSession()).status).toBe(200);
    expect((await warnings()) as object).toHaveProperty("data.length", 1);
  });

  it("stops executions alone at 100 %, with the body of the documentation", async () => {
    const { execute, get, call, apiKey, id } = await setUp(20_000);
    const refused = await execute();
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({
      error: "quota_exceeded",
      message: "Monthly tool call quota exceeded. Upgrade your plan or wait for the next billing cycle.",
      status: 429,
      request_id: expect.stringMatching(/^req_/),
      retryable: false,
      quota: 20_000,
      used: 20_000,
      resets_at: "2026-05-01T00:00:00Z",
      upgrade_url: "https://codespar.dev/dashboard/billing",
    });
    const sent = await call(apiKey, "POST", `/v1/sessions/${id}/send`, { body: discover });
    expect(sent.body).toMatchObject({ error: "quota_exceeded" });
    for (const path of ["/v1/servers", `/v1/sessions/${id}/tools`, "/v1/usage"]) {
      expect((await get(path)).status).toBe(200);
    }
    expect((await call(apiKey, "POST", "/v1/sessions", { body: { preset: "brazilian" } })).status).toBe(201);
  });

  it("is exact when a thousand calls come at once around it", async () => {
    const { execute, usage } = await setUp(19_400);
    const responses = await Promise.all(Array.from({ length: 1000 }, execute));
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(600);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(400);
    expect(await usage()).toMatchObject({ used: 20_000, remaining: 0, percentage: 100 });
  });

  it("loses and doubles no call beyond it when overage is on", async () => {
    const { execute, usage, call, apiKey, get } = await setUp(1_999_400, "growth");
    await call(apiKey, "PATCH", "/v1/billing", { body: { overage_enabled: true } });
    const responses = await Promise.all(Array.from({ length: 1000 }, execute));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(await usage()).toMatchObject({ used: 2_000_400, remaining: 0, percentage: 100 });
    const log = await get("/v1/usage?limit=1000");
    const ids = new Set(responseSchemas.Usage.parse(log.body).tool_calls?.map(({ id }) => id));
    expect(ids.size).toBe(1000);
    // switched off again, the limit is back
    await call(apiKey, "PATCH", "/v1/billing", { body: { overage_enabled: false } });
    expect((await execute()).body).toMatchObject({ error: "quota_exceeded", used: 2_000_400 });
  });

  it("starts again with the month in UTC, and charges a call to the month that it began in", async () => {
    const { executeInNewSession, usage, clock } = await setUp(19_999);
    clock.set("2026-04-30T23:59:59.999Z");
    expect((await executeInNewSession()).status).toBe(200);
    expect((await executeInNewSession()).status).toBe(429);
    clock.set("2026-05-01T00:00:00.000Z");
    const fresh = await executeInNewSession();
    expect(fresh.status).toBe(200);
    expect(fresh.headers[warning]).toBeUndefined();
    expect(await usage()).toMatchObject({
      period: { start: "2026-05-01T00:00:00Z", end: "2026-05-31T23:59:59Z" },
      used: 1,
      daily: [{ date: "2026-05-01", count: 1 }],
    });
  });

  it("goes up at once with a higher plan", async () => {
    const { execute, usage, backend, call, apiKey, gateway } = await setUp(20_000);
    expect((await execute()).status).toBe(429);
    await call(apiKey, "POST", "/v1/billing/checkout", { body: { plan: "starter" } });
    await backend.billing.completeCheckout(gateway.lastToken(), testCustomer);
    expect((await execute()).status).toBe(200);
    expect(await usage()).toMatchObject({ quota: 200_000, used: 20_001, percentage: 10 });
  });
});

describe("the rate limit", () => {
  it("lets as many requests through as the plan has, however many come at once, and says when to come again", async () => {
    const { join, call } = testBackend({ rateLimiter: tokenBucket() });
    const { apiKey } = await join("hobby");
    const responses = await Promise.all(
      Array.from({ length: 200 }, () => call(apiKey, "GET", "/v1/sessions?limit=1")),
    );
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(60);
    const refused = responses.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ error: "rate_limited", retryable: true });
    expect(refused?.headers).toMatchObject({
      "retry-after": "1",
      "ratelimit-limit": "60",
      "ratelimit-remaining": "0",
      "ratelimit-reset": "60",
    });
  });

  it("counts an execution once, and reports what is left after it", async () => {
    const test = testBackend({ rateLimiter: tokenBucket() });
    const { apiKey } = await test.join("hobby");
    const id = await session(test, apiKey);
    const execute = () => test.call(apiKey, "POST", `/v1/sessions/${id}/execute`, { body: discover });
    expect((await execute()).headers["ratelimit-remaining"]).toBe("58");
    expect((await execute()).headers["ratelimit-remaining"]).toBe("57");
  });

  it("counts executions that are refused before they begin, once each, and no repeat (attack 18)", async () => {
    const test = testBackend({ rateLimiter: tokenBucket() });
    const { apiKey } = await test.join("hobby");
    const id = await session(test, apiKey);
    const headers = { "idempotency-key": "once" };
    const execute = (body: unknown, to = id) =>
      test.call(apiKey, "POST", `/v1/sessions/${to}/execute`, { body, headers });
    await execute(discover);
    const refused = [
      await execute({ name: 5 }),
      await execute(discover, "ses_none"),
      // another call under the key that is in use
      await execute({ ...discover, arguments: { query: "boleto" } }),
    ];
    expect(refused.map(({ status, headers }) => [status, headers["ratelimit-remaining"]])).toEqual([
      [400, "57"],
      [404, "56"],
      [409, "55"],
    ]);
    expect((await execute(discover)).headers["ratelimit-remaining"]).toBe("55");
    for (let index = 0; index < 55; index += 1) await execute({});
    expect(await execute({})).toMatchObject({ status: 429, body: { error: "rate_limited" } });
    // what was done once is reported again, whatever was sent since
    expect((await execute(discover)).status).toBe(200);
  });

  it("counts an execution that lacks its scope", async () => {
    const test = testBackend({ rateLimiter: tokenBucket() });
    const { apiKey } = await test.join("starter");
    const made = await test.call(apiKey, "POST", "/v1/api-keys", {
      body: { name: "reader", scopes: ["usage:read"] },
    });
    const { key } = responseSchemas.ApiKeyWithSecret.parse(made.body);
    const before = Number(made.headers["ratelimit-remaining"]);
    const refused = await test.call(key, "POST", "/v1/sessions/ses_1/execute", { body: discover });
    expect(refused).toMatchObject({ status: 403, headers: { "ratelimit-remaining": String(before - 1) } });
  });

  it("is each organisation's own, and service keys have another", async () => {
    const { join, call, backend } = testBackend({ rateLimiter: tokenBucket() });
    const [one, other] = [await join(), await join()];
    for (let index = 0; index < 60; index += 1) await call(one.apiKey, "GET", "/v1/sessions");
    expect((await call(one.apiKey, "GET", "/v1/sessions")).status).toBe(429);
    expect((await call(other.apiKey, "GET", "/v1/sessions")).status).toBe(200);
    const { key } = await backend.serviceKeys.create();
    const service = await call(key, "GET", "/v1/sessions", {
      headers: { "x-codespar-org": one.organisation },
    });
    expect(service.headers["ratelimit-limit"]).toBe("10000");
    expect(service.status).toBe(200);
  });
});
