import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { type Provider, ProviderUnavailable } from "../../ports/provider.ts";
import type { Translator } from "../../ports/translator.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { networkedStore } from "../../testing/networked-store.ts";
import { testBackend } from "../../testing/test-backend.ts";

/** Opens with its effect, as most do. */
const translators: Translator[] = ["asaas", "mercadopago"].map((server) => ({
  server,
  async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
    const { id } = await native.effect(`${server}_create_payment`, { amount });
    return {
      payment_id: String(id),
      status: "pending",
      amount,
      currency,
      method,
      created_at: "2026-04-15T10:30:00.000Z",
      refunds: [],
    };
  },
}));

async function setUp({ isDown = false, trigger = false } = {}) {
  const trips: string[] = [];
  const providers = ["asaas", "mercadopago"].map(
    (id): Provider => ({
      id,
      tools: [],
      async execute() {
        trips.push(`(${id})`);
        if (isDown && id === "asaas") throw new ProviderUnavailable("down");
        return { ok: true, data: { id: `pay_of_${id}` } };
      },
      find: async () => ({ status: "never" }),
    }),
  );
  const store = networkedStore(memoryStore(), (method) => trips.push(method));
  const { join, call } = testBackend({ store, livemode: true, providers, translators });
  const { apiKey } = await join("growth");
  const post = (path: string, body: object, headers = {}) => call(apiKey, "POST", path, { body, headers });
  for (const server_id of ["asaas", "mercadopago"])
    await post("/v1/connections", { server_id, credentials: { token: "t".repeat(20) } });
  if (trigger) await post("/v1/triggers", { name: "t", event: "*", webhook_url: "https://example.com/hook" });
  const made = await post("/v1/sessions", { servers: ["asaas", "mercadopago"] });
  const { id } = responseSchemas.Session.parse(made.body);
  let number = 0;
  return {
    trips,
    call,
    apiKey,
    /** The round trips of one payment. */
    async pay(key?: string) {
      trips.length = 0;
      number += 1;
      const body = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };
      const answer = await post(`/v1/sessions/${id}/execute`, body, {
        "idempotency-key": key ?? `key-${number}`,
      });
      return { status: answer.status, body: answer.body, headers: answer.headers, trips: [...trips] };
    },
  };
}

describe("round trips to the store of a payment", () => {
  it("are three: it is opened, begun with its dispatch, and settled", async () => {
    const { pay } = await setUp();
    // the first writes down when the key was last used, and reads the data key of the credentials
    await pay();
    const paid = await pay();
    expect(paid).toMatchObject({ status: 200, body: { success: true, provider: "asaas" } });
    expect(paid.trips).toEqual(["openCall", "beginOperation", "(asaas)", "settleOperation"]);
  });

  it("are as many with a trigger, whose event is written with the end", async () => {
    const { pay } = await setUp({ trigger: true });
    await pay();
    expect((await pay()).trips).toEqual(["openCall", "beginOperation", "(asaas)", "settleOperation"]);
  });

  it("are one for a repetition", async () => {
    const { pay } = await setUp();
    await pay("again");
    const repeated = await pay("again");
    expect(repeated).toMatchObject({ status: 200, body: { replayed: true } });
    expect(repeated.trips).toEqual(["openCall"]);
  });

  it("are few more for each provider that refuses", async () => {
    const { pay } = await setUp({ isDown: true });
    await pay();
    const paid = await pay();
    expect(paid).toMatchObject({ status: 200, body: { success: true, provider: "mercadopago" } });
    expect(paid.trips).toEqual([
      "openCall",
      "beginOperation",
      "(asaas)",
      "recordProviderOutcome",
      "markUndispatched",
      "markDispatched",
      "(mercadopago)",
      "settleOperation",
    ]);
  });
});
