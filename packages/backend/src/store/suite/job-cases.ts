import { expectEqual } from "./expect.ts";
import { dispatched, event, job, noon, settlement } from "./fixtures.ts";
import { storeCase } from "./store-case.ts";

/** Work that falls due, provider health and series. */
export const jobCases = [
  storeCase("jobs are taken when due, earliest first, each once per lease", async (store) => {
    await store.addJob(job("b", noon + 2));
    await store.addJob(job("a", noon + 1));
    await store.addJob(job("later", noon + 100));
    await store.addJob(job("other", noon, { kind: "delivery" }));
    expectEqual(await store.takeJobs("provider_webhook", noon, 10, noon + 50), [], "early");
    const taken = await store.takeJobs("provider_webhook", noon + 5, 10, noon + 50);
    expectEqual(
      taken.map(({ id, attempts }) => [id, attempts]),
      [
        ["a", 1],
        ["b", 1],
      ],
      "taken",
    );
    expectEqual(await store.takeJobs("provider_webhook", noon + 49, 10, noon + 90), [], "leased");
    const again = await store.takeJobs("provider_webhook", noon + 50, 10, noon + 90);
    const attempts = again.map((taken) => [taken.id, taken.attempts]).sort();
    expectEqual(
      attempts,
      [
        ["a", 2],
        ["b", 2],
      ],
      "after the lease",
    );
  }),
  storeCase("many takers share the jobs out without taking one twice", async (store) => {
    for (let number = 0; number < 20; number += 1) await store.addJob(job(`j${number}`, noon));
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => store.takeJobs("provider_webhook", noon, 3, noon + 9)),
    );
    const ids = taken.flat().map(({ id }) => id);
    expectEqual([ids.length, new Set(ids).size], [20, 20], "jobs");
  }),
  storeCase(
    "no more jobs of a group are under a lease than allowed, whichever worker took them",
    async (store) => {
      for (let number = 0; number < 5; number += 1) {
        await store.addJob(job(`slow ${number}`, noon + number, { group: "slow" }));
      }
      await store.addJob(job("quick", noon + 9, { group: "quick" }));
      await store.addJob(job("alone", noon + 8));
      const take = async (now: number, leaseUntil = noon + 100) =>
        (await store.takeJobs("provider_webhook", now, 10, leaseUntil, 2)).map(({ id }) => id).sort();
      expectEqual(await take(noon + 9), ["alone", "quick", "slow 0", "slow 1"], "two of each group");
      expectEqual(await take(noon + 9), [], "full");
      expectEqual(
        await store.nextDueAt(noon + 9),
        noon + 100,
        "what waits for its group waits for no moment",
      );
      await store.finishJob("slow 0");
      expectEqual(await take(noon + 9, noon + 60), ["slow 2"], "one ended");
      await store.finishJob("slow 1", noon + 20);
      expectEqual(await take(noon + 9), ["slow 3"], "one was put off");
      expectEqual(await take(noon + 60), ["slow 4"], "the earliest; the lease of slow 2 ran out");
      expectEqual(await take(noon + 100), ["alone", "quick", "slow 1", "slow 2"], "every lease ran out");
    },
  ),
  storeCase("where not all can be taken, a group with fewer under a lease comes first", async (store) => {
    for (let number = 0; number < 4; number += 1) {
      await store.addJob(job(`many ${number}`, noon + number, { group: "many" }));
    }
    await store.addJob(job("few", noon + 5, { group: "few" }));
    const take = async (limit: number) =>
      (await store.takeJobs("provider_webhook", noon + 5, limit, noon + 100, 4)).map(({ id }) => id);
    expectEqual(await take(1), ["many 0"], "the earliest");
    expectEqual(await take(2), ["few", "many 1"], "who has none");
    expectEqual(await take(9), ["many 2", "many 3"], "the rest");
  }),
  storeCase("a job that exists already stays as it is", async (store) => {
    await store.addJob(job("a", noon, { payload: "1" }));
    await store.addJob(job("a", noon + 9, { payload: "2" }));
    expectEqual((await store.takeJobs("provider_webhook", noon, 1, noon + 1))[0]?.payload, "1", "payload");
  }),
  storeCase("a finished job is gone, or put off", async (store) => {
    await store.addJob(job("a", noon));
    await store.addJob(job("b", noon));
    await store.takeJobs("provider_webhook", noon, 10, noon + 50);
    await store.finishJob("a");
    await store.finishJob("b", noon + 10);
    expectEqual(await store.nextDueAt(), noon + 10, "due");
    const taken = await store.takeJobs("provider_webhook", noon + 10, 10, noon + 50);
    expectEqual(
      taken.map(({ id, attempts }) => [id, attempts]),
      [["b", 2]],
      "taken",
    );
  }),
  storeCase(
    "an end and an event bring their jobs, an event that is there already brings none",
    async (store) => {
      const { id, lease } = await dispatched(store, 1);
      await store.settleOperation(id, lease, settlement("succeeded", { jobs: [job("a", noon)] }));
      await store.settleOperation(id, lease, settlement("succeeded", { jobs: [job("b", noon)] }));
      await store.appendEvent(event(1), [job("c", noon)]);
      await store.appendEvent(event(1), [job("d", noon)]);
      const taken = await store.takeJobs("provider_webhook", noon, 10, noon + 50);
      expectEqual(taken.map((each) => each.id).sort(), ["a", "c"], "jobs");
    },
  ),
  storeCase("the next due moment is that of jobs and operations alike", async (store) => {
    expectEqual(await store.nextDueAt(), undefined, "nothing");
    const { id, lease } = await dispatched(store, 1);
    expectEqual(await store.nextDueAt(), noon + 35_000, "a lease");
    await store.addJob(job("a", noon + 5));
    expectEqual(await store.nextDueAt(), noon + 5, "a job");
    expectEqual(await store.nextDueAt(noon + 4), noon + 5, "a job after a moment");
    expectEqual(await store.nextDueAt(noon + 5), noon + 35_000, "what comes after it");
    expectEqual(await store.nextDueAt(noon + 35_000), undefined, "nothing after it");
    await store.finishJob("a");
    await store.settleOperation(id, lease, settlement("succeeded"));
    expectEqual(await store.nextDueAt(), undefined, "nothing again");
  }),
  storeCase("series count from one, each for itself, without gaps or repetition", async (store) => {
    const numbers = await Promise.all(Array.from({ length: 50 }, () => store.nextNumber("a")));
    expectEqual(
      [...numbers].sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, index) => index + 1),
      "numbers",
    );
    expectEqual(await store.nextNumber("b"), 1, "another series");
  }),
  storeCase("provider health is what was reported last", async (store) => {
    expectEqual(await store.readProviderHealth("asaas"), undefined, "at first");
    await store.recordProviderOutcome("asaas", { failures: 2, openUntil: 0 });
    await store.recordProviderOutcome("asaas", { failures: 5, openUntil: noon });
    expectEqual(await store.readProviderHealth("asaas"), { failures: 5, openUntil: noon }, "health");
  }),
];
