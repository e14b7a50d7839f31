import { expectEqual, present } from "./expect.ts";
import { attempt, attemptResult, dispatched, noon, settlement, started } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

const later = noon + 40_000;

const ended = (provider: string) =>
  ({ ...attempt(provider), outcome: "unavailable", reason: "down" }) as const;

/** Who may work on an operation, and for how long. */
export const leaseCases = [
  storeCase("queued operations are taken once and run", async (store) => {
    await started(store, 1, { verb: "send" });
    const [taken] = await store.takeOperations(noon, 10, later);
    const { state, lease, leaseUntil } = present(taken, "operation");
    expectEqual({ state, lease, leaseUntil }, { state: "running", lease: 2, leaseUntil: later }, "taken");
    expectEqual(await store.takeOperations(noon, 10, later), [], "second take");
  }),
  storeCase("a lease that still runs is not taken, one that ran out is", async (store) => {
    const running = await started(store, 1);
    const sent = await dispatched(store, 2);
    expectEqual(await store.takeOperations(noon + 34_999, 10, later), [], "early");
    const taken = await store.takeOperations(noon + 35_000, 10, noon + 80_000);
    expectEqual(
      taken.map(({ id, state, lease }) => [id, state, lease]),
      [
        [running.id, "running", 2],
        [sent.id, "dispatched", 2],
      ],
      "taken",
    );
  }),
  storeCase("no more are taken than asked for", async (store) => {
    for (let number = 1; number <= 5; number += 1) await started(store, number, { verb: "send" });
    expectEqual((await store.takeOperations(noon, 3, later)).length, 3, "first");
    expectEqual((await store.takeOperations(noon, 3, later)).length, 2, "second");
  }),
  storeCase("who lost the lease can neither dispatch, extend, go back nor settle", async (store) => {
    const { id, lease } = await started(store, 1);
    const [taken] = await store.takeOperations(later, 10, noon + 90_000);
    expectEqual(await store.markDispatched(id, lease, attemptResult("asaas", later)), false, "dispatch");
    expectEqual(await store.extendLease(id, lease, later), false, "extend");
    expectEqual(await store.markUndispatched(id, lease, ended("asaas")), false, "go back");
    expectEqual((await store.settleOperation(id, lease, settlement("succeeded"))).state, "running", "settle");
    const second = present(taken, "taken").lease;
    expectEqual(
      await store.markDispatched(id, second, attemptResult("asaas", later)),
      true,
      "the new one dispatches",
    );
  }),
  storeCase("dispatching records the attempt and extends the lease", async (store) => {
    const { id, lease } = await started(store, 1);
    await store.markDispatched(id, lease, attemptResult("asaas", noon + 70_000));
    const { state, provider, account, dispatched, attempts, leaseUntil } = present(
      await store.findOperation(id),
      "operation",
    );
    expectEqual(dispatched, { connection: null, call: null }, "note");
    expectEqual(
      { state, provider, account },
      { state: "dispatched", provider: "asaas", account: "org_a" },
      "operation",
    );
    expectEqual(
      { attempts, leaseUntil },
      { attempts: [attempt("asaas")], leaseUntil: noon + 70_000 },
      "turn",
    );
  }),
  storeCase("how a provider was asked is kept until the end is known (attack 7)", async (store) => {
    const note = { connection: { id: "conn_1", credentialsVersion: 3 }, call: "encrypted" };
    const { id, lease } = await started(store, 1);
    await store.markDispatched(id, lease, attemptResult("asaas", later, note));
    const unknown = await store.settleOperation(id, lease, settlement("unknown"));
    expectEqual(unknown.dispatched, note, "unknown");
    const taken = present(await store.takeUnknownOperation(id, later), "taken");
    expectEqual(taken.dispatched, note, "taken");
    expectEqual((await store.findOperation(id))?.dispatched, note, "stored");
    const ended = await store.settleOperation(id, taken.lease, settlement("succeeded"));
    expectEqual(ended.dispatched, null, "final");
    expectEqual((await store.findOperation(id))?.dispatched, null, "stored when final");
    const second = await started(store, 2);
    await store.markDispatched(second.id, second.lease, attemptResult("asaas", later, note));
    await store.markUndispatched(second.id, second.lease, { ...attempt("asaas"), outcome: "unavailable" });
    expectEqual((await store.findOperation(second.id))?.dispatched, null, "not asked after all");
  }),
  storeCase("a sent call that surely did not happen waits in the queue again (attack 6)", async (store) => {
    await started(store, 1, { verb: "send" });
    const [taken] = await store.takeOperations(noon, 10, later);
    const { id, lease } = present(taken, "taken");
    await store.markDispatched(id, lease, attemptResult("asaas", later));
    expectEqual(await store.markUndispatched(id, lease - 1, ended("asaas"), later), false, "lost lease");
    expectEqual(await store.markUndispatched(id, lease, ended("asaas"), noon + 60_000), true, "queued");
    const { state, leaseUntil, attempts, charged } = present(await store.findOperation(id), "operation");
    expectEqual(
      { state, leaseUntil, attempts, charged },
      { state: "queued", leaseUntil: noon + 60_000, attempts: [ended("asaas")], charged: true },
      "operation",
    );
    expectEqual(await store.nextDueAt(), noon + 60_000, "due");
    expectEqual(await store.takeOperations(noon + 59_999, 10, later), [], "early");
    const [again] = await store.takeOperations(noon + 60_000, 10, noon + 99_000);
    expectEqual([again?.id, again?.state, again?.lease], [id, "running", lease + 1], "taken again");
    expectEqual((await store.findOperationByKey("org_a", "key-1", noon))?.id, id, "key");
    // and so when its outcome was unknown in between
    await store.markDispatched(id, lease + 1, attemptResult("asaas", later));
    await store.settleOperation(id, lease + 1, settlement("unknown"));
    const asked = present(await store.takeUnknownOperation(id, later), "asked");
    await store.markUndispatched(id, asked.lease, ended("asaas"), later);
    const queued = present(await store.findOperation(id), "queued");
    expectEqual(
      [queued.state, queued.completedAt, queued.attempts, await store.readUsed("org_a", "2026-03")],
      ["queued", null, [ended("asaas"), ended("asaas")], 1],
      "queued after it was unknown",
    );
  }),
  storeCase("extending moves the end of the lease alone", async (store) => {
    const before = await started(store, 1);
    expectEqual(await store.extendLease(before.id, before.lease, noon + 99_000), true, "extended");
    expectEqual(await store.findOperation(before.id), { ...before, leaseUntil: noon + 99_000 }, "operation");
  }),
  storeCase("a refusal before processing makes it running again, with the attempt ended", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    expectEqual(await store.markUndispatched(id, lease, ended("asaas")), true, "marked");
    expectEqual((await store.findOperation(id))?.account, null, "account");
    await store.markDispatched(id, lease, attemptResult("stripe", later));
    const { state, provider, attempts } = present(await store.findOperation(id), "operation");
    expectEqual(
      { state, provider, attempts },
      { state: "dispatched", provider: "stripe", attempts: [ended("asaas"), attempt("stripe")] },
      "operation",
    );
  }),
  storeCase("a provider that was down before it was marked as asked is noted all the same", async (store) => {
    const { id, lease } = await started(store, 1);
    expectEqual(await store.markUndispatched(id, lease, ended("asaas")), true, "marked");
    const { state, attempts } = present(await store.findOperation(id), "operation");
    expectEqual({ state, attempts }, { state: "running", attempts: [ended("asaas")] }, "operation");
  }),
  storeCase("of many who ask for an unknown operation one gets it", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    expectEqual(await store.takeUnknownOperation(id, later), undefined, "not unknown yet");
    await store.settleOperation(id, lease, settlement("unknown", { checkAt: noon + 60_000 }));
    const taken = await Promise.all(Array.from({ length: 10 }, () => store.takeUnknownOperation(id, later)));
    const [winner, ...others] = taken.filter((operation) => operation !== undefined);
    expectEqual(others, [], "others");
    const { state, lease: second, response, error, completedAt } = present(winner, "winner");
    expectEqual(
      { state, second, response, error, completedAt },
      { state: "dispatched", second: 2, response: null, error: null, completedAt: null },
      "winner",
    );
  }),
  storeCase("an unknown operation is due when it is to be asked about again", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("unknown", { checkAt: noon + 60_000 }));
    expectEqual(await store.nextDueAt(), noon + 60_000, "due");
    expectEqual(await store.takeOperations(noon + 59_999, 10, later), [], "early");
    const [taken] = await store.takeOperations(noon + 60_000, 10, noon + 95_000);
    expectEqual(taken?.state, "dispatched", "taken");
  }),
  storeCase("once settled, the lease that settled it is worth nothing", async (store) => {
    const { id, lease } = await dispatched(store, 1);
    await store.settleOperation(id, lease, settlement("unknown", { checkAt: later }));
    expectEqual(await store.extendLease(id, lease, later), false, "extend");
    expectEqual(
      (await store.settleOperation(id, lease, settlement("failed"))).state,
      "unknown",
      "settle again",
    );
  }),
];
