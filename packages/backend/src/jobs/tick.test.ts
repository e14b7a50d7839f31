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

  it("gives up a call that goes wrong each time before anybody is asked, and frees its key", async () => {
    const errors: Error[] = [];
    let isBroken = true;
    const memory = memoryStore();
    const store: Store = {
      ...memory,
      async readSession(organisation, id) {
        const session = await memory.readSession(organisation, id);
        // what no store answers, so that discover breaks down
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
