import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { OutcomeUnknownError, ProviderUnavailableError } from "../errors/api-errors.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { fakeRuntime } from "../testing/fake-runtime.ts";
import { type FakeResponse, fakeTransport } from "../testing/fake-transport.ts";
import { errorResponse, result, session } from "../testing/responses.ts";

const parcel = {
  origin: { postal_code: "01310-100" },
  destination: { postal_code: "20040-020" },
  packages: [],
} as const;
const ship = {
  name: "codespar_ship",
  arguments: { action: "label", ...parcel, service_id: "correios:sedex" },
} as const;
const quote = { name: "codespar_ship", arguments: { action: "quote", ...parcel } } as const;

function message(type: string, id: number, data: object): string {
  return `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}

const started = message("tool_call.started", 1, {
  tool_call_id: "tc_1",
  tool: "codespar_ship",
  called_at: "",
});
const partial = message("tool_call.partial", 2, { data: { carrier: "Correios São Paulo 🚚" } });
const completed = message("tool_call.completed", 3, { result });
const failed = message("tool_call.failed", 3, {
  error: {
    error: "provider_unavailable",
    message: "Down.",
    status: 503,
    request_id: "req_1",
    retryable: true,
    providers: [],
  },
});

async function open(responses: (FakeResponse | Error)[]) {
  const { transport, requests } = fakeTransport([{ body: session }, ...responses]);
  const fake = fakeRuntime();
  const codespar = new CodeSpar({ apiKey: "csk_test_x", transport }, fake.runtime);
  return { ...fake, codespar, requests, session: await codespar.sessions.create({ preset: "brazilian" }) };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("sendStream", () => {
  it("gives the events in order, typed, and the result", async () => {
    const opened = await open([{ chunks: [started, ": heartbeat\n\n", partial, completed] }]);
    const stream = opened.session.sendStream(ship);
    const events = await collect(stream);
    expect(events.map(({ type, id }) => [type, id])).toEqual([
      ["tool_call.started", 1],
      ["tool_call.partial", 2],
      ["tool_call.completed", 3],
    ]);
    expect(await stream.result()).toEqual(result);
    expect(opened.requests[1]).toMatchObject({
      path: "/v1/sessions/ses_1/send",
      headers: { accept: "text/event-stream" },
    });
  });

  it("gives the result to who only awaits that", async () => {
    const opened = await open([{ chunks: [started, completed] }]);
    expect(await opened.session.sendStream(ship).result()).toEqual(result);
  });

  it.each([1, 2, 3, 7])("reads chunks of %i bytes that cut CRLF and characters", async (size) => {
    const bytes = new TextEncoder().encode((started + partial + completed).replaceAll("\n", "\r\n"));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    const events = await collect((await open([{ chunks }])).session.sendStream(ship));
    expect(events).toHaveLength(3);
    expect(events[1]).toMatchObject({ data: { data: { carrier: "Correios São Paulo 🚚" } } });
  });

  it("throws what was refused before the stream began", async () => {
    const refusal = errorResponse(400, "invalid_arguments", {
      issues: [{ path: "arguments.to", message: "?" }],
    });
    const opened = await open([refusal, refusal]);
    await expect(collect(opened.session.sendStream(ship))).rejects.toMatchObject({
      code: "invalid_arguments",
    });
    await expect(opened.session.sendStream(ship).result()).rejects.toMatchObject({ status: 400 });
  });

  it("ends with tool_call.failed as an event, and as the result's error", async () => {
    const opened = await open([{ chunks: [started, failed] }]);
    const stream = opened.session.sendStream(ship);
    expect((await collect(stream)).at(-1)).toMatchObject({ type: "tool_call.failed" });
    await expect(stream.result()).rejects.toBeInstanceOf(ProviderUnavailableError);
  });

  it("retries until a stream begins, never after", async () => {
    const opened = await open([new Error("reset"), { chunks: [started] }]);
    const stream = collect(opened.session.sendStream(ship));
    await expect(opened.settle(stream)).rejects.toThrow();
    expect(opened.requests).toHaveLength(3);
    const [, first, second] = opened.requests.map(({ headers }) => headers["idempotency-key"]);
    expect(first).toBe(second);
  });

  it("leaves the outcome unknown when it is lost during a call that must happen once", async () => {
    const opened = await open([{ chunks: [started, partial] }]);
    const stream = opened.session.sendStream(ship, { idempotencyKey: "order-1" });
    const error = await collect(stream).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ idempotency_key: "order-1", tool_call_id: "tc_1" });
    await expect(stream.result()).rejects.toBe(error);
  });

  it("is a ConnectionError when it is lost during a quote", async () => {
    const opened = await open([{ chunks: [started] }]);
    await expect(collect(opened.session.sendStream(quote))).rejects.toBeInstanceOf(ConnectionError);
  });

  it("stops reading when the loop is left, and names the call that goes on", async () => {
    const closed: string[] = [];
    async function* endless() {
      try {
        yield started;
        for (;;) yield partial;
      } finally {
        closed.push("body");
      }
    }
    const opened = await open([{ chunks: endless() }]);
    const stream = opened.session.sendStream(ship);
    for await (const event of stream) if (event.type === "tool_call.partial") break;
    expect(closed).toEqual(["body"]);
    expect(opened.requests[1]?.signal?.aborted).toBe(true);
    await expect(stream.result()).rejects.toMatchObject({
      code: "stream_left",
      message: expect.stringContaining('toolCalls.wait("tc_1")'),
    });
  });

  it("ends with the signal's reason, and stops listening to the signal", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const opened = await open([{ chunks: [started, partial, completed] }]);
    const stream = opened.session.sendStream(ship, { signal: controller.signal });
    const read = async () => {
      for await (const _ of stream) controller.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
    await expect(stream.result()).rejects.toBe(reason);
  });

  it("gives up on a connection that has gone silent", async () => {
    let signal: AbortSignal | undefined;
    async function* silent(): AsyncGenerator<string> {
      yield started;
      await new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal?.reason)));
    }
    const opened = await open([{ chunks: silent() }]);
    const stream = opened.session.sendStream(quote);
    await stream.withResponse();
    signal = opened.requests[1]?.signal;
    await expect(opened.settle(collect(stream))).rejects.toMatchObject({ code: "timeout" });
    expect(opened.waits).toEqual([60_000]);
  });

  it("can be read only once", async () => {
    const opened = await open([{ chunks: [started, completed] }]);
    const stream = opened.session.sendStream(ship);
    await collect(stream);
    await expect(collect(stream)).rejects.toMatchObject({ code: "stream_taken" });
  });

  it("leaves no timer behind", async () => {
    const opened = await open([{ chunks: [started, completed] }]);
    await collect(opened.session.sendStream(ship));
    expect(opened.timers.size).toBe(0);
  });
});

describe("toolCalls", () => {
  it("streams a call's events again from Last-Event-ID on", async () => {
    const opened = await open([{ chunks: [completed] }]);
    const events = await collect(opened.codespar.toolCalls.events("tc_1", { lastEventId: 2 }));
    expect(events).toMatchObject([{ type: "tool_call.completed", id: 3 }]);
    expect(opened.requests[1]).toMatchObject({
      method: "GET",
      path: "/v1/tool-calls/tc_1/events",
      headers: { "last-event-id": "2" },
    });
  });

  it("waits until a call has settled, going on where a stream broke off", async () => {
    const running = { id: "tc_1", status: "running" };
    const opened = await open([
      { body: running },
      { chunks: [started, partial] },
      { body: running },
      { chunks: [completed] },
      { body: { id: "tc_1", status: "succeeded", result } },
    ]);
    const call = await opened.settle(opened.codespar.toolCalls.wait("tc_1"));
    expect(call).toMatchObject({ status: "succeeded", result });
    expect(opened.requests[4]?.headers["last-event-id"]).toBe("2");
    expect(opened.timers.size).toBe(0);
  });

  it("waits no longer than timeoutMs, or until the signal", async () => {
    const fake = fakeRuntime();
    const { transport } = fakeTransport(() => new Promise<FakeResponse>(() => {}));
    const codespar = new CodeSpar({ apiKey: "csk_test_x", transport }, fake.runtime);
    const waiting = codespar.toolCalls.wait("tc_1", { timeoutMs: 5_000 });
    await expect(fake.settle(waiting)).rejects.toMatchObject({ code: "timeout", timeoutMs: 5_000 });
    const reason = new Error("stop");
    const aborted = codespar.toolCalls.wait("tc_1", { signal: AbortSignal.abort(reason) });
    await expect(aborted).rejects.toBe(reason);
  });

  it("reconciles by key", async () => {
    const opened = await open([{ body: { id: "tc_1", status: "failed" } }]);
    await opened.codespar.toolCalls.reconcile("order-1");
    expect(opened.requests[1]).toMatchObject({
      path: "/v1/tool-calls/reconcile",
      body: '{"idempotency_key":"order-1"}',
    });
  });
});
