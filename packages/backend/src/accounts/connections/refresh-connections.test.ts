import { describe, expect, it } from "vitest";
import {
  type Credentials,
  type Provider,
  ProviderUnavailable,
  type RenewedCredentials,
} from "../../ports/provider.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { testBackend } from "../../testing/test-backend.ts";

const lifeMs = 6 * 3_600_000;
const connectPage = { url: () => "https://pay.example.com/connect", returnOrigins: new Set<string>() };

/** Lets everything go on that does not wait for a timer. */
const attemptResult = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

type Renew = (credentials: Credentials) => Promise<RenewedCredentials | undefined>;

/** A backend with one connection whose credentials expire after six hours. */
async function setUp(renew: Renew) {
  const used: string[] = [];
  const asked: (string | undefined)[] = [];
  const provider: Provider = {
    id: "asaas",
    tools: [
      {
        name: "asaas_get_balance",
        description: "The account's balance.",
        inputSchema: { type: "object", properties: {} },
        risk: "read",
      },
    ],
    async execute({ credentials }) {
      asked.push(credentials?.access_token);
      return { ok: true, data: { balance: 1 } };
    },
    find: async () => ({ status: "never" }),
    async refreshCredentials(credentials) {
      used.push(credentials.refresh_token ?? "");
      return renew(credentials);
    },
  };
  const store = memoryStore();
  const errors: Error[] = [];
  const options = { livemode: true, providers: [provider], connectPage, store };
  const test = testBackend({ ...options, onError: (error) => errors.push(error) });
  const { apiKey } = await test.join("growth");
  const call = async <Body>(method: string, path: string, body?: object) =>
    // what the contract says of each path
    (await test.call(apiKey, method, path, body === undefined ? {} : { body })).body as Body;
  const { url } = await call<{ url: string }>("POST", "/v1/connect-sessions", { server_id: "asaas" });
  const sessions = test.backend.connectSessions;
  const { secret = "" } = (await sessions.open(new URL(url).hash.slice(1))) ?? {};
  const expiresAt = test.clock.now() + lifeMs;
  await sessions.complete(
    secret,
    { access_token: "access_1", refresh_token: "refresh_1", user_id: "7" },
    expiresAt,
  );
  const connection = async () => {
    const { data } = await call<{ data: Record<string, unknown>[] }>("GET", "/v1/connections");
    return data[0];
  };
  return {
    ...test,
    used,
    errors,
    store,
    expiresAt,
    call,
    connection,
    events: async () =>
      (await call<{ data: { data: object }[] }>("GET", "/v1/events?type=connection.expired")).data,
    /** Calls the provider, and reports with which token. */
    async balance() {
      const { id } = await call<{ id: string }>("POST", "/v1/sessions", { servers: ["asaas"] });
      await call("POST", `/v1/sessions/${id}/execute`, { name: "asaas_get_balance", arguments: {} });
      return asked.at(-1);
    },
    async moveTo(at: number) {
      test.clock.set(at);
      await test.backend.tick();
    },
  };
}

