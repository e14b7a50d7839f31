import { expect, it, vi } from "vitest";
import type { Job } from "../store/job.ts";
import { memoryStore } from "../store/memory/memory-store.ts";
import { testBackend } from "../testing/test-backend.ts";

const endpoint = "https://shop.example/hook";

/** A trigger that hears of calls, a receiver, and a store that loses what `loses` names, once. */
async function world(options: { status?: number; loses?: (job: Job) => boolean } = {}) {
  let loses = options.loses;
  const memory = memoryStore();
  const store = {
    ...memory,
    async addJob(job: Job) {
      if (loses?.(job) === true) {
        loses = undefined;
        throw new Error("The process ended here.");
      }
      return memory.addJob(job);
    },
  };
  const receiver = { status: options.status ?? 204, visits: 0 };
  const { backend, clock, join, call } = testBackend({
    store,
    deliver: async () => {
      receiver.visits += 1;
      return { status: receiver.status };
    },
    onError: () => {},
  });
  const { apiKey } = await join();
  const trigger = { name: "t", event: "tool_call.completed", webhook_url: endpoint };
  const made = await call(apiKey, "POST", "/v1/triggers", { body: trigger });
  const { id } = made.body as { id: string }; // a trigger
  const session = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
  const path = `/v1/sessions/${(session.body as { id: string }).id}/execute`; // a session
  const body = { name: "codespar_discover", arguments: { query: "pix" } };
  expect((await call(apiKey, "POST", path, { body })).status).toBe(200);
  async function work() {
    // who stopped half way is followed by another, once the lease has run out
    await backend.tick().catch(() => {});
    await backend.sendDeliveries();
  }
  return {
    receiver,
    /** Does what is due until `end`. */
    async goTo(end: string) {
      await work();
      for (;;) {
        const next = await backend.nextDueAt(clock.now());
        if (next === undefined || next > Date.parse(end)) break;
        clock.set(next);
        await work();
      }
      clock.set(end);
    },
    async delivery() {
      const { body } = await call(apiKey, "GET", `/v1/triggers/${id}/deliveries`);
      return (body as { data: { id: string; status: string; attempts: unknown[] }[] }).data[0]; // a page
    },
    replay: (delivery: string) => call(apiKey, "POST", `/v1/deliveries/${delivery}/replay`),
  };
}

it("sends what was written and not yet to be sent when a process ended", async () => {
  const { receiver, goTo, delivery } = await world({ loses: ({ kind }) => kind === "delivery" });
  await goTo("2026-04-15T10:31:30Z");
  expect(receiver.visits).toBe(1);
  expect(await delivery()).toMatchObject({ status: "succeeded" });
});

it("replays what was to be replayed when a process ended", async () => {
  const { receiver, goTo, delivery, replay } = await world({
    status: 500,
    loses: ({ id }) => /^delivery \S+ 12$/.test(id),
  });
  await goTo("2026-04-25T00:00:00Z");
  const { id = "" } = (await delivery()) ?? {};
  expect((await replay(id)).status).toBe(500);
  expect((await replay(id)).body).toMatchObject({ status: "pending" });
  receiver.status = 204;
  await goTo("2026-04-25T00:01:00Z");
  expect(await delivery()).toMatchObject({ status: "succeeded" });
  expect(receiver.visits).toBe(13);
});

it("erases what a dead delivery would send also when a process ended before that was planned", async () => {
  const { receiver, goTo, delivery, replay } = await world({
    status: 500,
    loses: ({ id }) => id.includes("erase"),
  });
  await goTo("2026-06-15T00:00:00Z");
  const { id = "" } = (await delivery()) ?? {};
  expect((await replay(id)).body).toMatchObject({ status: "dead" });
  expect(receiver.visits).toBe(12);
});

it("counts a receiver as lost after its ten seconds, also where the sender forgets to", async () => {
  const alarms: (() => void)[] = [];
  const { backend, join, call } = testBackend({
    deliver: () => new Promise(() => {}),
    timers: {
      after(delayMs, callback) {
        if (delayMs === 10_000) alarms.push(callback);
        return () => {};
      },
    },
  });
  const { apiKey } = await join();
  const trigger = { name: "t", event: "tool_call.completed", webhook_url: endpoint };
  const made = await call(apiKey, "POST", "/v1/triggers", { body: trigger });
  const session = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["asaas"] } });
  const path = `/v1/sessions/${(session.body as { id: string }).id}/execute`; // a session
  await call(apiKey, "POST", path, { body: { name: "codespar_discover", arguments: { query: "pix" } } });
  await backend.tick();
  const sent = backend.sendDeliveries();
  await vi.waitUntil(() => alarms.length > 0, { timeout: 60_000, interval: 1 });
  for (const alarm of alarms) alarm();
  await sent;
  const list = await call(apiKey, "GET", `/v1/triggers/${(made.body as { id: string }).id}/deliveries`); // a trigger
  expect(list.body).toMatchObject({
    data: [{ status: "pending", attempts: [{ status_code: null, error: "No response within 10 s." }] }],
  });
});
