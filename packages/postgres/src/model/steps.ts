import type { Reservation } from "@codespar/backend";
import fc from "fast-check";

export const second = 1_000;
export const hour = 3_600_000;
/** When every series begins. */
export const start = Date.UTC(2026, 2, 10, 12);

const text = fc.constantFrom("a", "b", 'q"uote', "nul\0", "back\\slash", "\ud800");
const organisation = fc.constantFrom("org_a", "org_b");
const key = fc.constantFrom("k1", "k2", "k3", "k4", "k5", "nul\0key");
const metadata = fc.dictionary(fc.constantFrom("tenant_id", 'a"b.c', "nul\0"), text, { maxKeys: 2 });

const reservation: fc.Arbitrary<Reservation> = fc.record({
  counter: fc.constantFrom("c1", "c2", "c3"),
  add: fc.constantFrom(1, 40),
  limit: fc.constantFrom(2, 100),
  rule: fc.constantFrom("r1", "r2"),
  currency: fc.constantFrom("BRL" as const, undefined),
  expiresAt: fc.constantFrom(undefined, start + 24 * hour),
});

const begin = fc.record({
  do: fc.constant("begin" as const),
  call: fc.record({
    organisation,
    key,
    metadata,
    sessionId: fc.constantFrom("ses_00000001", "ses_00000002"),
    fingerprint: fc.constantFrom("p", "p", "p", "q"),
    verb: fc.constantFrom("execute" as const, "send" as const),
    tool: fc.constantFrom("codespar_pay", "codespar_ship"),
    userId: fc.option(text, { nil: null }),
    amount: fc.constantFrom(null, 5000),
  }),
  quota: fc.constantFrom(null, null, 3, 5, 40),
  reservations: fc.uniqueArray(reservation, { selector: ({ counter }) => counter, maxLength: 2 }),
  approval: fc.option(fc.record({ id: fc.constantFrom("apr_1", "apr_2"), version: fc.constantFrom(1, 2) }), {
    nil: null,
    freq: 9,
  }),
});

/** Which operation, counted from the first one begun, and whether the lease is the one before. */
const target = { index: fc.nat(20), isStale: fc.constantFrom(false, false, false, true) };

const settle = fc.record({
  do: fc.constant("settle" as const),
  ...target,
  state: fc.constantFrom("succeeded", "refused", "failed", "unknown"),
  charge: fc.constantFrom(undefined, undefined, false),
  reason: fc.constantFrom(undefined, "down", 'nul\0 "q"'),
  withAttempts: fc.boolean(),
  made: fc.nat(3),
  checkAfter: fc.constantFrom(undefined, second, 60 * second),
});

const onOperation = fc.record({
  do: fc.constantFrom(
    "dispatch",
    "dispatch",
    "dispatch",
    "undispatch",
    "requeue",
    "extend",
    "takeUnknown",
    "stream",
  ),
  ...target,
});

const job = fc.record({
  do: fc.constantFrom("addJob", "finishJob", "putOffJob"),
  each: fc.nat(5),
  group: fc.constantFrom(undefined, "g1", "g\0"),
});

const takeJobs = fc.record({
  do: fc.constant("takeJobs" as const),
  mostPerGroup: fc.constantFrom(undefined, 1, 2),
  limit: fc.constantFrom(1, 3, 10),
});

const approval = fc.record({
  do: fc.constantFrom("insertApproval", "replaceApproval", "readApproval"),
  each: fc.integer({ min: 1, max: 2 }),
});

const findByKey = fc.record({ do: fc.constant("findByKey" as const), organisation, key });
const plain = fc.record({
  do: fc.constantFrom("takeOperations", "erase", "drop", "dropRecords", "nextDueAt"),
});

/** One thing that somebody does to a store, in words, so that a failing series can be read. */
export const step = fc.record({
  action: fc.oneof(
    { arbitrary: begin, weight: 12 },
    { arbitrary: onOperation, weight: 12 },
    { arbitrary: settle, weight: 8 },
    job,
    takeJobs,
    approval,
    findByKey,
    { arbitrary: plain, weight: 4 },
  ),
  pauseMs: fc.constantFrom(0, 0, 5, 5, 5, 40 * second, 40 * second, 30 * hour),
});

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
