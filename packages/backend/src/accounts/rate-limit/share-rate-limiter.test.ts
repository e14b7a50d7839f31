import fc from "fast-check";
import { expect, it } from "vitest";
import { type CentralBuckets, shareRateLimiter } from "./share-rate-limiter.ts";
import { tokenBucket } from "./token-bucket.ts";

const start = 1_776_000_000_000;
const never = { after: () => () => {} };

/** Buckets in this process, with the clock that is given. */
function setUp({ exactUpTo }: { exactUpTo?: number } = {}) {
  let now = start;
  let draws = 0;
  let isDown = false;
  const buckets = tokenBucket();
  const central: CentralBuckets = {
    async draw(bucket, limit, wanted) {
      draws += 1;
      if (isDown) throw new Error("Redis is away.");
      let granted = 0;
      while (granted < wanted && buckets.take(bucket, limit, now)?.allowed === true) granted += 1;
      return { granted, units: (buckets.take(bucket, limit, now, true)?.remaining ?? 0) * 60_000 };
    },
  };
  const errors: unknown[] = [];
  const process = () =>
    shareRateLimiter({ central, timers: never, exactUpTo, reportError: (error) => errors.push(error) });
  return {
    errors,
    processes: [process(), process(), process()] as const,
    pass: (ms: number) => {
      now += ms;
    },
    now: () => now,
    draws: () => draws,
    down: (isIt: boolean) => {
      isDown = isIt;
    },
  };
}

it("never lets more through than the limit, whichever processes are asked, and exactly as many below the size", async () => {
  const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(40), fc.nat(3_000)), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(60, 600, 6_000), async (steps, limit) => {
      const { processes, pass, now } = setUp({ exactUpTo: 600 });
      let allowed = 0;
      let asked = 0;
      for (const [index, times, waitMs] of steps) {
        for (let count = 0; count < times; count += 1) {
          asked += 1;
          if ((await processes[index]?.take("org", limit, now()))?.allowed === true) allowed += 1;
        }
        pass(waitMs);
      }
      const flowed = ((now() - start) * limit) / 60_000;
      expect(allowed).toBeLessThanOrEqual(limit + flowed);
      if (limit <= 600 && asked <= limit) expect(allowed).toBe(asked);
    }),
    { numRuns: 40 },
  );
});

it("asks once for many requests above the size, and for each one below", async () => {
  const { processes, draws, now } = setUp();
  for (let count = 0; count < 100; count += 1) await processes[0].take("big", 6_000, now());
  expect(draws()).toBe(1);
  for (let count = 0; count < 100; count += 1) await processes[0].take("small", 1_000, now());
  expect(draws()).toBe(101);
});

it("says when to come again, and lets the request through then", async () => {
  const { processes, pass, now } = setUp();
  for (let count = 0; count < 60; count += 1) await processes[count % 2]?.take("org", 60, now());
  const refused = await processes[2].take("org", 60, now());
  expect(refused).toMatchObject({ allowed: false, remaining: 0, retryAfterSeconds: 1 });
  pass(1_000);
  expect(await processes[2].take("org", 60, now())).toMatchObject({ allowed: true });
});

it("counts by itself while the buckets cannot be reached, and says so once", async () => {
  const { processes, now, down, errors } = setUp();
  down(true);
  const verdicts = await Promise.all(Array.from({ length: 70 }, () => processes[0].take("org", 60, now())));
  expect(verdicts.filter((verdict) => verdict?.allowed === true)).toHaveLength(60);
  expect(errors).toHaveLength(1);
  down(false);
  expect(await processes[0].take("org", 60, now())).toMatchObject({ allowed: true, remaining: 59 });
});
