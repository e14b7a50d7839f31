import fc from "fast-check";
import { expect, it } from "vitest";
import { MemoryState } from "../../simulation/memory-state.ts";
import { contextOf } from "../../testing/context-of.ts";
import { addRecord, type ErpRecord, holdsText, listPage } from "./records.ts";
import { getStock, listWarehouses, moveStock, type StockOperation } from "./stock.ts";

it("holds what came in less what went out since the last count, exactly, in each warehouse by itself", () => {
  const quantities = fc.integer({ min: 0, max: 10_000_000 }).map((millis) => millis / 1000);
  const step = fc.record({
    operation: fc.constantFrom<StockOperation>("count", "in", "out"),
    warehouse: fc.constantFrom(1, 2),
    quantity: quantities,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const context = contextOf(new MemoryState());
      const expected = new Map<number, number>();
      for (const { operation, warehouse, quantity } of steps) {
        moveStock(context, { product: 7, operation, warehouse, quantity });
        moveStock(context, { product: 8, operation: "in", warehouse, quantity: 1 });
        const before = expected.get(warehouse) ?? 0;
        const millis = Math.round(quantity * 1000);
        expected.set(
          warehouse,
          operation === "count" ? millis : before + (operation === "in" ? millis : -millis),
        );
      }
      for (const [warehouse, millis] of expected)
        expect(getStock(context, { product: 7, warehouse })).toBe(millis / 1000);
      expect(listWarehouses(context, 7).toSorted()).toEqual([...expected.keys()].toSorted());
    }),
  );
});

it("has every record on exactly one page, in their order, whatever the size of a page", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }), (count, size) => {
      const context = contextOf(new MemoryState());
      const made = Array.from({ length: count }, (_, index) => addRecord(context, "thing", { index }).id);
      const seen: number[] = [];
      for (let page = 1; page <= Math.ceil(count / size) + 1; page += 1)
        seen.push(
          ...listPage<ErpRecord>(context, "thing", { page, size, matches: () => true }).map(({ id }) => id),
        );
      expect(seen).toEqual(made);
    }),
  );
});

it.each([
  ["Café Açaí Ltda", "acai", true],
  ["Café", "CAFE", true],
  ["Café", "chá", false],
  ["x", "", true],
])("%s holds %j: %s", (text, word, holds) => {
  expect(holdsText(text, word)).toBe(holds);
});
