import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { InvalidRequestError, QuotaExceededError } from "../errors/api-errors.ts";
import { CodeSparError } from "../errors/codespar-error.ts";
import { fakeRuntime } from "../testing/fake-runtime.ts";
import { type FakeHandler, type FakeResponse, fakeTransport } from "../testing/fake-transport.ts";
import { errorResponse, result, session } from "../testing/responses.ts";

async function open(responses: FakeHandler | (FakeResponse | Error)[]) {
  const fake = fakeTransport(
    typeof responses === "function"
      ? (request, index) => (index === 0 ? { body: session } : responses(request, index - 1))
      : [{ status: 201, body: session }, ...responses],
  );
  const { runtime, settle } = fakeRuntime();
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport: fake.transport }, runtime);
  return {
    settle,
    requests: fake.requests,
    session: await codespar.sessions.create({ preset: "brazilian" }),
  };
}

const pay = {
  name: "codespar_pay",
  arguments: { method: "pix", amount: 5000, currency: "BRL" },
} as const;

describe("Session", () => {
  it("has the fields of the wire, unchanged", async () => {
    const opened = await open([]);
    expect({ ...opened.session }).toEqual(session);
    expect(JSON.parse(JSON.stringify(opened.session))).toEqual(session);
  });

  it("executes a tool", async () => {
    const opened = await open([{ body: result }]);
    expect(await opened.session.execute(pay)).toEqual(result);
    expect(opened.requests[1]).toMatchObject({ method: "POST", path: "/v1/sessions/ses_1/execute" });
    expect(JSON.parse(opened.requests[1]?.body ?? "")).toEqual(pay);
  });

  it("sends an idempotency key of its own, or the caller's", async () => {
    const opened = await open([{ body: result }, { body: result }, { body: result }]);
    await opened.session.execute(pay);
    await opened.session.execute(pay);
    await opened.session.execute(pay, { idempotencyKey: "order-42" });
    const keys = opened.requests.slice(1).map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe("order-42");
  });

  it.each(["", "with space", "línea", "x".repeat(256)])("refuses the idempotency key %j", async (key) => {
    const opened = await open([]);
    const call = opened.session.execute(pay, { idempotencyKey: key });
    await expect(call).rejects.toMatchObject({ issues: [{ path: "idempotencyKey" }] });
    expect(opened.requests).toHaveLength(1);
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  it.each([
    ["arguments.amount", { amount: Number.NaN }],
    ["arguments.amount", { amount: Number.POSITIVE_INFINITY }],
    ["arguments.amount", { amount: 2 ** 53 }],
    ["arguments.amount", { amount: 10n }],
    ["arguments.callback", { callback: () => {} }],
    ["arguments.items.1", { items: [1, undefined] }],
    ["arguments.items.0.price", { items: [{ price: Number.NaN }] }],
    ["arguments.customer", { customer: new Map() }],
    ["arguments.customer", { customer: Promise.resolve({}) }],
    ["arguments.customer", { customer: runInNewContext("new Set([1])") }],
    ["arguments.customer", { customer: new Uint8Array(2) }],
    ["arguments.customer", { customer: new RangeError("x") }],
    ["arguments.due", { due: new Date("never") }],
    ["arguments.self", cyclic],
  ])("refuses what JSON would falsify at %s and sends nothing", async (path, args) => {
    const opened = await open([]);
    const call = opened.session.execute({ name: "stripe_create_customer", arguments: Object(args) });
    await expect(call).rejects.toThrow(InvalidRequestError);
    await expect(call).rejects.toMatchObject({ code: "invalid_request", issues: [{ path }] });
    expect(opened.requests).toHaveLength(1);
  });

  it("leaves properties out that are undefined, and sends shared objects and dates", async () => {
    const opened = await open([{ body: result }]);
    const address = { city: "Recife" };
    const due = new Date("2026-04-01T00:00:00Z");
    await opened.session.execute({ name: "x", arguments: { a: undefined, from: address, to: address, due } });
    expect(JSON.parse(opened.requests[1]?.body ?? "").arguments).toEqual({
      from: address,
      to: address,
      due: "2026-04-01T00:00:00.000Z",
    });
  });

  it("gives a business refusal as a result", async () => {
    const refused = {
      ...result,
      success: false,
      data: null,
      error: { code: "card_declined", message: "No." },
    };
    const opened = await open([{ body: refused }]);
    expect(await opened.session.execute(pay)).toMatchObject({
      success: false,
      error: { code: "card_declined" },
    });
  });

  it("throws the quota's error with every field of the response", async () => {
    const fields = {
      quota: 20000,
      used: 20000,
      resets_at: "2026-05-01T00:00:00Z",
      upgrade_url: "https://codespar.dev/dashboard/billing",
    };
    const opened = await open([errorResponse(429, "quota_exceeded", fields)]);
    const error = await opened.session.execute(pay).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(CodeSparError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ ...fields, code: "quota_exceeded", status: 429, request_id: "req_1" });
    expect(opened.requests).toHaveLength(2);
  });

  it.each(["", "<html>Log in to the hotel's network</html>"])(
    "does not take a response for a result that is %j",
    async (body) => {
      const opened = await open([{ body }]);
      await expect(opened.session.execute(pay, { maxRetries: 0 })).rejects.toMatchObject({
        code: "outcome_unknown",
        cause: { code: "connection_error" },
      });
    },
  );

  it("queues with send", async () => {
    const queued = { tool_call_id: "tc_1", tool: "codespar_notify", status: "queued", queued_at: "now" };
    const opened = await open([{ status: 202, body: queued }]);
    const args = { channel: "whatsapp", to: "+5511987654321", message: "Oi" } as const;
    expect(await opened.session.send({ name: "codespar_notify", arguments: args })).toEqual(queued);
    expect(opened.requests[1]).toMatchObject({
      path: "/v1/sessions/ses_1/send",
      headers: { accept: "application/json" },
    });
  });

  it("lists tools and connections", async () => {
    const connections = { data: [], total: 0, session_id: "ses_1" };
    const opened = await open([{ body: { data: [{ name: "codespar_pay" }] } }, { body: connections }]);
    expect(await opened.session.tools({ kind: "meta", q: "pay me" })).toEqual([{ name: "codespar_pay" }]);
    expect(await opened.session.connections()).toEqual(connections);
    expect(opened.requests.map(({ path }) => path).slice(1)).toEqual([
      "/v1/sessions/ses_1/tools?kind=meta&q=pay+me",
      "/v1/sessions/ses_1/connections",
    ]);
  });

  it("closes, also at the end of a block", async () => {
    const opened = await open([{ status: 204 }, { status: 204 }]);
    {
      await using mine = opened.session;
      await mine.close();
      expect(mine.status).toBe("closed");
    }
    expect(opened.requests.slice(1).map(({ method }) => method)).toEqual(["DELETE", "DELETE"]);
  });

  it("ends with the signal's reason", async () => {
    const opened = await open(() => new Promise<FakeResponse>(() => {}));
    const controller = new AbortController();
    const call = opened.session.execute(pay, { signal: controller.signal });
    const reason = new Error("the customer left");
    setImmediate(() => controller.abort(reason));
    await expect(call).rejects.toBe(reason);
  });

  it("sends nothing when the signal has aborted already", async () => {
    const opened = await open([]);
    const reason = new Error("too late");
    await expect(opened.session.execute(pay, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(opened.requests).toHaveLength(1);
  });

  // findings/outside.md, 13: a cancellation overtook the read that came before it
  it("keeps a read and a write of one thing in the order in which they were called, and lets others go", async () => {
    const waiting = new Map<string, (response: FakeResponse) => void>();
    const opened = await open(
      ({ body = "" }) =>
        new Promise<FakeResponse>((resolve) => waiting.set(JSON.parse(body).arguments.n, resolve)),
    );
    const call = (n: string, action: string, payment_id: string) =>
      opened.session.execute({ name: "codespar_pay", arguments: Object({ action, payment_id, n }) });
    const calls = [
      call("1", "get", "pay_1"),
      call("2", "cancel", "pay_1"),
      call("3", "get", "pay_2"),
      call("4", "get", "pay_1"),
      call("5", "refund", "pay_2"),
    ];
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const response = async (n: string) => {
      await turn();
      waiting.get(n)?.({ body: result });
      await turn();
      return [...waiting.keys()];
    };
    await turn();
    expect([...waiting.keys()]).toEqual(["1", "3"]);
    expect(await response("1")).toEqual(["1", "3", "2"]);
    expect(await response("2")).toEqual(["1", "3", "2", "4"]);
    expect(await response("3")).toEqual(["1", "3", "2", "4", "5"]);
    await response("4");
    await response("5");
    await Promise.all(calls);
  });

  it("does not wait for what failed, nor for a stream that nobody reads", async () => {
    const get = { name: "codespar_pay", arguments: Object({ action: "get", payment_id: "pay_1" }) } as const;
    const cancel = {
      name: "codespar_pay",
      arguments: Object({ action: "cancel", payment_id: "pay_1" }),
    } as const;
    const opened = await open([errorResponse(400, "invalid_arguments"), { chunks: [] }, { body: result }]);
    const failed = opened.session.execute(get);
    opened.session.sendStream(cancel);
    expect(await opened.session.execute(get)).toEqual(result);
    await expect(failed).rejects.toMatchObject({ status: 400 });
  });

  it("ends its waiting with the signal", async () => {
    const opened = await open(() => new Promise<FakeResponse>(() => {}));
    const args = (action: string) => Object({ action, payment_id: "pay_1" });
    opened.session.execute({ name: "codespar_pay", arguments: args("get") }).catch(() => {});
    const controller = new AbortController();
    const { signal } = controller;
    const call = opened.session.execute({ name: "codespar_pay", arguments: args("cancel") }, { signal });
    setImmediate(() => controller.abort(new Error("left")));
    await expect(call).rejects.toThrow("left");
    expect(opened.requests).toHaveLength(2);
  });
});