describe("credentials that run out", () => {
  it("are renewed before they do, again and again, and keep what is not renewed", async () => {
    let times = 1;
    const test = await setUp(async () => {
      times += 1;
      return {
        credentials: { access_token: `access_${times}`, refresh_token: `refresh_${times}` },
        expiresAt: test.clock.now() + lifeMs,
      };
    });
    await test.moveTo(test.expiresAt - lifeMs / 10 - 1);
    expect(test.used).toEqual([]);
    await test.moveTo(test.expiresAt - lifeMs / 10);
    expect(test.used).toEqual(["refresh_1"]);
    expect(await test.balance()).toBe("access_2");
    await test.moveTo(test.clock.now() + lifeMs);
    expect(test.used).toEqual(["refresh_1", "refresh_2"]);
    expect(await test.connection()).toMatchObject({
      status: "connected",
      credentials: { access_token: {}, refresh_token: {}, user_id: {} },
      expires_at: new Date(test.clock.now() + lifeMs).toISOString(),
    });
    expect(await test.events()).toEqual([]);
    // the account is the same, so what it knows of earlier calls still counts
    const { rows } = await test.store.listRecords("connection", "org_000000000001", {}, { limit: 1 });
    expect(rows[0]?.credentialsVersion).toBe(1);
  });

  it("are reported once when the provider renews them no more, and calls are tried all the same", async () => {
    const test = await setUp(async () => undefined);
    await test.moveTo(test.expiresAt);
    await test.moveTo(test.expiresAt + lifeMs);
    const { id } = (await test.connection()) ?? {};
    expect(await test.connection()).toMatchObject({ status: "expired" });
    expect(await test.events()).toMatchObject([
      { data: { connection_id: id, server_id: "asaas", tenant_id: null, reason: "not_renewed" } },
    ]);
    expect(await test.balance()).toBe("access_1");
    await test.backend.connectionHealth.refused("asaas", "org_000000000001");
    expect(await test.events()).toHaveLength(1);
  });

  it("are never renewed with a token that may have been used: a lost response ends them", async () => {
    const test = await setUp(() => Promise.reject(new Error("connection reset")));
    await test.moveTo(test.expiresAt - 1000);
    await test.moveTo(test.expiresAt + 86_400_000);
    expect(test.used).toEqual(["refresh_1"]);
    expect(await test.connection()).toMatchObject({ status: "expired" });
    expect(test.errors.map(({ message }) => message)).toEqual(["connection reset"]);
  });

  it("are tried again while it is certain that nothing was used", async () => {
    let isDown = true;
    const test = await setUp(async () => {
      if (isDown) throw new ProviderUnavailable("connection_refused");
      return { credentials: { access_token: "access_2" }, expiresAt: null };
    });
    const start = test.expiresAt - lifeMs / 10;
    for (const seconds of [0, 1, 3]) await test.moveTo(start + seconds * 1000);
    expect(test.used).toEqual(["refresh_1", "refresh_1", "refresh_1"]);
    expect(await test.connection()).toMatchObject({ status: "connected" });
    isDown = false;
    await test.moveTo(start + 7000);
    expect(await test.balance()).toBe("access_2");
    expect(await test.connection()).toMatchObject({ status: "connected", expires_at: null });
  });

  it("are renewed by one of two processes", async () => {
    const test = await setUp(async () => ({ credentials: { access_token: "access_2" }, expiresAt: null }));
    test.clock.set(test.expiresAt - 1000);
    await Promise.all([test.backend.tick(), test.backend.tick(), test.backend.tick()]);
    expect(test.used).toEqual(["refresh_1"]);
  });

  it("are not used a second time when the process that began has gone", async () => {
    const test = await setUp(() => new Promise(() => {}));
    test.clock.set(test.expiresAt - 1000);
    void test.backend.tick();
    while (test.used.length === 0) await attemptResult();
    // its lease runs out, and another process looks at the job
    await test.moveTo(test.expiresAt + 120_000);
    expect(test.used).toEqual(["refresh_1"]);
    expect(await test.connection()).toMatchObject({ status: "expired" });
  });

  it("that a person has replaced meanwhile stay", async () => {
    let response = (_renewed: RenewedCredentials) => {};
    const test = await setUp(
      () =>
        new Promise((resolve) => {
          response = resolve;
        }),
    );
    test.clock.set(test.expiresAt - 1000);
    const ticked = test.backend.tick();
    while (test.used.length === 0) await attemptResult();
    await test.call("POST", "/v1/connections", {
      server_id: "asaas",
      credentials: { access_token: "of another account" },
    });
    response({ credentials: { access_token: "access_2" }, expiresAt: null });
    await ticked;
    expect(await test.balance()).toBe("of another account");
  });
});
