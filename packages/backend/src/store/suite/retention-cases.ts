import { expectEqual, present } from "./expect.ts";
import {
  apiKey,
  approval,
  callNumber,
  delivery,
  dispatched,
  event,
  getId,
  hour,
  noon,
  session,
  settlement,
  started,
} from "./fixtures.ts";
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
      [row.arguments, row.response, row.state, row.amount, row.completedAt],
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
    expectEqual((await store.findOperation(early.id))?.response, null, "early");
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
  storeCase("what has had its time goes, what is in use stays (attack 26)", async (store) => {
    const old = noon - 500 * hour;
    const before = noon - 400 * hour;
    await store.createSession(session(1, { createdAt: old, expiresAt: old + hour }));
    await store.createSession(session(2, { createdAt: old, expiresAt: noon }));
    await store.createSession(session(3, { createdAt: old, expiresAt: noon, closedAt: old }));
    await store.createSession(session(4));
    await store.createApiKey(apiKey(1, { createdAt: old, revokedAt: old }));
    await store.createApiKey(apiKey(2, { createdAt: old, revokedAt: noon }));
    await store.createApiKey(apiKey(3, { createdAt: old }));
    await store.insertRecord("approval", approval(1, { createdAt: old }));
    await store.insertRecord("approval", approval(2));
    await store.insertRecord("delivery", delivery(1, { createdAt: old }));
    await store.insertRecord("delivery", delivery(2, { createdAt: old, status: "pending" }));
    await store.insertRecord("delivery", delivery(3));
    const made = (id: string, createdAt: number) => ({
      organisation: "org_a",
      tenant: null,
      kind: "payment",
      id,
      provider: "asaas",
      // as text, it is no time
      operationId: `tc "createdAt":1`,
      createdAt,
    });
    await store.recordDocument(made("pay_old", old));
    await store.recordDocument(made("pay_older", old - 1));
    await store.recordDocument(made("pay_young", before));
    while ((await store.dropRecords(before, 1)) > 0);
    const find = async (id: string) => (await store.findDocument("org_a", "payment", id))?.id;
    expectEqual(
      [await find("pay_old"), await find("pay_older"), await find("pay_young")],
      [undefined, undefined, "pay_young"],
      "what providers made",
    );
    const ids = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);
    const all = { limit: 10 };
    const sessions = await store.listSessions("org_a", { now: noon }, all);
    expectEqual(ids(sessions), [getId("ses", 4), getId("ses", 2)], "sessions");
    expectEqual(ids(await store.listApiKeys("org_a", all)), [getId("key", 3), getId("key", 2)], "keys");
    expectEqual(await store.findApiKey("hash-1"), undefined, "a key's hash");
    expectEqual(ids(await store.listRecords("approval", "org_a", {}, all)), [getId("apr", 2)], "approvals");
    const deliveries = await store.listRecords("delivery", "org_a", {}, all);
    expectEqual(ids(deliveries), [getId("dlv", 3), getId("dlv", 2)], "deliveries");
    expectEqual(await store.insertRecord("approval", approval(1)), true, "a dropped one's name");
  }),
  storeCase("a counter that expired is forgotten, one that did not is kept", async (store) => {
    const reserveIn = (counter: string, add: number) => [
      { counter, add, limit: 10, rule: "max_amount_per_day", expiresAt: noon + 24 * hour },
    ];
    const reserve = (add: number) => reserveIn("day", add);
    const { id, lease } = await dispatched(store, 1, { reservations: reserve(8) });
    await store.settleOperation(id, lease, settlement("succeeded"));
    await store.dropRecords(noon + 24 * hour, 100);
    const refused = await store.beginOperation(callNumber(2, { reservations: reserve(3) }));
    expectEqual(refused.outcome, "policy", "on its day");
    await store.dropRecords(noon + 24 * hour + 1, 100);
    await started(store, 3, { reservations: reserve(3) });
    // what is given back late is no room for others
    const late = await dispatched(store, 4, { reservations: reserveIn("yesterday", 8) });
    await store.dropRecords(noon + 24 * hour + 1, 100);
    await store.settleOperation(late.id, late.lease, settlement("failed"));
    const full = await store.beginOperation(callNumber(5, { reservations: reserveIn("yesterday", 11) }));
    expectEqual(full.outcome, "policy", "after a late settlement");
  }),
];
