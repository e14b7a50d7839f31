import { OutcomeUnknownError, TimeoutError } from "@codespar/sdk";
import { expect } from "vitest";
import { nfe, parcel, pix, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";
import type { World } from "../world.ts";

/** What `work` rejects with. */
function rejection(work: () => PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(work()).then(
    (value) => expect.fail(`Expected a rejection, got ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
}

async function isUnderWay(world: World, idempotency_key: string): Promise<boolean> {
  const [call] = (await world.codespar.toolCalls.list({ idempotency_key })).data;
  return call?.status === "running";
}

/** Until a provider is asked, however long this machine takes to get there. */
async function untilUnderWay(world: World, key: string): Promise<void> {
  while (!(await isUnderWay(world, key))) await new Promise((resolve) => setImmediate(resolve));
}

/** A client's time of which the test says when all that is bounded by it has taken too long. */
function limitsAtHand() {
  const pending = new Set<() => void>();
  return {
    runtime: {
      now: () => Date.now(),
      random: () => 0,
      uuid: () => crypto.randomUUID(),
      after(_ms: number, callback: () => void) {
        pending.add(callback);
        return () => void pending.delete(callback);
      },
    },
    runOut() {
      for (const fire of [...pending]) fire();
    },
  };
}

export const transportCases = [
  verifies(
    "transports.abort",
    "a signal over a slow call rejects while the call is under way, and the call goes on",
    async (world) => {
      const session = await world.session();
      await session.execute({ name: "codespar_discover", arguments: {} });
      world.sandbox.faults.set("asaas", { slowMs: 1500 });
      const reason = new Error("the customer left");
      const controller = new AbortController();
      const left = rejection(() =>
        session.execute(pix, { signal: controller.signal, idempotencyKey: "left" }),
      );
      await untilUnderWay(world, "left");
      controller.abort(reason);
      expect(await left).toBe(reason);
      expect(await isUnderWay(world, "left")).toBe(true);
      const again = await session.execute(pix, { idempotencyKey: "left" });
      expect(again).toMatchObject({ success: true, replayed: true });
      expect(world.effects()).toHaveLength(1);
      expect(await world.used()).toBe(2);
    },
  ),
  verifies("transports.abort_before", "an aborted signal makes no call", async (world) => {
    const session = await world.session();
    const reason = new Error("too late");
    const signal = AbortSignal.abort(reason);
    expect(await rejection(() => session.execute(pix, { signal }))).toBe(reason);
    expect(await rejection(() => world.wire("GET", "/health", { signal }))).toBe(reason);
    expect((await world.codespar.toolCalls.list()).data).toEqual([]);
  }),
  verifies("transports.abort_stream", "a stream that is read after the abort rejects", async (world) => {
    world.sandbox.faults.set("asaas", { slowMs: 1500 });
    const session = await world.session();
    const controller = new AbortController();
    const reason = new Error("the customer left");
    const headers = {
      authorization: `Bearer ${world.apiKey}`,
      "content-type": "application/json",
      accept: "text/event-stream",
      "idempotency-key": "left",
    };
    const response = await world.transport.request({
      method: "POST",
      path: `/v1/sessions/${session.id}/send`,
      headers,
      body: JSON.stringify(pix),
      signal: controller.signal,
    });
    const reader = response.stream()[Symbol.asyncIterator]();
    expect((await reader.next()).done).toBe(false);
    await untilUnderWay(world, "left");
    controller.abort(reason);
    const drain = async () => {
      for (let next = await reader.next(); !next.done; next = await reader.next());
    };
    await rejection(drain);
    expect(await isUnderWay(world, "left")).toBe(true);
    const signal = AbortSignal.abort(reason);
    expect(await rejection(() => session.sendStream(nfe, { signal }).result())).toBe(reason);
    const stream = session.sendStream(nfe, { signal })[Symbol.asyncIterator]();
    expect(await rejection(() => stream.next())).toBe(reason);
  }),
  verifies(
    "transports.abort_stream",
    "a body that is read as text after the abort rejects",
    async (world) => {
      const controller = new AbortController();
      const response = await world.transport.request({
        method: "GET",
        path: "/v1/servers",
        headers: { authorization: `Bearer ${world.apiKey}` },
        signal: controller.signal,
      });
      controller.abort(new Error("left"));
      await expect(response.text()).rejects.toThrow();
    },
  ),
  verifies("transports.timeout", "an attempt that takes too long ends as what it is", async (world) => {
    const session = await world.session();
    world.sandbox.faults.set("asaas", { slowMs: 1500 });
    const { runtime, runOut } = limitsAtHand();
    const client = world.client({}, runtime);
    const impatient = await client.sessions.create({ preset: "brazilian" });
    const late = rejection(() => impatient.execute(pix, { idempotencyKey: "slow" }));
    await untilUnderWay(world, "slow");
    runOut();
    const error = await late;
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ idempotency_key: "slow", retryable: true });
    expect(await isUnderWay(world, "slow")).toBe(true);
    expect(await session.execute(pix, { idempotencyKey: "slow" })).toMatchObject({
      success: true,
      replayed: true,
    });
    world.sandbox.faults.set("correios", { slowMs: 1500 });
    const quote = { name: "codespar_ship", arguments: { action: "quote", ...parcel } } as const;
    expect(await rejection(() => session.execute(quote, { timeoutMs: 50 }))).toBeInstanceOf(TimeoutError);
    expect(world.effects()).toHaveLength(1);
  }),
  verifies("transports.in_flight", "a hundred calls in flight get their own responses", async (world) => {
    const session = await world.session();
    const amounts = Array.from({ length: 100 }, (_, index) => 1000 + index);
    const results = await Promise.all(
      amounts.map((amount) => session.execute({ ...pix, arguments: { ...pix.arguments, amount } })),
    );
    expect(results.map((result) => succeed(result).amount)).toEqual(amounts);
    expect(new Set(results.map(({ tool_call_id }) => tool_call_id)).size).toBe(100);
    expect(await world.used()).toBe(100);
  }),
  verifies(
    "transports.with_response",
    "status, headers and request id stand beside the value",
    async (world) => {
      const { data, status, headers, request_id } = await world.codespar.sessions
        .create({ preset: "brazilian" })
        .withResponse();
      expect([data.status, status, headers["content-type"]]).toEqual(["active", 201, "application/json"]);
      expect(request_id).toBe(headers["x-request-id"]);
      const stream = await data.sendStream(pix).withResponse();
      expect([stream.status, stream.headers["content-type"]]).toEqual([200, "text/event-stream"]);
      expect((await stream.data.result()).success).toBe(true);
    },
  ),
];
