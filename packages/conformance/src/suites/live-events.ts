import type { WebhookEvent } from "@codespar/sdk";
import { expect } from "vitest";
import { pix, succeed } from "../calls.ts";
import { verifies } from "../conformance-case.ts";

/** Begins to read payments that are confirmed, and resolves once the server streams. */
async function open(
  stream: (options: { onOpen(): void }) => AsyncGenerator<WebhookEvent, void, void>,
): Promise<{ next(): Promise<WebhookEvent>; leave(): Promise<unknown> }> {
  let onOpen = () => {};
  const opened = new Promise<void>((resolve) => {
    onOpen = resolve;
  });
  const events = stream({ onOpen: () => onOpen() });
  let first: Promise<IteratorResult<WebhookEvent, void>> | undefined = events.next();
  await Promise.race([opened, first]);
  return {
    async next() {
      for (;;) {
        const read = first ?? events.next();
        first = undefined;
        const { value } = await read;
        if (value === undefined) throw new Error("The stream has ended.");
        if (value.type === "payment.confirmed") return value;
      }
    },
    async leave() {
      first?.catch(() => {});
      return events.return?.();
    },
  };
}

export const liveEventCases = [
  verifies("events.stream", "an event reaches who follows, and nobody else", async (world) => {
    const other = await world.otherOrganisation();
    const own = await open((options) => world.codespar.events.stream(options));
    const leaving = new AbortController();
    const foreign: string[] = [];
    const reading = (async () => {
      for await (const { id } of other.events.stream({ signal: leaving.signal })) foreign.push(id);
    })();
    const session = await world.session("brazilian", { tenant_id: "a" });
    const { payment_id } = succeed(await session.execute(pix));
    await world.sandbox.payments.confirm(payment_id);
    const event = await own.next();
    expect(event).toMatchObject({
      type: "payment.confirmed",
      session_id: session.id,
      metadata: { tenant_id: "a" },
      data: { payment_id },
    });
    await own.leave();
    leaving.abort(new Error("left"));
    await expect(reading).rejects.toThrow("left");
    expect(foreign).toEqual([]);
  }),
  verifies("events.stream", "who was away goes on after the last event that they have", async (world) => {
    const session = await world.session();
    const payments: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { payment_id } = succeed(await session.execute(pix));
      await world.sandbox.payments.confirm(payment_id);
      payments.push(payment_id);
    }
    const { data } = await world.codespar.events.list({ type: "payment.confirmed" });
    const oldest = data.at(-1)?.id ?? "";
    const stream = await open((options) => world.codespar.events.stream({ ...options, lastEventId: oldest }));
    const seen = [await stream.next(), await stream.next()];
    expect(seen.map(({ data }) => ("payment_id" in data ? data.payment_id : undefined))).toEqual(
      payments.slice(1),
    );
    await stream.leave();
    const headers = { "last-event-id": "nonsense" };
    expect((await world.wire("GET", "/v1/events/stream", { headers })).status).toBe(400);
  }),
  verifies("events.of_call", "a call's own events are listed apart", async (world) => {
    const session = await world.session();
    const [first, second] = [await session.execute(pix), await session.execute(pix)];
    for (const result of [first, second]) await world.sandbox.payments.confirm(succeed(result).payment_id);
    const { data } = await world.codespar.events.list({ tool_call_id: first.tool_call_id });
    expect(data.length).toBeGreaterThan(0);
    expect(new Set(data.map(({ tool_call_id }) => tool_call_id))).toEqual(new Set([first.tool_call_id]));
    expect(data.map(({ type }) => type)).toContain("payment.confirmed");
    const other = await world.otherOrganisation();
    expect((await other.events.list({ tool_call_id: first.tool_call_id })).data).toEqual([]);
  }),
  verifies("events.get", "an event is read by its id, as it is listed", async (world) => {
    const session = await world.session();
    await session.execute(pix);
    const [event] = (await world.codespar.events.list()).data;
    if (event === undefined) throw new Error("Nothing has happened.");
    expect(await world.codespar.events.get(event.id)).toEqual(event);
    await expect(world.codespar.events.get("evt_nothing")).rejects.toMatchObject({ code: "not_found" });
  }),
  verifies("search.ids", "an id leads to its session or call", async (world) => {
    const { codespar } = world;
    const session = await world.session();
    const result = await session.execute(pix, { idempotencyKey: "order-77" });
    const find = async (q: string) =>
      (await codespar.search(q)).data.map(({ type, id, matched }) => [type, id, matched]);
    const call = result.tool_call_id;
    expect(await find(session.id)).toEqual([["session", session.id, "id"]]);
    expect(await find(` ${call} `)).toEqual([["tool_call", call, "id"]]);
    expect(await find("order-77")).toEqual([["tool_call", call, "idempotency_key"]]);
    expect(await find(succeed(result).payment_id)).toEqual([["tool_call", call, "payment"]]);
    expect(await find("nothing")).toEqual([]);
    const other = await world.otherOrganisation();
    for (const q of [session.id, call, "order-77", succeed(result).payment_id]) {
      expect((await other.search(q)).data).toEqual([]);
    }
  }),
];
