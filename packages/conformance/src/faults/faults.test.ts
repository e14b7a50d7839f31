import { APIError } from "@codespar/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Break } from "./breaking-store.ts";
import { type Mishap, type Outcome, takeOnePayment } from "./one-payment.ts";

/** What must hold whatever happens: at most one payment, reported alike to everybody, and billed exactly when it was made. */
function holds({ rounds, effects, makers, used, status }: Outcome): void {
  expect(Math.max(...effects)).toBeLessThanOrEqual(1);
  const results = rounds.flat().flatMap((response) => (response instanceof APIError ? [] : [response]));
  expect(results.every(({ success }) => success)).toBe(true);
  expect(new Set(results.map(({ data }) => data?.payment_id)).size).toBeLessThanOrEqual(1);
  for (const response of rounds.flat()) {
    if (response instanceof APIError) {
      expect(["internal_error", "outcome_unknown", "provider_unavailable"]).toContain(response.code);
      expect(response.retryable).toBe(true);
    }
  }
  // in the end it is known: the same key has made the one payment
  expect(rounds.at(-1)?.[0]).toMatchObject({ success: true });
  expect([effects.at(-1), used, status]).toEqual([1, 1, "succeeded"]);
  // what failed has made nothing; a call that failed frees the key, and the next one's fate is its own
  expect(makers).toEqual(["succeeded"]);
  // where everybody is told that nothing was done, nothing is done
  for (const [index, responses] of rounds.entries()) {
    const isDenied = responses.every(
      (response) => response instanceof APIError && response.code === "provider_unavailable",
    );
    if (isDenied) expect(effects[index]).toBe(0);
  }
}

const lost = (method: Break["method"], when: Break["when"], skip = 0): Break => ({ method, when, skip });

const points: Readonly<Record<string, Mishap>> = {
  nothing: { breaks: [] },
  "before the key is taken": { breaks: [lost("beginOperation", "before")] },
  "when the key was just taken": { breaks: [lost("beginOperation", "after")] },
  "before dispatch": { breaks: [lost("markDispatched", "before")] },
  "after dispatch, before the provider is asked": { breaks: [lost("markDispatched", "after")] },
  "before the provider commits": { breaks: [], fault: { timeoutBeforeCommit: true, times: 1 } },
  "after the provider committed": { breaks: [], fault: { commitThenTimeout: true, times: 1 } },
  "after the provider committed, and it cannot tell": {
    breaks: [],
    fault: { commitThenTimeout: true, forget: true },
  },
  "before the provider commits, and it cannot tell": {
    breaks: [],
    fault: { timeoutBeforeCommit: true, forget: true },
  },
  "before settling": { breaks: [lost("settleOperation", "before")] },
  "after settling": { breaks: [lost("settleOperation", "after")] },
  "before settling what was found": {
    breaks: [lost("settleOperation", "before")],
    fault: { commitThenTimeout: true, times: 1 },
  },
  "while the provider takes longer than the lease": { breaks: [], fault: { slowMs: 60, times: 1 } },
  "while the provider takes longer than the lease, and its response is lost": {
    breaks: [],
    fault: { slowMs: 60, commitThenTimeout: true, times: 1 },
  },
  "before it is noted that a provider refused": {
    breaks: [lost("markUndispatched", "before")],
    fault: { errorBeforeProcessing: true, times: 1 },
  },
  "when a worker hangs before dispatch, and is overtaken": {
    breaks: [lost("markDispatched", "overtaken")],
    fault: { flaky: 2 },
  },
  "when a worker hangs with the news that nothing was done, and is overtaken": {
    breaks: [lost("settleOperation", "overtaken")],
    fault: { errorBeforeProcessing: true, times: 1 },
  },
  "when a worker hangs with its success, and is overtaken": {
    breaks: [lost("settleOperation", "overtaken")],
  },
  "three times at settling": {
    breaks: [
      lost("settleOperation", "before"),
      lost("settleOperation", "before"),
      lost("settleOperation", "after"),
    ],
  },
};

describe("a payment that breaks", () => {
  for (const [point, mishap] of Object.entries(points)) {
    for (const callers of [1, 2]) {
      for (const hasFallback of [false, true]) {
        const others = callers === 2 ? ", while a second call with the key waits" : "";
        const fallback = hasFallback ? ", with a fallback" : "";
        it(`is made once: ${point}${others}${fallback}`, async () => {
          const outcome = await takeOnePayment({ ...mishap, callers, hasFallback });
          expect(outcome.unbroken).toEqual([]);
          holds(outcome);
          // there a dispatch is noted when the call begins, so that some breaks find nothing to break
          holds(await takeOnePayment({ ...mishap, callers, hasFallback, isNetworked: true }));
        });
      }
    }
  }

  const foundBefore: Mishap[] = [
    // breaks in every round but the last
    {
      breaks: [lost("beginOperation", "before", 1), lost("beginOperation", "before")],
      fault: { timeoutBeforeCommit: true, forget: true, slowMs: 15 },
    },
    // one caller is told that nothing was done, the other's call begins after that and is lost on its way back
    {
      breaks: [lost("settleOperation", "before", 1), lost("beginOperation", "overtaken")],
      fault: { timeoutBeforeCommit: true, times: 1 },
      callers: 2,
    },
    {
      breaks: [lost("extendLease", "before"), lost("beginOperation", "overtaken")],
      fault: { commitThenTimeout: true, slowMs: 15 },
      callers: 2,
    },
  ];

  it("is made once whatever breaks, and in whatever order", async () => {
    const aBreak = fc.record({
      method: fc.constantFrom<Break["method"][]>(
        "beginOperation",
        "extendLease",
        "markDispatched",
        "markUndispatched",
        "settleOperation",
      ),
      when: fc.constantFrom<Break["when"][]>("before", "after", "overtaken"),
      skip: fc.nat(2),
    });
    const aFault = fc.record(
      {
        errorBeforeProcessing: fc.boolean(),
        timeoutBeforeCommit: fc.boolean(),
        commitThenTimeout: fc.boolean(),
        forget: fc.boolean(),
        slowMs: fc.constantFrom(0, 1, 15),
        times: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: [] },
    );
    const mishaps: fc.Arbitrary<Mishap> = fc.record({
      breaks: fc.array(aBreak, { maxLength: 2 }),
      fault: fc.option(aFault, { nil: undefined }),
      hasFallback: fc.boolean(),
      callers: fc.integer({ min: 1, max: 4 }),
      isNetworked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(mishaps, async (mishap) => holds(await takeOnePayment(mishap))),
      { numRuns: 150, examples: foundBefore.map((mishap) => [mishap]) },
    );
  }, 480_000);
});
