import fc from "fast-check";
import { expect, it } from "vitest";
import { filterRows } from "./filter-rows.ts";

it("finds what a plain filter finds, however its time is cut into slices", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3000 }), fc.nat(20), (rows, cost) => {
      let now = 0;
      const waiting: (() => void)[] = [];
      let result: readonly number[] = [];
      filterRows(rows, {
        matches: (row) => row % 3 === 0,
        now: () => (now += cost),
        later: (work) => {
          waiting.push(work);
          return () => {};
        },
        onFound: (found, isDone) => {
          if (isDone) result = found;
        },
      });
      for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) work();
      expect(result).toEqual(rows.filter((row) => row % 3 === 0));
    }),
    { numRuns: 50 },
  );
});

it("lets the page draw between two slices, and stops when it is told", () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => index);
  let now = 0;
  let next: (() => void) | undefined;
  let looked = 0;
  const stop = filterRows(rows, {
    matches: () => {
      looked += 1;
      return false;
    },
    now: () => (now += 5),
    later: (work) => {
      next = work;
      return () => {
        next = undefined;
      };
    },
    onFound: () => {},
  });
  expect(looked).toBeLessThan(1000);
  next?.();
  expect(looked).toBeLessThan(2000);
  stop();
  expect(next).toBeUndefined();
});
