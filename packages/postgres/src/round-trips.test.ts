import { createBackend, type Provider, secureRandom, systemTimers, timeOrderedIds } from "@codespar/backend";
import type { Translator } from "@codespar/backend/testing";
import { describe, expect, it } from "vitest";
import { postgresStore } from "./postgres-store.ts";
import { tcpProxy } from "./testing/tcp-proxy.ts";
import { hasPostgres, temporaryDatabase } from "./testing.ts";

/** Opens with its effect, as most do. */
const translator: Translator = {
  server: "asaas",
  async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
    const { id } = await native.effect("create_payment", { amount });
    const created_at = "2026-04-15T10:30:00.000Z";
    return { payment_id: String(id), status: "pending", amount, currency, method, created_at, refunds: [] };
  },
};

const provider: Provider = {
  id: "asaas",
  tools: [],
  execute: async () => ({ ok: true, data: { id: "pay_1" } }),
  find: async () => ({ status: "never" }),
};

describe.runIf(hasPostgres("round trips of a payment"))("a payment over PostgreSQL", () => {
  it("is three statements, and two when another came just before", async () => {
    await using database = await temporaryDatabase();
    await using proxy = await tcpProxy(database.cluster.port);
    const store = await postgresStore({ url: proxy.url(database.url.split("/").at(-1) ?? "") });
    let now = Date.now();
    const clock = { now: () => now };
    const backend = createBackend({
      store,
      clock,
      timers: systemTimers,
      ids: timeOrderedIds(clock, secureRandom()),
      keyring: { current: "test", keys: { test: btoa("\0".repeat(32)) } },
      providers: [provider],
      translators: [translator],
      livemode: true,
      onError: (error) => {
        throw error;
      },
    });
    const { apiKey } = await backend.organisations.create({ plan: "growth" });
    let number = 0;
    const post = async (path: string, body: object) => {
      number += 1;
      const headers = { authorization: `Bearer ${apiKey}`, "idempotency-key": `key-${number}` };
      const response = await backend.handle({ method: "POST", path, headers, body: JSON.stringify(body) });
      expect(response.status, String(response.body)).toBeLessThan(300);
      return JSON.parse(String(response.body));
    };
    try {
      await post("/v1/connections", { server_id: "asaas", credentials: { token: "t".repeat(20) } });
      const { id } = await post("/v1/sessions", { servers: ["asaas"] });
      const args = { method: "pix", amount: 5000, currency: "BRL" };
      const statements = async () => {
        proxy.takeStatements();
        await post(`/v1/sessions/${id}/execute`, { name: "codespar_pay", arguments: args });
        return proxy.takeStatements();
      };
      // notes when the key was last used
      await statements();
      expect([await statements(), await statements()]).toEqual([2, 2]);
      now += 10_000;
      expect([await statements(), await statements()]).toEqual([3, 2]);
    } finally {
      await store.close();
    }
  });
});
