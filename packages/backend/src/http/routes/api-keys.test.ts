import type { ApiKey, ApiKeyWithSecret, Page } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { hashKey } from "../../platform/digests.ts";
import { type TestBackend, type TestCall, testBackend } from "../../testing/test-backend.ts";

async function setUp(plan: Parameters<TestBackend["join"]>[0] = "starter") {
  const test = testBackend();
  const mine = await test.join(plan);
  const api = (method: string, path: string, call?: TestCall) => test.call(mine.apiKey, method, path, call);
  /** Makes a key; the API's response. */
  async function create(body: object = {}): Promise<ApiKeyWithSecret> {
    const response = await api("POST", "/v1/api-keys", { body });
    expect(response.status).toBe(201);
    return responseSchemas.ApiKeyWithSecret.parse(response.body);
  }
  async function list(): Promise<ApiKey[]> {
    const response = await api("GET", "/v1/api-keys");
    return (responseSchemas.ApiKeyPage.parse(response.body) as Page<ApiKey>).data; // parsed by its schema
  }
  const statusWith = async (key: string) => (await test.call(key, "GET", "/v1/sessions")).status;
  return { ...test, mine, api, create, list, statusWith };
}

describe("API keys", () => {
  it("are shown whole once, listed by prefix and last four, and stored as a hash", async () => {
    const { create, list, store, statusWith } = await setUp();
    const made = await create({ name: "ci", scopes: ["sessions:read"] });
    expect(made.key).toMatch(/^csk_test_[A-Za-z0-9]{32}$/);
    expect(await statusWith(made.key)).toBe(200);
    const [listed] = await list();
    expect(listed).toEqual({
      id: made.id,
      name: "ci",
      prefix: "csk_test_",
      last4: made.key.slice(-4),
      scopes: ["sessions:read"],
      status: "active",
      created_at: "2026-04-15T10:30:00.000Z",
      last_used_at: "2026-04-15T10:30:00.000Z",
      revoked_at: null,
      previous_key_expires_at: null,
    });
    const stored = await store.findApiKey(hashKey(made.key));
    expect(JSON.stringify(stored)).not.toContain(made.key.slice("csk_test_".length));
  });

  it("are live ones where the backend is live", async () => {
    const { join, call } = testBackend({ livemode: true });
    const { apiKey } = await join();
    expect(apiKey).toMatch(/^csk_live_/);
    const made = await call(apiKey, "POST", "/v1/api-keys", { body: {} });
    expect(made.body).toMatchObject({ prefix: "csk_live_" });
    expect((await call("csk_test_demo", "GET", "/v1/sessions")).status).toBe(401);
  });

  it("are no more than the plan has, however many are asked for at once", async () => {
    const { api, mine, create, call } = await setUp("starter");
    const responses = await Promise.all(
      Array.from({ length: 30 }, () => api("POST", "/v1/api-keys", { body: {} })),
    );
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(9);
    const refused = responses.find(({ status }) => status !== 201);
    expect(refused?.body).toMatchObject({
      error: "plan_limit",
      status: 403,
      limit: 10,
      plan: "starter",
      upgrade_url: "https://codespar.dev/dashboard/billing",
    });
    // a key that is revoked makes room
    const made = responses.find(({ status }) => status === 201);
    const { id } = responseSchemas.ApiKeyWithSecret.parse(made?.body);
    expect((await api("DELETE", `/v1/api-keys/${id}`)).status).toBe(204);
    await create();
    expect((await call(mine.apiKey, "POST", "/v1/api-keys", { body: {} })).status).toBe(403);
  });

  it("go on working after a downgrade to a plan with fewer", async () => {
    const { api, create, statusWith, backend, clock } = await setUp("starter");
    const keys = [await create(), await create(), await create()];
    await api("PATCH", "/v1/billing", { body: { plan: "hobby" } });
    clock.set("2026-05-01T00:00:01Z");
    await backend.tick();
    expect((await api("GET", "/v1/billing")).body).toMatchObject({ plan: "hobby" });
    for (const { key } of keys) expect(await statusWith(key)).toBe(200);
    expect((await api("POST", "/v1/api-keys", { body: {} })).body).toMatchObject({ limit: 2, plan: "hobby" });
  });

  it("hand on no scope that their maker lacks", async () => {
    const { create, call } = await setUp();
    const { key } = await create({ scopes: ["keys:write", "usage:read"] });
    const more = await call(key, "POST", "/v1/api-keys", { body: { scopes: ["billing:write"] } });
    expect(more.body).toMatchObject({ error: "insufficient_scope", required_scope: "billing:write" });
    const same = await call(key, "POST", "/v1/api-keys", { body: {} });
    expect(same.body).toMatchObject({ scopes: ["keys:write", "usage:read"] });
    const fewer = await call(key, "POST", "/v1/api-keys", { body: { scopes: ["usage:read"] } });
    expect(fewer.body).toMatchObject({ scopes: ["usage:read"] });
  });

  it("cannot be rotated by a key that could do less, because rotating a key shows it", async () => {
    const { create, call, mine, statusWith } = await setUp();
    const { key } = await create({ scopes: ["keys:write"] });
    const stronger = await create({ scopes: ["keys:write", "billing:write"] });
    for (const id of [mine.keyId, stronger.id]) {
      const refused = await call(key, "POST", `/v1/api-keys/${id}/rotate`, { body: {} });
      expect(refused.body).toMatchObject({ error: "insufficient_scope" });
    }
    expect(await statusWith(mine.apiKey)).toBe(200);
  });

  it("cannot be revoked by a key that could do less, and by itself they can (attack 32)", async () => {
    const { create, call, mine, statusWith } = await setUp();
    const { key, id } = await create({ scopes: ["keys:write"] });
    const stronger = await create({ scopes: ["keys:write", "billing:write"] });
    for (const other of [mine.keyId, stronger.id]) {
      const refused = await call(key, "DELETE", `/v1/api-keys/${other}`);
      expect(refused.body).toMatchObject({ error: "insufficient_scope" });
    }
    // it is known, though not for what is asked
    expect([await statusWith(mine.apiKey), await statusWith(stronger.key)]).toEqual([200, 403]);
    expect((await call(key, "DELETE", `/v1/api-keys/${id}`)).status).toBe(204);
    expect(await statusWith(key)).toBe(401);
  });

  it("work on for the grace period after they were rotated, and not a second longer", async () => {
    const { create, api, statusWith, clock, list } = await setUp();
    const before = await create();
    const rotated = await api("POST", `/v1/api-keys/${before.id}/rotate`, {
      body: { grace_period_seconds: 60 },
    });
    const after = responseSchemas.ApiKeyWithSecret.parse(rotated.body);
    expect(after).toMatchObject({ id: before.id, previous_key_expires_at: "2026-04-15T10:31:00.000Z" });
    expect(after.key).not.toBe(before.key);
    expect([await statusWith(before.key), await statusWith(after.key)]).toEqual([200, 200]);
    clock.set("2026-04-15T10:30:59.999Z");
    expect(await statusWith(before.key)).toBe(200);
    clock.set("2026-04-15T10:31:00Z");
    expect([await statusWith(before.key), await statusWith(after.key)]).toEqual([401, 200]);
    expect((await list())[0]?.previous_key_expires_at).toBeNull();
  });

  it("overlap for 24 hours by default, and not at all with a grace period of 0", async () => {
    const { create, api, statusWith } = await setUp();
    const key = await create();
    expect((await api("POST", `/v1/api-keys/${key.id}/rotate`, { body: {} })).body).toMatchObject({
      previous_key_expires_at: "2026-04-16T10:30:00.000Z",
    });
    const other = await create();
    await api("POST", `/v1/api-keys/${other.id}/rotate`, { body: { grace_period_seconds: 0 } });
    expect(await statusWith(other.key)).toBe(401);
  });

  it("end at once when they are revoked, the one that was rotated away as well", async () => {
    const { create, api, statusWith, list } = await setUp();
    const before = await create();
    const rotated = await api("POST", `/v1/api-keys/${before.id}/rotate`, { body: {} });
    const { key } = responseSchemas.ApiKeyWithSecret.parse(rotated.body);
    expect((await api("DELETE", `/v1/api-keys/${before.id}`)).status).toBe(204);
    expect((await api("DELETE", `/v1/api-keys/${before.id}`)).status).toBe(204);
    expect([await statusWith(before.key), await statusWith(key)]).toEqual([401, 401]);
    expect((await list()).find(({ id }) => id === before.id)).toMatchObject({
      status: "revoked",
      revoked_at: "2026-04-15T10:30:00.000Z",
      previous_key_expires_at: null,
    });
    const again = await api("POST", `/v1/api-keys/${before.id}/rotate`, { body: {} });
    expect(again.body).toMatchObject({ error: "not_found" });
  });

  it("stay revoked when a rotation comes at the same moment", async () => {
    const { create, api, statusWith } = await setUp();
    for (let round = 0; round < 5; round += 1) {
      const { id, key } = await create();
      const [rotated] = await Promise.all([
        api("POST", `/v1/api-keys/${id}/rotate`, { body: {} }),
        api("DELETE", `/v1/api-keys/${id}`),
      ]);
      expect(await statusWith(key)).toBe(401);
      if (rotated.status === 200) {
        expect(await statusWith(responseSchemas.ApiKeyWithSecret.parse(rotated.body).key)).toBe(401);
      }
    }
  });

  it("are distinguished neither when wrong, revoked, rotated away, nor another organisation's", async () => {
    const { create, api, call, join } = await setUp();
    const revoked = await create();
    await api("DELETE", `/v1/api-keys/${revoked.id}`);
    const rotated = await create();
    await api("POST", `/v1/api-keys/${rotated.id}/rotate`, { body: { grace_period_seconds: 0 } });
    const bodies = [];
    for (const key of ["csk_test_nobodyhasthis", "csk_live_neither", revoked.key, rotated.key]) {
      const { status, headers, body } = await call(key, "GET", "/v1/usage");
      const { "x-request-id": _, ...rest } = headers;
      bodies.push({ status, rest, body: { ...(body as object), request_id: "" } }); // an error body is an object
    }
    expect(bodies[0]).toMatchObject({ status: 401, body: { error: "unauthorized" } });
    for (const other of bodies) expect(other).toEqual(bodies[0]);
    // another organisation's key is not there at all
    const foreign = await join();
    for (const [method, path] of [
      ["DELETE", `/v1/api-keys/${foreign.keyId}`],
      ["POST", `/v1/api-keys/${foreign.keyId}/rotate`],
    ] as const) {
      const response = await api(method, path, { body: {} });
      const unknown = await api(method, path.replace(foreign.keyId, "key_none"), { body: {} });
      expect(response.status).toBe(404);
      expect(response.text.replaceAll(foreign.keyId, "key_none").replace(/req_\d+/, "")).toBe(
        unknown.text.replace(/req_\d+/, ""),
      );
    }
  });
});

