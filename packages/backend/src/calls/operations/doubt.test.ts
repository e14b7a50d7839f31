import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type {
  DispatchedCall,
  FindContext,
  FoundOperation,
  Provider,
  ProviderAnswer,
  ProviderCall,
} from "../../ports/provider.ts";
import { testBackend } from "../../testing/test-backend.ts";

const hour = 3_600_000;
const message = {
  name: "codespar_notify",
  arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
};
const sent: ProviderAnswer = { ok: true, data: { messages: [{ id: "wamid.1" }] } };

/** A live backend with a provider that says what the test wants, and remembers what it was asked. */
async function setUp() {
  const executed: ProviderCall[] = [];
  const asked: (FindContext & { id: string })[] = [];
  let execute: () => ReturnType<Provider["execute"]> = async () => sent;
  let find: () => Promise<FoundOperation> = async () => ({ status: "unknown" });
  const provider: Provider = {
    id: "whatsapp-cloud",
    version: "v1",
    environment: "live",
    tools: [],
    execute(call) {
      executed.push(call);
      return execute();
    },
    find(id, context) {
      asked.push({ id, ...context });
      return find();
    },
  };
  const test = testBackend({ livemode: true, providers: [provider] });
  const { apiKey } = await test.join("growth");
  const post = (path: string, body: object, headers = {}) =>
    test.call(apiKey, "POST", path, { body, headers });
  const connect = async (token: string) => {
    const made = await post("/v1/connections", { server_id: "whatsapp-cloud", credentials: { token } });
    return responseSchemas.Connection.parse(made.body).id;
  };
  await connect("t".repeat(20));
  const open = async () =>
    responseSchemas.Session.parse((await post("/v1/sessions", { servers: ["whatsapp-cloud"] })).body).id;
  return {
    ...test,
    apiKey,
    executed,
    asked,
    connect,
    /** So often; afterwards it answers. */
    loses(times = Number.POSITIVE_INFINITY) {
      let left = times;
      execute = async () => {
        left -= 1;
        if (left >= 0) throw new TypeError("fetch failed");
        return sent;
      };
    },
    does: () => {
      execute = async () => sent;
    },
    finds: (found: FoundOperation) => {
      find = async () => found;
    },
    async make(verb: "execute" | "send" = "execute") {
      const answer = await post(`/v1/sessions/${await open()}/${verb}`, message, {
        "idempotency-key": "order-1",
      });
      return { status: answer.status, body: answer.body as Record<string, unknown> };
    },
    async row() {
      const { body } = await test.call(apiKey, "GET", "/v1/tool-calls");
      return responseSchemas.ToolCallPage.parse(body).data[0];
    },
    async pass(ms: number) {
      test.clock.set(test.clock.now() + ms);
      await test.backend.tick();
    },
  };
}

describe("a key whose outcome is unknown", () => {
  it("stands for a day from the moment the outcome is known, so that the advised repeat pays nothing twice (attack 1)", async () => {
    const { make, executed, loses, does, finds, pass, row } = await setUp();
    loses();
    expect(await make()).toMatchObject({ status: 504 });
    await pass(25 * hour);
    finds({ status: "done", answer: sent });
    does();
    // what the 504 advised
    expect(await make()).toMatchObject({ status: 200, body: { success: true, replayed: true } });
    await pass(23 * hour);
    expect(await make()).toMatchObject({ status: 200, body: { success: true, replayed: true } });
    expect(executed).toHaveLength(1);
    expect((await row())?.status).toBe("succeeded");
    await pass(2 * hour);
    await make();
    expect(executed).toHaveLength(2);
  });
});

describe("an accepted send whose provider says that nothing happened", () => {
  it("is tried again under another id, and nobody has to repeat it (attack 6)", async () => {
    const { make, executed, asked, loses, finds, pass, row } = await setUp();
    loses(1);
    finds({ status: "never" });
    expect(await make("send")).toMatchObject({ status: 202 });
    await pass(0);
    expect(await row()).toMatchObject({
      status: "succeeded",
      attempts: [{ outcome: "unavailable", reason: "not_done" }, { outcome: "succeeded" }],
    });
    const id = (await row())?.id;
    expect(executed.map(({ operationId }) => operationId)).toEqual([id, `${id}.2`]);
    expect(asked.map((question) => question.id)).toEqual([id]);
  });

  it("ends after ten attempts, with a growing pause between them", async () => {
    const { make, executed, loses, finds, pass, row } = await setUp();
    loses();
    finds({ status: "never" });
    await make("send");
    await pass(0);
    await pass(999);
    expect(executed).toHaveLength(4);
    expect(await row()).toMatchObject({ status: "queued" });
    await pass(1);
    expect(executed).toHaveLength(5);
    for (let round = 0; round < 40; round += 1) await pass(300_000);
    expect(executed).toHaveLength(11);
    expect(new Set(executed.map(({ operationId }) => operationId)).size).toBe(11);
    expect((await row())?.status).toBe("failed");
  });

  it("ends for good when it was executed, since the caller hears of it", async () => {
    const { make, executed, loses, finds, pass } = await setUp();
    loses();
    finds({ status: "never" });
    expect(await make()).toMatchObject({ status: 503, body: { error: "provider_unavailable" } });
    await pass(hour);
    expect(executed).toHaveLength(1);
  });
});

describe("a connection that has got other credentials since the call left", () => {
  it("is not asked, and the key stays taken: another account's `never` pays a second time (attack 7)", async () => {
    const { make, executed, asked, connect, loses, does, finds, pass, row } = await setUp();
    loses();
    await make();
    expect(asked).toHaveLength(1);
    await connect("another account's token");
    finds({ status: "never" });
    does();
    await pass(hour);
    expect(await make()).toMatchObject({ status: 504, body: { error: "outcome_unknown" } });
    expect(executed).toHaveLength(1);
    expect(asked).toHaveLength(1);
    expect(await row()).toMatchObject({ status: "unknown", attempts: [{ reason: "connection_replaced" }] });
  });

  it("is another one also when it was deleted and stored again", async () => {
    const { make, asked, call, apiKey, connect, loses, finds } = await setUp();
    loses();
    await make();
    const id = await connect("t".repeat(20));
    await call(apiKey, "DELETE", `/v1/connections/${id}`);
    await connect("t".repeat(20));
    finds({ status: "never" });
    expect(await make()).toMatchObject({ status: 504 });
    expect(asked).toHaveLength(1);
  });

  it("is the same when the same credentials were stored once more", async () => {
    const { make, connect, loses, finds } = await setUp();
    loses();
    await make();
    await connect("t".repeat(20));
    finds({ status: "never" });
    expect(await make()).toMatchObject({ status: 503 });
  });
});

describe("a provider that is asked about a lost call", () => {
  it("gets the request as it left, which is kept encrypted until the end is known", async () => {
    const { make, executed, asked, loses, finds, store, row, clock } = await setUp();
    loses();
    await make();
    const [call] = executed;
    const dispatched: DispatchedCall = {
      tool: call?.tool ?? "",
      arguments: call?.arguments ?? {},
      dispatchedAt: clock.now(),
      environment: "live",
      version: "v1",
    };
    expect(asked[0]).toMatchObject({ dispatched });
    const id = (await row())?.id ?? "";
    const kept = (await store.findOperation(id))?.dispatched?.call;
    expect(kept).toEqual(expect.any(String));
    expect(kept).not.toContain("5511987654321");
    finds({ status: "done", answer: sent });
    await make();
    expect((await store.findOperation(id))?.dispatched).toBeNull();
  });
});
