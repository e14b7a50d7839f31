import fc from "fast-check";
import { expect, it } from "vitest";
import { LiveList } from "./live-list.ts";

interface Row {
  id: number;
  version: number;
}

const step = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant("change" as const), at: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant("refresh" as const) }),
  fc.record({ kind: fc.constant("more" as const) }),
);

it("is the head of the log after each look, in its order, with no row twice and none left out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 30 }),
      fc.array(step, { maxLength: 20 }),
      async (count, steps) => {
        const rows: Row[] = Array.from({ length: count }, (_, index) => ({ id: count - index, version: 0 }));
        const list = new LiveList<Row>({
          idOf: ({ id }) => String(id),
          async fetchPage(cursor) {
            const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id < Number(cursor));
            const page = from === -1 ? [] : rows.slice(from, from + 4).map((row) => ({ ...row }));
            const last = page.at(-1);
            return { rows: page, next: last === undefined || last.id === 1 ? null : String(last.id) };
          },
        });
        await list.refresh();
        for (const { kind, ...given } of steps) {
          if (kind === "add")
            for (let n = 0; n < ("count" in given ? given.count : 0); n += 1)
              rows.unshift({ id: rows.length + 1, version: 0 });
          const changed = "at" in given ? rows[given.at] : undefined;
          if (changed !== undefined) changed.version += 1;
          // what changes is among the newest, and the page is told of it at once
          if (kind !== "add" && kind !== "more") await list.refresh();
          if (kind === "more") await list.loadMore();
        }
        await list.refresh();
        const { rows: shown, hasMore } = list.snapshot();
        expect(shown).toEqual(rows.slice(0, shown.length));
        expect(hasMore).toBe(shown.length < rows.length);
      },
    ),
  );
});