describe("service keys", () => {
  it("act for the organisation that is named, with a limit of their own", async () => {
    const { backend, call, mine, join, store } = await setUp();
    const other = await join("growth");
    const { id, key } = await backend.serviceKeys.create();
    expect(key).toMatch(/^cssk_internal_/);
    const as = (organisation: string) =>
      call(key, "GET", "/v1/billing", { headers: { "x-codespar-org": organisation } });
    expect((await as(mine.organisation)).body).toMatchObject({ plan: "starter" });
    expect((await as(other.organisation)).body).toMatchObject({ plan: "growth" });
    expect((await as("org_none")).body).toMatchObject({ error: "unauthorized" });
    expect((await call(key, "GET", "/v1/billing")).body).toMatchObject({ error: "unauthorized" });
    expect(await backend.serviceKeys.revoke(id)).toBe(true);
    expect((await as(mine.organisation)).status).toBe(401);
    expect((await store.listApiKeys(mine.organisation, { limit: 10 })).rows.map((row) => row.id)).toEqual([
      mine.keyId,
    ]);
  });

  it("are rotated without a gap, and revoked with the one that was rotated away", async () => {
    const { backend, call, mine, clock } = await setUp();
    const { id, key } = await backend.serviceKeys.create({ scopes: ["billing:read"] });
    const status = async (apiKey: string) =>
      (await call(apiKey, "GET", "/v1/billing", { headers: { "x-codespar-org": mine.organisation } })).status;
    const rotated = await backend.serviceKeys.rotate(id, { gracePeriodSeconds: 60 });
    expect(rotated?.key).toMatch(/^cssk_internal_/);
    expect([await status(key), await status(rotated?.key ?? "")]).toEqual([200, 200]);
    clock.set(clock.now() + 60_000);
    expect([await status(key), await status(rotated?.key ?? "")]).toEqual([401, 200]);
    const last = await backend.serviceKeys.rotate(id);
    clock.set(clock.now() + 86_399_000);
    expect([await status(rotated?.key ?? ""), await status(last?.key ?? "")]).toEqual([200, 200]);
    expect(await backend.serviceKeys.revoke(id)).toBe(true);
    expect([await status(rotated?.key ?? ""), await status(last?.key ?? "")]).toEqual([401, 401]);
    expect(await backend.serviceKeys.rotate(id)).toBeUndefined();
    expect(await backend.serviceKeys.revoke(id)).toBe(false);
  });

  it("alone do: an organisation's own key cannot name another", async () => {
    const { call, mine, join } = await setUp();
    const other = await join();
    for (const organisation of [other.organisation, "org_none"]) {
      const response = await call(mine.apiKey, "GET", "/v1/usage", {
        headers: { "x-codespar-org": organisation },
      });
      expect(response.body).toMatchObject({ error: "unauthorized" });
    }
    const own = await call(mine.apiKey, "GET", "/v1/usage", {
      headers: { "x-codespar-org": mine.organisation },
    });
    expect(own.status).toBe(200);
  });
});
