import { expectEqual } from "./expect.ts";
import { callNumber, dispatched, hour, hundred, noon, settlement, started, tally } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const since = (now: number) => now - 24 * hour;

/** What an idempotency key does: join, conflict, run out, and come free. */
export const keyCases = [
  storeCase("a new key starts a running operation under its first lease", async (store) => {
    const { state, lease, leaseUntil, charged, attempts, response } = await started(store, 1);
    expectEqual(
      { state, lease, leaseUntil, charged, attempts, response },
      { state: "running", lease: 1, leaseUntil: noon + 35_000, charged: false, attempts: [], response: null },
      "operation",
    );
  }),
  storeCase("send starts queued and charged, due at once", async (store) => {
    const { state, leaseUntil, charged } = await started(store, 1, { verb: "send" });
    expectEqual(
      { state, leaseUntil, charged },
      { state: "queued", leaseUntil: noon, charged: true },
      "operation",
    );
  }),
  storeCase(
    "the same key and fingerprint join the operation in every state that keeps the key",
    async (store) => {
      for (const [number, state] of (["running", "succeeded", "refused", "unknown"] as const).entries()) {
        const operation = await dispatched(store, number);
        if (state !== "running")
          await store.settleOperation(operation.id, operation.lease, settlement(state));
        const again = await store.beginOperation(callNumber(1000 + number, { key: operation.key }));
        expectEqual(again.outcome === "joined" && again.operation.id, operation.id, `join when ${state}`);
      }
    },
  ),
  storeCase("another fingerprint under the key is a conflict, and takes nothing", async (store) => {
    await started(store, 1);
    const conflict = await store.beginOperation(callNumber(2, { key: "key-1", fingerprint: "other" }));
    expectEqual(conflict, { outcome: "conflict" }, "outcome");
    expectEqual(await store.findOperation("tc_00000002"), undefined, "second operation");
  }),
  storeCase("another organisation's same key is another key", async (store) => {
    await started(store, 1, { key: "k" });
    await started(store, 2, { key: "k", organisation: "org_b" });
  }),
  storeCase("a hundred begins with one key make one operation", async (store) => {
    const outcomes = await hundred(store, (number) => callNumber(number, { key: "k" }));
    expectEqual(tally(outcomes), { started: 1, joined: 99 }, "outcomes");
  }),
  storeCase("a key still stands after 23 hours and is free after 25", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("succeeded"));
    const later = noon + 23 * hour;
    const kept = await store.beginOperation(callNumber(2, { key: "key-1", now: later }));
    expectEqual(kept.outcome, "joined", "after 23 h");
    expectEqual((await store.findOperationByKey("org_a", "key-1", since(later)))?.id, id, "found after 23 h");
    const tooLate = noon + 25 * hour;
    expectEqual(
      await store.findOperationByKey("org_a", "key-1", since(tooLate)),
      undefined,
      "found after 25 h",
    );
    await started(store, 3, { key: "key-1", now: tooLate });
  }),
  storeCase(
    "a key stands for a day from the final state, however long that took (attack 1)",
    async (store) => {
      const { id, lease } = await dispatched(store, 1);
      await store.settleOperation(id, lease, settlement("unknown", { checkAt: noon + 60_000 }));
      const known = noon + 200 * hour;
      const taken = await store.takeUnknownOperation(id, known + 35_000);
      const end = settlement("succeeded", { completedAt: known });
      await store.settleOperation(id, taken?.lease ?? 0, end);
      const kept = known + 23 * hour;
      expectEqual(
        (await store.findOperationByKey("org_a", "key-1", since(kept)))?.id,
        id,
        "found after 23 h",
      );
      const again = await store.beginOperation(callNumber(2, { key: "key-1", now: kept }));
      expectEqual(again.outcome, "joined", "after 23 h");
      await store.erasePayloads(since(kept), 100);
      expectEqual((await store.findOperationByKey("org_a", "key-1", since(kept)))?.id, id, "after erasing");
      await started(store, 3, { key: "key-1", now: known + 25 * hour });
    },
  ),
  storeCase("an unknown operation keeps its key for as long as it is unknown", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("unknown", { checkAt: noon + 60_000 }));
    const muchLater = noon + 1000 * hour;
    expectEqual((await store.findOperationByKey("org_a", "key-1", since(muchLater)))?.id, id, "found");
    const again = await store.beginOperation(callNumber(2, { key: "key-1", now: muchLater }));
    expectEqual(again.outcome, "joined", "outcome");
  }),
  storeCase("failed frees the key, and the row stays", async (store) => {
    const { id, lease } = await started(store, 1);
    await store.settleOperation(id, lease, settlement("failed"));
    expectEqual(await store.findOperationByKey("org_a", "key-1", since(noon)), undefined, "by key");
    expectEqual((await store.readOperation("org_a", id))?.state, "failed", "row");
    const again = await started(store, 2, { key: "key-1" });
    expectEqual((await store.findOperationByKey("org_a", "key-1", since(noon)))?.id, again.id, "new one");
  }),
  storeCase("an operation is read by its organisation only", async (store) => {
    const { id } = await started(store, 1);
    expectEqual(await store.readOperation("org_b", id), undefined, "other organisation");
    expectEqual((await store.findOperation(id))?.id, id, "whatever organisation");
  }),
];
