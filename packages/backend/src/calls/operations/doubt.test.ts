import { responseSchemas } from "@codespar/contract/schemas";
import { describe, expect, it } from "vitest";
import type {
  DispatchedCall,
  FindContext,
  FoundOperation,
  Provider,
  ProviderCall,
  ProviderResponse,
} from "../../ports/provider.ts";
import { memoryStore } from "../../store/memory/memory-store.ts";
import type { Store } from "../../store/store.ts";
import { testBackend } from "../../testing/test-backend.ts";

const hour = 3_600_000;
const message = {
  name: "codespar_notify",
  arguments: { channel: "whatsapp", to: "+5511987654321", message: "Oi" },
};
const sent: ProviderResponse = { ok: true, data: { messages: [{ id: "wamid.1" }] } };

/** A live backend with a provider that says what the test wants, and remembers what it was asked. */
async function setUp({ store = memoryStore() }: { store?: Store } = {}) {
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
  const errors: unknown[] = [];
  const test = testBackend({
    livemode: true,
    providers: [provider],
    store,
    onError: (error) => errors.push(error),
  });
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
    errors,
    post,
    executed,
    asked,
    connect,
    /** So often; afterwards it responds. */
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
    refuses(response: ProviderResponse) {
      execute = async () => response;
    },
    finds: (found: FoundOperation) => {
      find = async () => found;
    },
    async make(verb: "execute" | "send" = "execute") {
      const response = await post(`/v1/sessions/${await open()}/${verb}`, message, {
        "idempotency-key": "order-1",
      });
      return { status: response.status, body: response.body as Record<string, unknown> };
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
    finds({ status: "done", response: sent });
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
    finds({ status: "done", response: sent });
    await make();
    expect((await store.findOperation(id))?.dispatched).toBeNull();
  });
});

describe("a store that breaks", () => {
  /** It fails from the given method on, until it is repaired. */
  function breakingStore(method: "beginOperation" | "settleOperation", when: "after" | "before") {
    const memory = memoryStore();
    const control = { isBroken: true };
    const fail = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (!control.isBroken) return work();
      if (when === "after") await work();
      throw new Error("disk full");
    };
    const store: Store = {
      ...memory,
      ...(method === "beginOperation"
        ? { beginOperation: (begin) => fail(() => memory.beginOperation(begin)) }
        : { settleOperation: (...end) => fail(() => memory.settleOperation(...end)) }),
    };
    return { store, control };
  }

  it.each([
    ["settleOperation", "before"],
    ["settleOperation", "after"],
    ["beginOperation", "before"],
    ["beginOperation", "after"],
  ] as const)(
    "in %s, %s it has written, leaves the outcome unknown, and the repetition does it once (attack 8)",
    async (method, when) => {
      const { store, control } = breakingStore(method, when);
      const { make, executed, finds, errors, pass } = await setUp({ store });
      const response = await make();
      expect(response).toMatchObject({
        status: 504,
        body: { error: "outcome_unknown", idempotency_key: "order-1" },
      });
      expect(response.body.tool_call_id === undefined).toBe(method === "beginOperation");
      expect(errors).toEqual([expect.objectContaining({ message: "disk full" })]);
      control.isBroken = false;
      finds({ status: "done", response: sent });
      await pass(60_000);
      expect(await make()).toMatchObject({ status: 200, body: { success: true } });
      expect(executed).toHaveLength(1);
    },
  );
});

describe("a refusal that quotes what was sent", () => {
  it("reaches the caller, and is neither kept in the log nor in events (attack 30)", async () => {
    const { make, row, refuses, call, apiKey, pass } = await setUp();
    refuses({
      ok: false,
      code: "invalid_recipient",
      message: "Order 4711 of Ana Souza cannot be sent.",
      providerCode: "131",
    });
    expect(await make()).toMatchObject({
      body: { success: false, error: { message: expect.stringContaining("Ana Souza") } },
    });
    const kept = "whatsapp-cloud refused codespar_notify: invalid_recipient.";
    expect((await row())?.error).toEqual({ code: "invalid_recipient", message: kept, provider_code: "131" });
    const events = (await call(apiKey, "GET", "/v1/events")).text;
    expect(events).toContain("invalid_recipient");
    expect(events).not.toContain("Ana Souza");
    await pass(25 * hour);
    expect((await call(apiKey, "GET", `/v1/tool-calls/${(await row())?.id}`)).text).not.toContain(
      "Ana Souza",
    );
  });
});

describe("POST /v1/tool-calls/:id/resolve", () => {
  const resolution = { outcome: "succeeded", by: "Ana", evidence: "wamid.77 in the provider's console" };

  async function unknownCall() {
    const test = await setUp();
    test.loses();
    await test.make();
    const id = (await test.row())?.id ?? "";
    const resolve = (body: object, key = test.apiKey) =>
      test.call(key, "POST", `/v1/tool-calls/${id}/resolve`, { body });
    return { ...test, id, resolve };
  }

  it("ends an unknown call as done, with who says so and why, and the key stands for it", async () => {
    const { make, executed, resolve, call, apiKey, id } = await unknownCall();
    expect(await resolve(resolution)).toMatchObject({
      status: 200,
      body: {
        status: "succeeded",
        provider: "whatsapp-cloud",
        attempts: [{ outcome: "succeeded", reason: "resolved" }],
        resolution: { ...resolution, resolved_at: "2026-04-15T10:30:00.000Z" },
      },
    });
    expect(await make()).toMatchObject({ status: 200, body: { success: true, data: null, replayed: true } });
    expect(executed).toHaveLength(1);
    const events = (await call(apiKey, "GET", "/v1/events?type=tool_call.completed")).body;
    expect(events).toMatchObject({ data: [{ tool_call_id: id }] });
  });

  it("ends it as not done, gives the charge back and frees the key", async () => {
    const { make, executed, does, resolve, call, apiKey } = await unknownCall();
    expect(await resolve({ ...resolution, outcome: "failed" })).toMatchObject({
      body: { status: "failed", billed: false },
    });
    expect((await call(apiKey, "GET", "/v1/usage")).body).toMatchObject({ used: 0 });
    does();
    expect(await make()).toMatchObject({ status: 200, body: { replayed: false } });
    expect(executed).toHaveLength(2);
  });

  it("changes nothing that is final, and is no way around a provider that has responded", async () => {
    const { make, finds, resolve } = await unknownCall();
    finds({ status: "done", response: sent });
    await make();
    const refused = await resolve({ ...resolution, outcome: "failed" });
    expect(refused).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    expect(refused.text).toContain("is succeeded");
    expect((await make()).body).toMatchObject({ success: true, data: { message_id: "wamid.1" } });
  });

  it("asks for its own scope, for the organisation's own call and for evidence", async () => {
    const { resolve, post, join } = await unknownCall();
    const made = await post("/v1/api-keys", { scopes: ["tools:execute", "sessions:read"] });
    const { key } = responseSchemas.ApiKeyWithSecret.parse(made.body);
    expect(await resolve(resolution, key)).toMatchObject({
      status: 403,
      body: { required_scope: "tool_calls:resolve" },
    });
    expect((await resolve(resolution, (await join("growth")).apiKey)).status).toBe(404);
    expect((await resolve({ ...resolution, evidence: "" })).status).toBe(400);
  });
});
