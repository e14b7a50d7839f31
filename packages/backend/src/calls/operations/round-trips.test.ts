import { type PlanId, plans, quotaWarningShare, sessionIdleMinutes } from "@codespar/contract";
import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import { tokenBucket } from "../../accounts/rate-limit/token-bucket.ts";
import { type Provider, ProviderUnavailable } from "../../ports/provider.ts";
import type { Translator } from "../../ports/translator.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { callNumber, settlement } from "../../store/suite/fixtures.ts";
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

async function setUp({ isDown = false, trigger = false, plan = "growth" as PlanId } = {}) {
  const trips: string[] = [];
  const tokens: unknown[] = [];
  const providers = ["asaas", "mercadopago"].map(
    (id): Provider => ({
      id,
      tools: [],
      async execute({ credentials }) {
        trips.push(`(${id})`);
        tokens.push(credentials?.token);
        if (isDown && id === "asaas") throw new ProviderUnavailable("down");
        return { ok: true, data: { id: `pay_of_${id}` } };
      },
      find: async () => ({ status: "never" }),
    }),
  );
  const memory = memoryStore();
  const store = networkedStore(memory, (method) => trips.push(method));
  const rateLimiter = tokenBucket();
  const { join, call, clock } = testBackend({ store, livemode: true, providers, translators, rateLimiter });
  const { organisation, apiKey, keyId } = await join(plan);
  const post = (path: string, body: object, headers = {}) => call(apiKey, "POST", path, { body, headers });
  const connect = (server_id: string, token: string) =>
    post("/v1/connections", { server_id, credentials: { token } });
  for (const server of ["asaas", "mercadopago"]) await connect(server, "t".repeat(20));
  if (trigger) await post("/v1/triggers", { name: "t", event: "*", webhook_url: "https://example.com/hook" });
  const made = await post("/v1/sessions", { servers: ["asaas", "mercadopago"] });
  const { id } = responseSchemas.Session.parse(made.body);
  let number = 0;
  return {
    trips,
    tokens,
    clock,
    connect,
    post,
    sessionPath: `/v1/sessions/${id}`,
    call: (method: string, path: string) => call(apiKey, method, path),
    /** By another key of the organisation. */
    async revoke() {
      const other = await post("/v1/api-keys", { name: "other" });
      const { key } = responseSchemas.ApiKeyWithSecret.parse(other.body);
      expect((await call(key, "DELETE", `/v1/api-keys/${keyId}`)).status).toBe(204);
    },
    /** Charges calls that came another way, until there are so many. */
    async use(calls: number) {
      const period = "2026-04";
      for (let used = await memory.readUsed(organisation, period); used < calls; used += 1) {
        const { operation, ...begin } = callNumber(used, { organisation, period });
        await memory.beginOperation({ ...begin, operation });
        await memory.settleOperation(operation.id, 1, settlement("succeeded"));
      }
    },
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

const cold = ["openCall", "beginOperation", "(asaas)", "settleOperation"];
const warm = cold.slice(1);

describe("round trips to the store of a payment", () => {
  it("are three: it is opened, begun with its dispatch, and settled; and two when another came just before", async () => {
    const { pay, clock } = await setUp();
    // the first writes down when the key was last used, and reads the data key of the credentials
    await pay();
    const paid = await pay();
    expect(paid).toMatchObject({ status: 200, body: { success: true, provider: "asaas" } });
    expect(paid.trips).toEqual(warm);
    clock.set(clock.now() + 5_000);
    expect((await pay()).trips).toEqual(cold);
  });

  it("are as many with a trigger, whose event is written with the end", async () => {
    const { pay } = await setUp({ trigger: true });
    await pay();
    expect((await pay()).trips).toEqual(warm);
  });

  it("are few for a repetition", async () => {
    const { pay } = await setUp();
    await pay("again");
    const repeated = await pay("again");
    expect(repeated).toMatchObject({ status: 200, body: { replayed: true } });
    expect(repeated.trips).toEqual(["beginOperation", "readUsed"]);
  });

  it("are few more for each provider that refuses", async () => {
    const { pay, clock } = await setUp({ isDown: true });
    await pay();
    clock.set(clock.now() + 5_000);
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

describe("what was read for the call before", () => {
  it("lets no key in that was revoked since, whatever it asks for", async () => {
    const { pay, post, revoke, sessionPath } = await setUp();
    await pay();
    expect((await pay()).trips).toEqual(warm);
    await revoke();
    expect(await pay()).toMatchObject({ status: 401, body: { error: "unauthorized" } });
    await expect(setUpThenRevokeAndAskFor({ name: "codespar_pay", arguments: {} })).resolves.toEqual([
      401,
      [],
    ]);
    await expect(setUpThenRevokeAndAskFor({ name: "codespar_nothing", arguments: {} })).resolves.toEqual([
      401,
      [],
    ]);
    expect((await post(`${sessionPath}/execute`, {})).status).toBe(401);
  });

  /** The status, and the headers that tell something of the organisation. */
  async function setUpThenRevokeAndAskFor(body: object) {
    const { pay, post, revoke, sessionPath } = await setUp();
    await pay();
    await revoke();
    const { status, headers } = await post(`${sessionPath}/execute`, body);
    return [status, Object.keys(headers).filter((name) => /quota|ratelimit/.test(name))];
  }

  it("is read again once credentials were replaced or the session was closed", async () => {
    const { pay, call, connect, sessionPath, tokens } = await setUp();
    await pay();
    await connect("asaas", "new".repeat(7));
    expect((await pay()).trips).toEqual(["beginOperation", ...cold]);
    expect(tokens.at(-1)).toBe("new".repeat(7));
    await call("DELETE", sessionPath);
    expect(await pay()).toMatchObject({ status: 409, body: { error: "session_closed" } });
  });

  it("does not blur the quota: its warning and its end come with the very call", async () => {
    const { pay, use } = await setUp({ plan: "hobby" });
    const quota = plans.hobby.tool_calls ?? 0;
    const warned = async () => {
      const { status, headers } = await pay();
      return [status, headers["x-codespar-quota-warning"] !== undefined];
    };
    await use(quota * quotaWarningShare - 2);
    expect([await warned(), await warned()]).toEqual([
      [200, false],
      [200, true],
    ]);
    await use(quota - 1);
    expect((await pay()).status).toBe(200);
    expect(await pay()).toMatchObject({ status: 429, body: { error: "quota_exceeded", used: quota } });
  });

  it("moves the session's expiry with each call", async () => {
    const { pay, call, clock, sessionPath } = await setUp();
    await pay();
    clock.set(clock.now() + 4_000);
    expect((await pay()).trips).toEqual(warm);
    const { body } = await call("GET", sessionPath);
    const { expires_at } = responseSchemas.Session.parse(body);
    expect(Date.parse(expires_at)).toBe(clock.now() + sessionIdleMinutes * 60_000);
  });

  it("takes one of the rate limit for each call, be it read once or twice", async () => {
    const { pay, connect } = await setUp();
    const remaining = async () => Number((await pay()).headers["ratelimit-remaining"]);
    const first = await remaining();
    expect([await remaining(), await remaining()]).toEqual([first - 1, first - 2]);
    await connect("asaas", "new".repeat(7));
    expect(await remaining()).toBe(first - 4);
  });
});
