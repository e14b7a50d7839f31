import { expectEqual, present } from "./expect.ts";
import { callNumber, dispatched, event, hour, noon, settlement, started } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const { signal } = new AbortController();

/** What is forgotten, and when. */
export const retentionCases = [
  storeCase("payloads are erased, the log row stays", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.appendStream(id, { type: "tool_call.partial", data: { data: { secret: 1 } } });
    await store.settleOperation(id, lease, settlement("succeeded", { events: [event(1)] }));
    expectEqual(await store.erasePayloads(noon + 1000, 100), 0, "too early");
    expectEqual(await store.erasePayloads(noon + 1001, 100), 1, "erased");
    const row = present(await store.readOperation("org_a", id), "row");
    expectEqual(
      [row.arguments, row.answer, row.state, row.amount, row.completedAt],
      [null, null, "succeeded", 5000, noon + 1000],
      "row",
    );
    expectEqual((await store.readStream(id, 0, signal)).events, [], "stream");
    expectEqual((await store.listEvents("org_a", {}, { limit: 1 })).rows[0]?.data, null, "event data");
    expectEqual(await store.erasePayloads(noon + 1001, 100), 0, "twice");
  }),
  storeCase("an operation that ends late does not keep what ended before it", async (store) => {
    const late = await dispatched(store, 1);
    const early = await dispatched(store, 2, { now: noon + hour });
    await store.settleOperation(early.id, early.lease, settlement("succeeded", { completedAt: noon + hour }));
    await store.settleOperation(
      late.id,
      late.lease,
      settlement("succeeded", { completedAt: noon + 9 * hour }),
    );
    expectEqual(await store.erasePayloads(noon + 2 * hour, 100), 1, "erased");
    expectEqual((await store.findOperation(early.id))?.answer, null, "early");
  }),
  storeCase("what runs or is unknown keeps its arguments", async (store) => {
    const running = await started(store, 1);
    const unknown = await dispatched(store, 2);
    await store.settleOperation(unknown.id, unknown.lease, settlement("unknown"));
    expectEqual(await store.erasePayloads(noon + 100 * hour, 100), 0, "erased");
    expectEqual((await store.findOperation(running.id))?.arguments, '{"amount":5000}', "running");
    expectEqual((await store.findOperation(unknown.id))?.arguments, '{"amount":5000}', "unknown");
  }),
  storeCase("the data of an event goes even when it came long after its call", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("succeeded"));
    await store.erasePayloads(noon + 2000, 100);
    await store.appendEvent(event(1, { toolCallId: id, createdAt: noon + 5000 }));
    await store.erasePayloads(noon + 5001, 100);
    expectEqual((await store.listEvents("org_a", {}, { limit: 1 })).rows[0]?.data, null, "event data");
  }),
  storeCase("old rows go, behind one that is unknown too", async (store) => {
    const unknown = await dispatched(store, 1);
    await store.settleOperation(unknown.id, unknown.lease, settlement("unknown"));
    const done = await dispatched(store, 2);
    await store.settleOperation(done.id, done.lease, settlement("succeeded", { events: [event(1)] }));
    const young = await dispatched(store, 3, { now: noon + hour });
    await store.settleOperation(young.id, young.lease, settlement("succeeded"));
    expectEqual(await store.dropOperations(noon + 1, 100), 0, "payloads are not erased yet");
    await store.erasePayloads(noon + hour, 100);
    expectEqual(await store.dropOperations(noon + hour, 100), 1, "dropped");
    const { rows } = await store.listOperations("org_a", {}, { limit: 10 });
    expectEqual(
      rows.map(({ id }) => id),
      [young.id, unknown.id],
      "rows",
    );
    expectEqual((await store.listEvents("org_a", {}, { limit: 10 })).rows, [], "events");
    expectEqual(
      (await store.beginOperation(callNumber(9, { key: "key-1" }))).outcome,
      "joined",
      "unknown's key",
    );
  }),
];
