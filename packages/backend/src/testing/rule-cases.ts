import { responseSchemas } from "@codespar/contract/schemas";
import {
  type FindContext,
  type FoundOperation,
  type Provider,
  type ProviderResponse,
  type ProviderTool,
  ProviderUnavailable,
} from "../ports/provider.ts";
import type { Translator } from "../ports/translator.ts";
import type { Store } from "../store/store.ts";
import { expectEqual, present } from "../store/suite/expect.ts";
import { storeCase } from "../store/suite/store-case.ts";
import { testBackend } from "./test-backend.ts";

const hour = 3_600_000;
const done: ProviderResponse = { ok: true, data: { id: "pay_1" } };
const lost = () => Promise.reject(new TypeError("fetch failed"));
const down = () => Promise.reject(new ProviderUnavailable("down"));
const pay = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } };

/** Reads once the payment is made, as some translations do. */
const translator: Translator = {
  server: "asaas",
  async pay({ amount = 0, currency = "BRL", method = "pix" }, native) {
    const { id } = await native.effect("asaas_create_payment", { amount });
    const { status } = await native.read("asaas_get_payment", { id: String(id) });
    if (status === undefined) throw new Error("This payment has no status.");
    const created_at = "2026-04-15T10:30:00.000Z";
    return { payment_id: String(id), status: "paid", amount, currency, method, created_at, refunds: [] };
  },
};

/** A live backend over the store, whose provider does what the case wants and remembers what it was asked. */
async function setUp(store: Store) {
  /** Ids under which it was asked to pay. */
  const paid: string[] = [];
  const reads: string[] = [];
  const asked: (FindContext & { id: string })[] = [];
  const tools: ProviderTool[] = [];
  let reached = () => {};
  const behaviour = {
    pay: async (): Promise<ProviderResponse> => done,
    read: async (): Promise<ProviderResponse> => ({ ok: true, data: { status: "RECEIVED" } }),
    find: async (): Promise<FoundOperation> => ({ status: "unknown" }),
  };
  const provider: Provider = {
    id: "asaas",
    version: "v3",
    environment: "live",
    tools,
    execute({ operationId, tool }) {
      const isRead = tool === "asaas_get_payment";
      (isRead ? reads : paid).push(operationId);
      reached();
      return isRead ? behaviour.read() : behaviour.pay();
    },
    find(id, context) {
      asked.push({ id, ...context });
      return behaviour.find();
    },
  };
  const errors: unknown[] = [];
  let count = 0;
  const ids = {
    next(prefix: string) {
      count += 1;
      return `${prefix}_${String(count).padStart(12, "0")}`;
    },
  };
  const getBackend = (over: Store) =>
    testBackend({
      livemode: true,
      providers: [provider],
      translators: [translator],
      store: over,
      ids,
      onError: (error) => errors.push(error),
    });
  const test = getBackend(store);
  const { apiKey, organisation } = await test.join("growth");
  const post = (path: string, body: object, headers = {}) =>
    test.call(apiKey, "POST", path, { body, headers });
  const connect = (token: string) => post("/v1/connections", { server_id: "asaas", credentials: { token } });
  await connect("t".repeat(20));
  const made = await post("/v1/sessions", { servers: ["asaas"] });
  const { id } = responseSchemas.Session.parse(made.body);
  return {
    paid,
    reads,
    asked,
    tools,
    errors,
    behaviour,
    organisation,
    connect,
    post,
    clock: test.clock,
    call: (method: string, path: string) => test.call(apiKey, method, path),
    /** Resolves when the provider is asked the next time. */
    isReached: () =>
      new Promise<void>((resolve) => {
        reached = resolve;
      }),
    async make(verb: "execute" | "send" = "execute", key = "order-1") {
      const { status, body } = await post(`/v1/sessions/${id}/${verb}`, pay, { "idempotency-key": key });
      // an object in every response
      const { error, success } = body as Record<string, unknown>;
      return { status, error, success };
    },
    async row() {
      const { body } = await test.call(apiKey, "GET", "/v1/tool-calls");
      return present(responseSchemas.ToolCallPage.parse(body).data[0], "row");
    },
    async pass(ms: number) {
      test.clock.set(test.clock.now() + ms);
      await test.backend.tick();
    },
    /** The work that falls due, done by a process that knows nothing of the others. */
    async tickElsewhere() {
      const other = getBackend(store);
      other.clock.set(test.clock.now());
      await other.backend.tick();
    },
  };
}

