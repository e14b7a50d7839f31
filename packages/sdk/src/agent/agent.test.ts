import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { fakeRuntime } from "../testing/fake-runtime.ts";
import { type FakeResponse, fakeTransport } from "../testing/fake-transport.ts";
import { errorResponse, result, session as wireSession } from "../testing/responses.ts";
import type { AgentOptions, ModelToolCall } from "./agent-options.ts";
import { countOccurrences, occurrenceCounter } from "./count-occurrences.ts";
import { deriveIdempotencyKey } from "./derive-idempotency-key.ts";
import { needsApproval } from "./needs-approval.ts";
import { runToolCall } from "./run-tool-call.ts";
import { selectTools } from "./select-tools.ts";
import { isError } from "./tool-call-outcome.ts";

const { runtime, settle } = fakeRuntime();

async function open(responses: (FakeResponse | Error)[]) {
  const fake = fakeTransport([{ status: 201, body: wireSession }, ...responses]);
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport: fake.transport }, runtime);
  const session = await codespar.sessions.create({ servers: ["stripe"] });
  return { session, requests: fake.requests };
}

const pixCall = { id: "call_1", name: "codespar_pay", arguments: { method: "pix" } };
const call = { id: "call_1", name: "codespar_pay", arguments: '{"method":"pix","provider":null}' };
const approval = errorResponse(409, "approval_required", { approval_id: "apr_1", expires_at: "later" });

