import type { Reservation, Settlement } from "../operation.ts";
import type { Store } from "../store.ts";
import { expectEqual } from "./expect.ts";
import { callNumber, dispatched, hundred, noon, settlement, started, tally } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const reserve = (add: number, limit: number): Reservation[] => [
  { counter: "ses_a BRL", add, limit, rule: "max_amount_per_session", currency: "BRL" },
];
const reserveCall = (limit: number): Reservation[] => [
  { counter: "ses_a calls", add: 1, limit, rule: "max_tool_calls" },
];
const used = (store: Store) => store.readUsed("org_a", "2026-03");

/** A call that ended, with what it had reserved. */
async function ended(
  store: Store,
  number: number,
  state: Settlement["state"],
  reservations = reserve(100, 1000),
) {
  const { id, lease } = await dispatched(store, number, { reservations });
  return store.settleOperation(id, lease, settlement(state));
}

/** Whether a hundred calls of 100 against the session's limit of 1000 get as far as `room` of them. */
async function room(store: Store): Promise<number> {
  const outcomes = await hundred(store, (number) =>
    callNumber(1000 + number, { reservations: reserve(100, 1000) }),
  );
  return tally(outcomes).started ?? 0;
}

/** What calls cost: quota and policies, reserved with the key, committed or given back at the end. */
export const ledgerCases = [
  storeCase("a hundred begins at once cannot pass the quota", async (store) => {
    const outcomes = await hundred(store, (number) => callNumber(number, { quota: 7 }));
    expectEqual(tally(outcomes), { started: 7, quota: 93 }, "outcomes");
    expectEqual(outcomes.at(-1), { outcome: "quota", used: 7 }, "last");
    expectEqual(await used(store), 0, "charged before the end");
  }),
  storeCase("a hundred begins at once cannot pass a policy's amount", async (store) => {
    expectEqual(await room(store), 10, "started");
  }),
  storeCase("a refused begin says which rule, and takes neither quota nor key", async (store) => {
    const refused = await store.beginOperation(
      callNumber(1, { quota: 1, reservations: reserve(1001, 1000) }),
    );
    expectEqual(
      refused,
      { outcome: "policy", rule: "max_amount_per_session", limit: 1000, currency: "BRL" },
      "outcome",
    );
    await started(store, 2, { key: "key-1", quota: 1 });
  }),
  storeCase("of several reservations all are taken or none", async (store) => {
    const both = [...reserveCall(5), ...reserve(600, 1000)];
    await started(store, 1, { reservations: both });
    const refused = await store.beginOperation(callNumber(2, { reservations: both }));
    expectEqual(refused.outcome, "policy", "outcome");
    const calls = await hundred(store, (number) =>
      callNumber(100 + number, { reservations: reserveCall(5) }),
    );
    expectEqual(tally(calls).started, 4, "calls left");
  }),
  storeCase("success keeps what was reserved", async (store) => {
    await ended(store, 1, "succeeded");
    expectEqual(await room(store), 9, "room");
  }),
  storeCase("a refusal gives the amount back and counts as a call", async (store) => {
    await ended(store, 1, "refused");
    await ended(store, 2, "refused", reserveCall(5));
    expectEqual(await room(store), 10, "room");
    const calls = await hundred(store, (number) =>
      callNumber(5000 + number, { reservations: reserveCall(5) }),
    );
    expectEqual(tally(calls).started, 4, "calls left");
    expectEqual(await used(store), 2, "charged");
  }),
  storeCase("failure gives everything back", async (store) => {
    await ended(store, 1, "failed");
    expectEqual(await room(store), 10, "room");
    expectEqual(await used(store), 0, "charged");
  }),
  storeCase("unknown keeps its reservation and its charge until it is settled", async (store) => {
    const { id } = await ended(store, 1, "unknown");
    expectEqual(await used(store), 1, "charged while unknown");
    const blocked = await store.beginOperation(callNumber(2, { reservations: reserve(901, 1000) }));
    expectEqual(blocked.outcome, "policy", "while unknown");
    const taken = await store.takeUnknownOperation(id, noon + 99_000);
    await store.settleOperation(id, taken?.lease ?? 0, settlement("failed"));
    expectEqual(await used(store), 0, "charged after it never happened");
    expectEqual(await room(store), 10, "room");
  }),
  storeCase("unknown that turns out well is charged once", async (store) => {
    const { id } = await ended(store, 1, "unknown");
    const taken = await store.takeUnknownOperation(id, noon + 99_000);
    await store.settleOperation(id, taken?.lease ?? 0, settlement("succeeded"));
    expectEqual(await used(store), 1, "charged");
  }),
  storeCase("a queued call is charged at once, and once", async (store) => {
    await started(store, 1, { verb: "send" });
    expectEqual(await used(store), 1, "while queued");
    const [taken] = await store.takeOperations(noon, 1, noon + 35_000);
    await store.settleOperation(taken?.id ?? "", taken?.lease ?? 0, settlement("succeeded"));
    expectEqual(await used(store), 1, "afterwards");
  }),
  storeCase("a queued call that failed is given back", async (store) => {
    await started(store, 1, { verb: "send" });
    const [taken] = await store.takeOperations(noon, 1, noon + 35_000);
    await store.settleOperation(taken?.id ?? "", taken?.lease ?? 0, settlement("failed"));
    const { used: count, byTool, byDay } = await store.readUsage("org_a", "2026-03");
    expectEqual([count, byTool.codespar_pay ?? 0, byDay["2026-03-10"] ?? 0], [0, 0, 0], "usage");
  }),
  storeCase("a good end may cost nothing", async (store) => {
    const { id, lease } = await dispatched(store, 1, { quota: 1 });
    const settled = await store.settleOperation(id, lease, settlement("refused", { charge: false }));
    expectEqual([settled.charged, await used(store)], [false, 0], "charge");
    await started(store, 2, { quota: 1 });
  }),
  storeCase("usage is listed by tool and by day, for its own month and organisation", async (store) => {
    await ended(store, 1, "succeeded");
    const other = await dispatched(store, 2, { tool: "codespar_ship", now: noon + 24 * 3_600_000 });
    await store.settleOperation(other.id, other.lease, settlement("succeeded"));
    expectEqual(
      await store.readUsage("org_a", "2026-03"),
      { used: 2, byTool: { codespar_pay: 1, codespar_ship: 1 }, byDay: { "2026-03-10": 1, "2026-03-11": 1 } },
      "usage",
    );
    expectEqual(await store.readUsage("org_a", "2026-04"), { used: 0, byTool: {}, byDay: {} }, "next month");
    expectEqual(await store.readUsed("org_b", "2026-03"), 0, "another organisation");
  }),
  storeCase("charged calls are grouped by a metadata key, most first, also by an odd one", async (store) => {
    const of = (value: string) => ({ metadata: { 'a"b.c': value } });
    for (const [number, more] of [of("x"), of("y"), of("y"), {}].entries()) {
      const { id, lease } = await dispatched(store, number, more);
      await store.settleOperation(id, lease, settlement("succeeded"));
    }
    await started(store, 9, of("x"));
    const groups = await store.readUsageGroups("org_a", "2026-03", 'a"b.c');
    expectEqual(groups[0], { value: "y", count: 2 }, "first");
    const rest = groups.slice(1).map(({ value, count }) => `${value} ${count}`);
    expectEqual(rest.sort(), ["null 1", "x 1"], "rest");
    expectEqual(await store.readUsageGroups("org_a", "2026-04", 'a"b.c'), [], "next month");
  }),
];
