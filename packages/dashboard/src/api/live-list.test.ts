import { describe, expect, it } from "vitest";
import { LiveList } from "./live-list.ts";

interface Row {
  id: number;
  status: string;
}

/** A log on a server, newest first, pages of three. */
function log(count: number) {
  const rows: Row[] = Array.from({ length: count }, (_, index) => ({ id: count - index, status: "done" }));
  let reads = 0;
  const list = new LiveList<Row>({
    idOf: ({ id }) => String(id),
    async fetchPage(cursor) {
      reads += 1;
      const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id < Number(cursor));
      const page = rows.slice(from, from + 3).map((row) => ({ ...row }));
      const last = page.at(-1);
      const isLast = from + 3 >= rows.length;
      return { rows: page, next: last === undefined || isLast ? null : String(last.id) };
    },
  });
  return {
    list,
    reads: () => reads,
    add(status = "done") {
      rows.unshift({ id: rows.length + 1, status });
    },
    set(id: number, status: string) {
      for (const row of rows) if (row.id === id) row.status = status;
    },
    ids: () => list.snapshot().rows.map(({ id }) => id),
  };
}

describe("LiveList", () => {
  it("reads the newest page, and the next ones as one scrolls, to the end", async () => {
    const { list, ids } = log(7);
    await list.refresh();
    expect(ids()).toEqual([7, 6, 5]);
    await list.loadMore();
    await list.loadMore();
    expect(ids()).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(list.snapshot().hasMore).toBe(false);
    await list.loadMore();
    expect(ids()).toHaveLength(7);
  });

  it("puts new rows on top and keeps what was read", async () => {
    const { list, ids, add, reads } = log(7);
    await list.refresh();
    await list.loadMore();
    add();
    await list.refresh();
    expect(ids()).toEqual([8, 7, 6, 5, 4, 3, 2]);
    expect(reads()).toBe(3);
  });

  it("closes a gap of several pages", async () => {
    const { list, ids, add } = log(3);
    await list.refresh();
    for (let count = 0; count < 8; count += 1) add();
    await list.refresh();
    expect(ids()).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("starts over when far more is new than one would scroll through", async () => {
    const { list, ids, add } = log(3);
    await list.refresh();
    for (let count = 0; count < 100; count += 1) add();
    await list.refresh();
    expect(ids()).toHaveLength(15);
    expect(list.snapshot().hasMore).toBe(true);
    await list.loadMore();
    expect(ids().at(-1)).toBe(86);
  });

  it("shows a row that has changed, and tells nobody when nothing has", async () => {
    const { list, add, set } = log(3);
    add("running");
    await list.refresh();
    let changes = 0;
    list.subscribe(() => {
      changes += 1;
    });
    await list.refresh();
    expect(changes).toBe(0);
    set(4, "done");
    await list.refresh();
    expect(list.snapshot().rows[0]).toEqual({ id: 4, status: "done" });
    expect(changes).toBe(1);
  });

  it("looks once more when it was told of something new while it read", async () => {
    const { list, ids, add } = log(3);
    const first = list.refresh();
    add();
    await Promise.all([first, list.refresh()]);
    expect(ids()).toEqual([4, 3, 2, 1]);
  });

  it("goes on after it was closed, as a screen that is left and shown again", async () => {
    const { list, ids, add } = log(3);
    const left = list.refresh();
    list.close();
    const again = list.refresh();
    await Promise.all([left, again]);
    expect(ids()).toEqual([3, 2, 1]);
    add();
    await list.refresh();
    expect(ids()).toEqual([4, 3, 2, 1]);
    expect(list.snapshot()).toMatchObject({ isLoading: false, error: undefined });
  });

  it("says what went wrong, and goes on", async () => {
    let isDown = true;
    const list = new LiveList<Row>({
      idOf: ({ id }) => String(id),
      async fetchPage() {
        if (isDown) throw new Error("The server is away.");
        return { rows: [{ id: 1, status: "done" }], next: null };
      },
    });
    await list.refresh();
    expect(list.snapshot().error?.message).toBe("The server is away.");
    isDown = false;
    await list.refresh();
    expect(list.snapshot()).toMatchObject({ error: undefined, rows: [{ id: 1 }] });
  });
});