/** What the rules of docs/decisions/operation.md come to for a caller, over a backend on the store. */
export const ruleCases = [
  storeCase(
    "rule: who joins a running call waits for its end, and nobody is asked a second time",
    async (store) => {
      const { behaviour, make, paid, asked, isReached } = await setUp(store);
      let answer: (answer: ProviderResponse) => void = () => {};
      behaviour.pay = () =>
        new Promise((resolve) => {
          answer = resolve;
        });
      const isAsked = isReached();
      const calls = [make()];
      await isAsked;
      calls.push(make(), make());
      answer(done);
      const ends = (await Promise.all(calls)).map(({ status, success }) => [status, success]);
      expectEqual(
        ends,
        [
          [200, true],
          [200, true],
          [200, true],
        ],
        "all of them",
      );
      expectEqual([paid.length, asked.length], [1, 0], "asked once");
    },
  ),
  storeCase(
    "rule: a repetition of an unknown call asks the provider what became of it, and pays nothing",
    async (store) => {
      const { behaviour, make, paid, asked } = await setUp(store);
      behaviour.pay = lost;
      expectEqual((await make()).error, "outcome_unknown", "first");
      behaviour.find = async () => ({ status: "done", response: done });
      expectEqual((await make()).success, true, "again");
      expectEqual(
        [paid.length, asked.map(({ id }) => id)],
        [1, [paid[0], paid[0]]],
        "paid once, found by its id",
      );
    },
  ),
  storeCase(
    "rule: what the provider promises never to do is a failure, and the key is free for another",
    async (store) => {
      const { behaviour, make, paid, row } = await setUp(store);
      behaviour.pay = lost;
      behaviour.find = async () => ({ status: "never" });
      expectEqual((await make()).error, "provider_unavailable", "first");
      expectEqual((await row()).billed, false, "not billed");
      behaviour.pay = async () => done;
      expectEqual((await make()).success, true, "again");
      expectEqual(new Set(paid).size, 2, "under another id");
    },
  ),
  storeCase(
    "rule: a sent call that surely did not happen is tried again under an id of its own, ten times more",
    async (store) => {
      const { behaviour, make, paid, pass, row } = await setUp(store);
      behaviour.pay = lost;
      behaviour.find = async () => ({ status: "never" });
      expectEqual((await make("send")).status, 202, "accepted");
      for (let count = 0; count < 13; count += 1) await pass(300_000);
      const { id, status } = await row();
      const ids = [id, ...Array.from({ length: 10 }, (_, index) => `${id}.${index + 2}`)];
      expectEqual([paid, status], [ids, "failed"], "attempts");
    },
  ),
  storeCase(
    "rule: the account is part of the question: with other credentials nobody is asked",
    async (store) => {
      const { behaviour, make, asked, connect, pass, row } = await setUp(store);
      behaviour.pay = lost;
      await make();
      const before = asked.length;
      await connect("another".repeat(3));
      behaviour.find = async () => ({ status: "never" });
      await pass(hour);
      expectEqual((await make()).error, "outcome_unknown", "still unknown");
      expectEqual(asked.length, before, "asked no more");
      const { status, attempts } = await row();
      expectEqual([status, attempts.at(-1)?.reason], ["unknown", "connection_replaced"], "and says why");
    },
  ),
  storeCase("rule: the request is part of the question, encrypted until the end is known", async (store) => {
    const { behaviour, make, asked, organisation, row } = await setUp(store);
    behaviour.pay = lost;
    await make();
    const { id } = await row();
    const { tool, arguments: args } = present(asked[0]?.dispatched, "request");
    expectEqual([tool, args], ["asaas_create_payment", { amount: 5000 }], "as it left");
    const stored = present(await store.readOperation(organisation, id), "stored").dispatched?.call;
    expectEqual([typeof stored, stored?.includes("5000")], ["string", false], "encrypted");
    behaviour.find = async () => ({ status: "done", response: done });
    await make();
    expectEqual((await store.readOperation(organisation, id))?.dispatched, null, "forgotten");
  }),
  storeCase(
    "rule: a person ends the doubt, of an unknown call alone, and what they said is kept",
    async (store) => {
      const { behaviour, make, paid, post, row, call } = await setUp(store);
      const resolve = (id: string) =>
        post(`/v1/tool-calls/${id}/resolve`, {
          outcome: "failed",
          by: "Ana",
          evidence: "not in the statement",
        });
      behaviour.pay = lost;
      await make();
      const { id } = await row();
      expectEqual((await resolve(id)).status, 200, "resolved");
      expectEqual((await row()).status, "failed", "ended");
      const { body } = await call("GET", `/v1/tool-calls/${id}`);
      const { resolution } = responseSchemas.ToolCallDetail.parse(body);
      expectEqual([resolution?.by, resolution?.evidence], ["Ana", "not in the statement"], "kept");
      expectEqual((await resolve(id)).status, 400, "final");
      behaviour.pay = async () => done;
      expectEqual([(await make()).success, new Set(paid).size], [true, 2], "the key is free");
    },
  ),
  storeCase(
    "rule: an end that could not be written is no failure: nobody knows, and it is found out",
    async (store) => {
      let breaks = 0;
      const breaking: Store = {
        ...store,
        async settleOperation(id, lease, settlement) {
          breaks += 1;
          if (breaks === 1) throw new Error("The disk is full.");
          return store.settleOperation(id, lease, settlement);
        },
      };
      const { behaviour, make, paid, pass, row } = await setUp(breaking);
      expectEqual((await make()).error, "outcome_unknown", "first");
      behaviour.find = async () => ({ status: "done", response: done });
      await pass(60_000);
      expectEqual((await row()).status, "succeeded", "found out when the lease has run out");
      expectEqual([(await make()).success, paid.length], [true, 1], "paid once");
    },
  ),
  storeCase("rule: a beginning of which nothing was heard is no failure either", async (store) => {
    let breaks = 0;
    const breaking: Store = {
      ...store,
      async beginOperation(begin) {
        const begun = await store.beginOperation(begin);
        breaks += 1;
        if (breaks === 1) throw new Error("The connection is lost.");
        return begun;
      },
    };
    const { behaviour, make, paid, pass } = await setUp(breaking);
    expectEqual((await make()).error, "outcome_unknown", "first");
    behaviour.find = async () => ({ status: "never" });
    await pass(60_000);
    await make();
    expectEqual([(await make()).success, paid.length], [true, 1], "paid once");
  }),
  storeCase(
    "rule: what does not fit never leaves, is never noted as if it did, and costs nothing",
    async (store) => {
      let noted = 0;
      const watched: Store = {
        ...store,
        beginOperation: (begin) => {
          if (begin.dispatch !== undefined) noted += 1;
          return store.beginOperation(begin);
        },
        markDispatched: (id, lease, dispatch) => {
          noted += 1;
          return store.markDispatched(id, lease, dispatch);
        },
      };
      const { make, paid, organisation, row, tools } = await setUp(watched);
      tools.push({
        name: "asaas_create_payment",
        description: "Creates a payment.",
        inputSchema: { type: "object", properties: { amount: { type: "integer" } }, required: ["amount"] },
        limits: [{ path: "amount", minimum: 6000 }],
        risk: "moves_money",
      });
      expectEqual((await make()).success, false, "refused");
      expectEqual([(await row()).status, paid.length, noted], ["refused", 0, 0], "nothing left");
      expectEqual(await store.readUsed(organisation, "2026-04"), 0, "costs nothing");
    },
  ),
  storeCase("rule: a mistake of our own is no lost response, and opens no circuit", async (store) => {
    const { behaviour, make, errors, row, paid } = await setUp(store);
    behaviour.read = async () => ({ ok: true, data: {} });
    behaviour.find = async () => ({ status: "done", response: done });
    expectEqual((await make()).error, "outcome_unknown", "first");
    expectEqual(
      [errors.length, (await row()).attempts.at(-1)?.reason],
      [1, "internal_error"],
      "reported once",
    );
    expectEqual(await store.readProviderHealth("asaas org_a"), undefined, "circuit");
    behaviour.read = async () => ({ ok: true, data: { status: "RECEIVED" } });
    expectEqual([(await make()).success, paid.length], [true, 1], "once it is repaired");
  }),
  storeCase("rule: the effect is found and not repeated, reads are made again", async (store) => {
    const { behaviour, make, paid, reads } = await setUp(store);
    behaviour.read = down;
    behaviour.find = async () => ({ status: "done", response: done });
    expectEqual((await make()).error, "outcome_unknown", "the read failed");
    const before = reads.length;
    behaviour.read = async () => ({ ok: true, data: { status: "RECEIVED" } });
    expectEqual((await make()).success, true, "again");
    expectEqual([paid.length, reads.length > before], [1, true], "the effect once, the read once more");
  }),
  storeCase(
    "rule: work that goes wrong each time is given up after ten leases, if no provider was asked",
    async (store) => {
      let isBroken = false;
      const breaking: Store = {
        ...store,
        async readSession(organisation, id) {
          if (isBroken) throw new Error("This row cannot be read.");
          return store.readSession(organisation, id);
        },
      };
      const { make, paid, pass, row, errors } = await setUp(breaking);
      await make("send");
      isBroken = true;
      for (let count = 0; count < 8; count += 1) await pass(40_000);
      expectEqual([(await row()).status, errors.length], ["running", 8], "before");
      for (let count = 0; count < 3; count += 1) await pass(40_000);
      expectEqual([(await row()).status, paid.length], ["failed", 0], "given up");
    },
  ),
  storeCase(
    "rule: after a restart what was queued is made, and what was dispatched is found out",
    async (store) => {
      const { behaviour, make, paid, clock, isReached, tickElsewhere, row } = await setUp(store);
      expectEqual((await make("send")).status, 202, "accepted, and the process ends");
      await tickElsewhere();
      expectEqual([(await row()).status, paid.length], ["succeeded", 1], "made by another");
      // a process that ends while its provider is asked
      behaviour.pay = () => new Promise(() => {});
      const isAsked = isReached();
      void make("execute", "order-2");
      await isAsked;
      behaviour.find = async () => ({ status: "done", response: done });
      clock.set(clock.now() + 40_000);
      await tickElsewhere();
      expectEqual([(await row()).status, paid.length], ["succeeded", 2], "found out by another");
    },
  ),
];
