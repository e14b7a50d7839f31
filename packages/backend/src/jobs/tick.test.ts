import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../store/memory/memory-store.ts";
import type { Store } from "../store/store.ts";
import { testBackend } from "../testing/test-backend.ts";

describe("tick", () => {
  it("does not wait for another worker that has taken its operation over", async () => {
    const asked: string[] = [];
    // the lease is another worker's by the time that the provider is to be asked
    const store = { ...memoryStore(), markDispatched: async () => false };
    const { join, call, backend } = testBackend({
      store,
      // nothing that waits for a time-out ever ends
      timers: { after: () => () => {} },
      providers: [
        {
          id: "whatsapp-cloud",
          tools: [],
          async execute({ operationId }) {
            asked.push(operationId);
            return { ok: true, data: {} };
          },
          find: async () => ({ status: "unknown" }),
        },
      ],
    });
    const { apiKey } = await join("growth");
    const made = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["whatsapp-cloud"] } });
    const { id } = responseSchemas.Session.parse(made.body);
    await call(apiKey, "POST", `/v1/sessions/${id}/send`, {
      body: {
        name: "codespar_notify",
        arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
      },
    });
    await backend.tick();
    expect(asked).toEqual([]);
  });

  it("removes sessions, revoked keys, approvals and deliveries with the log's retention (attack 26)", async () => {
    const { join, call, backend, clock, store } = testBackend({
      logRetentionDays: 30,
      deliver: async () => ({ status: 200, body: "" }),
    });
    const { apiKey, organisation } = await join("growth");
    const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
    await post("/v1/triggers", { name: "t", event: "*", webhook_url: "https://example.com/hook" });
    const made = await post("/v1/sessions", {
      servers: ["asaas"],
      policy: { require_approval: { risk: ["read"] } },
    });
    const { id } = responseSchemas.Session.parse(made.body);
    await post("/v1/sessions", { servers: ["asaas"] });
    const discover = { name: "codespar_discover", arguments: { query: "pix" } };
    await post(`/v1/sessions/${id}/execute`, discover);
    const other = responseSchemas.Session.parse((await post("/v1/sessions", { servers: ["asaas"] })).body);
    await post(`/v1/sessions/${other.id}/execute`, discover);
    const key = responseSchemas.ApiKeyWithSecret.parse((await post("/v1/api-keys", {})).body);
    await call(apiKey, "DELETE", `/v1/api-keys/${key.id}`);
    await backend.tick();
    await backend.sendDeliveries();
    const count = async () => {
      const all = { limit: 100 };
      const lists = [
        await store.listSessions(organisation, { now: clock.now() }, all),
        await store.listApiKeys(organisation, all),
        await store.listRecords("approval", organisation, {}, all),
        await store.listRecords("delivery", organisation, {}, all),
        await store.listRecords("trigger", organisation, {}, all),
      ];
      return lists.map(({ rows }) => rows.length);
    };
    expect(await count()).toEqual([3, 2, 1, 2, 1]);
    clock.set("2026-05-15T10:00:00Z");
    await backend.tick();
    expect(await count()).toEqual([3, 2, 1, 2, 1]);
    clock.set("2026-05-15T12:30:00Z");
    await backend.tick();
    expect(await count()).toEqual([0, 1, 0, 0, 1]);
  });

  it("gives up a call that goes wrong each time before anybody is asked, and frees its key", async () => {
    const errors: Error[] = [];
    let isBroken = true;
    const memory = memoryStore();
    const store: Store = {
      ...memory,
      async readSession(organisation, id) {
        const session = await memory.readSession(organisation, id);
        // what no store returns, so that discover breaks down
        return isBroken && session !== undefined ? { ...session, servers: null as never } : session;
      },
    };
    const { join, call, backend, clock } = testBackend({ store, onError: (error) => errors.push(error) });
    const { apiKey } = await join("growth");
    const made = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
    const { id } = responseSchemas.Session.parse(made.body);
    const send = () =>
      call(apiKey, "POST", `/v1/sessions/${id}/send`, {
        body: { name: "codespar_discover", arguments: { query: "pix" } },
        headers: { "idempotency-key": "find-1" },
      });
    await send();
    const status = async () => {
      const { body } = await call(apiKey, "GET", "/v1/tool-calls");
      return responseSchemas.ToolCallPage.parse(body).data.map((row) => [row.status, row.error?.code]);
    };
    for (let lease = 1; lease <= 20; lease += 1) {
      await backend.tick();
      clock.set(clock.now() + 60_000);
    }
    expect(await status()).toEqual([["failed", "internal_error"]]);
    expect(errors.length).toBeLessThanOrEqual(10);
    isBroken = false;
    await send();
    await backend.tick();
    expect(await status()).toEqual([
      ["succeeded", undefined],
      ["failed", "internal_error"],
    ]);
  });
});
