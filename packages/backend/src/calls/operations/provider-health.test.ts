import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { type Provider, ProviderUnavailable } from "../../ports/provider.ts";
import type { Translator } from "../../ports/translator.ts";
import { testBackend } from "../../testing/test-backend.ts";

/** Down for the bad token, and up for all others. */
function setUp() {
  const asked: string[] = [];
  const providers = ["asaas", "mercadopago"].map(
    (id): Provider => ({
      id,
      tools: [],
      async execute({ credentials, account }) {
        asked.push(`${id} ${account}`);
        if (id === "asaas" && credentials?.token === "bad") throw new ProviderUnavailable("rate_limited");
        return { ok: true, data: { id: `pay_of_${id}`, status: "PENDING" } };
      },
      find: async () => ({ status: "never" }),
    }),
  );
  const translators = ["asaas", "mercadopago"].map(
    (server): Translator => ({
      server,
      async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
        await native.effect(`${server}_create_payment`, { amount });
        const created_at = "2026-04-15T10:30:00.000Z";
        return { payment_id: "p", status: "pending", amount, currency, method, created_at, refunds: [] };
      },
    }),
  );
  const { join, call, clock } = testBackend({ livemode: true, providers, translators });
  return {
    asked,
    clock,
    /** An account with this token at Asaas, in an organisation of its own or as a tenant of one. */
    async account(token: string, owner?: { apiKey: string; tenant: string }) {
      const { apiKey } = owner ?? (await join("growth"));
      const tenant = owner === undefined ? {} : { tenant_id: owner.tenant };
      const post = (path: string, body: object) => call(apiKey, "POST", path, { body });
      await post("/v1/connections", { server_id: "asaas", credentials: { token }, ...tenant });
      await post("/v1/connections", { server_id: "mercadopago", credentials: { token: "good" }, ...tenant });
      const { id } = responseSchemas.Session.parse(
        (await post("/v1/sessions", { servers: ["asaas", "mercadopago"], metadata: tenant })).body,
      );
      return {
        apiKey,
        /** Who was asked, one after another. */
        async pay() {
          asked.length = 0;
          const args = { method: "pix", amount: 5000, currency: "BRL" };
          const paid = await post(`/v1/sessions/${id}/execute`, { name: "codespar_pay", arguments: args });
          expect(paid.status).toBe(200);
          return asked.map((each) => each.split(" ")[0]);
        },
      };
    },
  };
}

describe("the circuit breaker", () => {
  it("belongs to a connection: a bad key of one organisation or tenant stands in nobody else's way", async () => {
    const { account } = setUp();
    const bad = await account("bad");
    const other = await account("good");
    const tenant = await account("bad", { apiKey: other.apiKey, tenant: "t1" });
    const neighbour = await account("good", { apiKey: other.apiKey, tenant: "t2" });
    for (const failing of [bad, tenant]) {
      for (let count = 0; count < 5; count += 1)
        expect(await failing.pay()).toEqual(["asaas", "mercadopago"]);
      expect(await failing.pay()).toEqual(["mercadopago"]);
    }
    for (const healthy of [other, neighbour]) expect(await healthy.pay()).toEqual(["asaas"]);
  });

  it("closes after half a minute, and opens again at the first failure", async () => {
    const { account, clock } = setUp();
    const bad = await account("bad");
    for (let count = 0; count < 6; count += 1) await bad.pay();
    clock.set(clock.now() + 30_000);
    expect(await bad.pay()).toEqual(["asaas", "mercadopago"]);
    expect(await bad.pay()).toEqual(["mercadopago"]);
  });
});
