import { seededRandom } from "@codespar/formats";
import { expect, it } from "vitest";
import { timeOrderedIds } from "./time.ts";

it("sorts by creation, within a millisecond and across milliseconds", () => {
  let now = Date.UTC(2026, 10, 21);
  const ids = timeOrderedIds({ now: () => now }, seededRandom(7));
  const made: string[] = [];
  for (let index = 0; index < 5000; index += 1) {
    if (index % 50 === 0) now += 1;
    made.push(ids.next("tc"));
  }
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it("carries past a full digit", () => {
  const ids = timeOrderedIds({ now: () => 0 }, { integer: (bound) => bound - 1 });
  const [first, second] = [ids.next("tc"), ids.next("tc")];
  expect(first).toBe("tc_0000000000fzzzzzzzzzzzzzzz");
  expect(second).toBe("tc_0000000000g000000000000000");
});

it("does not go back when the clock does", () => {
  let now = 1000;
  const ids = timeOrderedIds({ now: () => now }, seededRandom(1));
  const first = ids.next("tc");
  now = 10;
  expect(ids.next("tc") > first).toBe(true);
});
