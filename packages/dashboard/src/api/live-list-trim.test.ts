import { expect, it } from "vitest";
import { LiveList } from "./live-list.ts";

interface Row {
  id: string;
}

const idOf = (row: Row) => row.id;
const pageSize = 100;

/** A log that grows: rows `0` to `count - 1`, newest first, read by the number of the last row. */
function growingLog(start: number) {
  const log = { count: start, reads: 0 };
  const list = new LiveList<Row>({
    idOf,
    async fetchPage(cursor) {
      log.reads += 1;
      const first = cursor === undefined ? log.count - 1 : Number(cursor) - 1;
      const rows = Array.from({ length: Math.min(pageSize, first + 1) }, (_, index) => ({
        id: String(first - index),
      }));
      const last = rows.at(-1)?.id;
      return { rows, next: last === undefined || last === "0" ? null : last };
    },
  });
  return { log, list };
}

const ids = (list: LiveList<Row>) => list.snapshot().rows.map(({ id }) => Number(id));
const isWhole = (found: readonly number[]) =>
  found.every((id, index) => index === 0 || id === (found[index - 1] ?? 0) - 1);

it("lets go of the oldest rows while many come on top, and reads them again when one scrolls there", async () => {
  const { log, list } = growingLog(1000);
  await list.refresh();
  for (let second = 0; second < 200; second += 1) {
    log.count += 60;
    await list.refresh();
    expect(list.snapshot().rows.length).toBeLessThanOrEqual(2200);
  }
  const before = ids(list);
  expect(before[0]).toBe(12_999);
  expect(isWhole(before)).toBe(true);
  expect(list.snapshot().hasMore).toBe(true);
  await list.loadMore();
  const after = ids(list);
  expect(after.length).toBe(before.length + pageSize);
  // nothing is missing where it was cut
  expect(isWhole(after)).toBe(true);
});

it("keeps what was read by scrolling", async () => {
  const { log, list } = growingLog(20_000);
  await list.refresh();
  for (let page = 0; page < 60; page += 1) await list.loadMore();
  const deepest = ids(list).at(-1);
  for (let second = 0; second < 30; second += 1) {
    log.count += 60;
    await list.refresh();
  }
  expect(ids(list)).toContain(deepest);
  expect(isWhole(ids(list))).toBe(true);
});