describe("answerToolCall", () => {
  it("sends the arguments without nulls, under a key of session and call", async () => {
    const { session, requests } = await open([{ body: result }]);
    const reply = await runToolCall(session, call);
    expect(reply).toMatchObject({ ok: true, text: JSON.stringify(result.data) });
    expect(JSON.parse(requests[1]?.body ?? "")).toEqual({
      name: "codespar_pay",
      arguments: { method: "pix" },
    });
    expect(requests[1]?.headers["idempotency-key"]).toBe(deriveIdempotencyKey("ses_1", pixCall));
  });

  /** The keys under which these calls are made. */
  async function getKeys(calls: Partial<ModelToolCall>[], options: AgentOptions = {}) {
    const { session, requests } = await open(calls.map(() => ({ body: result })));
    for (const fields of calls) await runToolCall(session, { ...call, ...fields }, options);
    return requests.slice(1).map(({ headers }) => headers["idempotency-key"]);
  }

  it("gives a native tool its provider's own names back", async () => {
    const { session, requests } = await open([{ body: result }, { body: result }]);
    const args = { _x24_top: 5, where: [{ _x24_filter: "a" }] };
    await runToolCall(session, { ...call, name: "bind_erp_list_customers", arguments: args });
    await runToolCall(session, { ...call, arguments: args });
    const sent = requests.slice(1).map(({ body }) => JSON.parse(body ?? "").arguments);
    expect(sent).toEqual([{ $top: 5, where: [{ $filter: "a" }] }, args]);
  });

  it("takes a key of the caller's, a scope of the caller's, and a fresh key where there is no id", async () => {
    expect(await getKeys([{ idempotencyKey: "mine" }])).toEqual(["mine"]);
    const scoped = { idempotencyScope: "conversation_1" };
    expect(await getKeys([{}], scoped)).toEqual([deriveIdempotencyKey("conversation_1", pixCall)]);
    const [first, second] = await getKeys([{ id: undefined }, { id: undefined }]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  // vendors' threads: Kimi's ids are `functions.name:0` in every turn, Gemini's behind OpenAI's API are empty
  it("takes an id for unique within one message at most: arguments and occurrence are part of the key", async () => {
    const keys = await getKeys([
      { id: "codespar_pay:0" },
      { id: "codespar_pay:0", arguments: '{"method":"boleto"}' },
      { id: "codespar_pay:0", occurrence: 1 },
      { id: "" },
      { id: "", arguments: { method: "boleto" } },
    ]);
    expect(new Set(keys).size).toBe(5);
  });

  it("has one key for a call that is replayed, whatever the order of its keys and its nulls", async () => {
    const [first, ...others] = await getKeys([
      { arguments: '{"method":"pix","amount":5}' },
      { arguments: { amount: 5, method: "pix" } },
      { arguments: { amount: 5, method: "pix", provider: null } },
    ]);
    expect(others).toEqual([first, first]);
  });

  it("reads again what only reads, though its id was seen before", async () => {
    const get = { arguments: { action: "get", payment_id: "pay_1" } };
    const [first, second] = await getKeys([get, get]);
    expect(second).not.toBe(first);
  });

  it.each(['{"method":"pi', "[1]", "5", '"text"', "null", null, undefined, "", " ", [], "\u0000"])(
    "returns a failure for the arguments %j instead of throwing",
    async (args) => {
      const { session, requests } = await open([errorResponse(400, "invalid_arguments", { issues: [] })]);
      const reply = await runToolCall(session, { ...call, arguments: args });
      const isNothing = args === null || args === undefined || String(args).trim() === "" || args === "null";
      expect(reply).toMatchObject({ ok: false, failure: { code: "invalid_arguments", retryable: true } });
      expect(requests).toHaveLength(isNothing && !Array.isArray(args) ? 2 : 1);
    },
  );

  it("reports a refusal as the provider's word", async () => {
    const error = { code: "card_declined", message: "No.", provider_code: "51" };
    const { session } = await open([{ body: { ...result, success: false, data: null, error } }]);
    const reply = await runToolCall(session, call);
    expect(JSON.parse(reply.text)).toMatchObject({ status: "refused", ...error, retryable: false });
    expect(isError(reply)).toBe(true);
  });

  const unknown = { retryable: true, idempotency_key: "k", tool_call_id: "tc_1" };

  // a model's next call has another id and so another key: told to call again, it pays a second time
  it.each<[string, FakeResponse | Error, object]>([
    ["our own word", errorResponse(504, "outcome_unknown", unknown), unknown],
    ["our own 500", errorResponse(500, "internal_error", { retryable: true }), {}],
    ["a proxy's 503", { status: 503, body: "upstream connect error" }, {}],
    ["a gateway's JSON", { status: 504, body: { statusCode: 504, error: "Gateway Timeout" } }, {}],
    ["an empty 204", { status: 204 }, {}],
    ["a lost connection", new Error("reset"), {}],
  ])("tells a model to check and never to repeat what may have happened: %s", async (_, response, fields) => {
    const { session } = await open([response, response, response]);
    const reply = await settle(runToolCall(session, call));
    expect(reply).toMatchObject({
      ok: false,
      failure: {
        ...fields,
        status: "unknown",
        retryable: false,
        idempotency_key: expect.stringMatching(/./),
        next: expect.stringMatching(/Do not make this call again.*Check first.*reconcile/),
      },
    });
  });

  it("tells a model to ask its person, which is no error", async () => {
    const { session } = await open([approval]);
    const reply = await runToolCall(session, call);
    expect(reply).toMatchObject({ failure: { status: "approval_required", retryable: false } });
    expect(isError(reply)).toBe(false);
  });

  it("repeats the call with its own key once the person approved", async () => {
    const { session, requests } = await open([approval, { body: result }]);
    const asked: unknown[] = [];
    const approve = (request: unknown) => asked.push(request) > 0;
    expect(await runToolCall(session, { ...call, id: undefined }, { approve })).toMatchObject({
      ok: true,
    });
    expect(asked).toEqual([
      { approval_id: "apr_1", expires_at: "later", tool: "codespar_pay", arguments: { method: "pix" } },
    ]);
    expect(requests[1]?.headers["idempotency-key"]).toBe(requests[2]?.headers["idempotency-key"]);
  });

  it.each([() => false, () => Promise.reject(new Error("nobody there")), () => true])(
    "asks once at most: %s",
    async (approve) => {
      const { session } = await open([approval, approval]);
      const reply = await runToolCall(session, call, { approve });
      expect(reply).toMatchObject({ failure: { code: "approval_required" } });
    },
  );

  it("refuses tools that the model was not given and names the nearest", async () => {
    const { session, requests } = await open([]);
    const options = { allowedTools: ["codespar_discover", "codespar_pay"] };
    const reply = await runToolCall(session, { ...call, name: "codespar_pya" }, options);
    expect(reply).toMatchObject({ failure: { code: "unknown_tool", suggestions: ["codespar_pay"] } });
    expect(requests).toHaveLength(1);
  });

  it("throws a refused key and the reason of an abort, nothing else", async () => {
    const { session } = await open([errorResponse(401, "unauthorized")]);
    await expect(runToolCall(session, call)).rejects.toMatchObject({ code: "unauthorized" });
    const reason = new Error("the customer left");
    await expect(runToolCall(session, call, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it("reports what it did not expect, without the key", async () => {
    const { session } = await open([]);
    const execute = () => Promise.reject(new TypeError("odd csk_test_secret"));
    const reply = await runToolCall(Object.assign(session, { execute }), call);
    expect(reply).toMatchObject({ failure: { code: "unexpected_error", retryable: false } });
    expect(reply.text).not.toContain("secret");
  });

  it("returns an outcome although the listener fails", async () => {
    const events = `event: tool_call.completed\nid: 1\ndata: ${JSON.stringify({ result })}\n\n`;
    const { session } = await open([{ headers: { "content-type": "text/event-stream" }, chunks: [events] }]);
    const onEvent = () => {
      throw new Error("listener");
    };
    expect(await runToolCall(session, call, { onEvent })).toMatchObject({ ok: true });
  });
});

describe("deriveIdempotencyKey", () => {
  it("is a hash of all that distinguishes calls, kept apart", () => {
    const empty = { id: "", name: "", arguments: {} };
    const keys = [
      deriveIdempotencyKey("a", { ...empty, id: "bc" }),
      deriveIdempotencyKey("ab", { ...empty, id: "c" }),
      deriveIdempotencyKey("ab", { ...empty, name: "c" }),
      deriveIdempotencyKey("ab", { ...empty, id: "c", occurrence: 1 }),
      deriveIdempotencyKey("ab", { ...empty, arguments: { c: 1 } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^agent-[0-9a-f]{40}$/);
  });
});

describe("occurrences", () => {
  const pay = (id: string, args: unknown = { amount: 1 }) => ({ id, name: "codespar_pay", arguments: args });

  it("are counted by id, name and arguments", () => {
    const calls = [
      pay("x"),
      pay("x", '{"amount":1}'),
      pay("x", { amount: 2 }),
      pay("y"),
      { ...pay("x"), name: "z" },
    ];
    expect(countOccurrences(pay("x"), calls)).toBe(2);
    expect(countOccurrences(pay("x", "{broken"), [pay("x", "{broken"), pay("x", "{other")])).toBe(1);
  });

  it.each(["call_0", "codespar_pay:0", "functions.codespar_pay:12", "0", "", "codespar_pay", "call_1"])(
    "are counted in a run for the id %j, which is counted or constant",
    (id) => {
      const getOccurrence = occurrenceCounter();
      expect([pay(id), pay(id), pay(id, { amount: 2 }), pay(id)].map(getOccurrence)).toEqual([0, 1, 0, 2]);
    },
  );

  it.each([
    "call_8dQ1xT9vZcPqk2M7s0LwYrBn",
    "toolu_01A09q90qw90lq917835lq9",
    "chatcmpl-tool-5f3c8a1b2d4e4f6a8b9c0d1e2f3a4b5c",
    "D681PevKs",
    "0199f3a1-7c0e-7d1a-9b0c-1f2e3d4c5b6a",
  ])("are not counted for %s, which chance has made: a run that is resumed brings it again", (id) => {
    const getOccurrence = occurrenceCounter();
    expect([pay(id), pay(id)].map(getOccurrence)).toEqual([0, 0]);
  });
});

describe("selectTools", () => {
  const tools = ["codespar_pay", "stripe_get_balance", "stripe_create_refund"].map((name) => ({
    name,
    risk: "read",
    input_schema: { type: "object" },
  }));

  it("asks for the meta-tools alone by default", async () => {
    const { session, requests } = await open([{ body: { data: [] } }]);
    await selectTools(session);
    expect(requests[1]?.path).toBe("/v1/sessions/ses_1/tools?kind=meta");
  });

  it("keeps the session's order and refuses a misspelled name", async () => {
    const { session } = await open([{ body: { data: tools } }, { body: { data: tools } }]);
    const selected = await selectTools(session, ["stripe_create_refund", "codespar_pay"]);
    expect(selected.map(({ name }) => name)).toEqual(["codespar_pay", "stripe_create_refund"]);
    await expect(selectTools(session, ["stripe_create_refunds"])).rejects.toMatchObject({
      code: "unknown_tool",
      suggestions: ["stripe_create_refund"],
    });
  });
});

describe("needsApproval", () => {
  const pay = { name: "codespar_pay", risk: "moves_money" } as const;
  const above = { policy: { require_approval: { above: { BRL: 10_000 } } } };

  it.each([
    [{}, { amount: 99_999 }, false],
    [above, { amount: 10_000, currency: "BRL" }, false],
    [above, { amount: 10_001, currency: "BRL" }, true],
    [above, { amount: 10_001 }, true],
    [above, { amount: 10_001, currency: "MXN" }, false],
    [above, { items: [{ quantity: 2, unit_amount: 6_000 }], currency: "BRL" }, true],
    [above, { items: [null, 1] }, false],
    [{ policy: { require_approval: { risk: ["moves_money" as const] } } }, {}, true],
    [{ policy: { require_approval: { risk: ["moves_money" as const] } } }, { action: "get" }, false],
  ])("by %j, %j: %s", (session, args, expected) => {
    expect(needsApproval(session, pay, args)).toBe(expected);
  });
});
