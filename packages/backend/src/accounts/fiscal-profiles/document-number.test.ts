import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryStore } from "../../store/memory/memory-store.ts";
import { takeDocumentNumber } from "./document-number.ts";

const series = { issuer: "11222333000181", type: "nfe", series: 1 } as const;

function setUp() {
  let count = 0;
  const context = { store: memoryStore(), ids: { next: (prefix: string) => `${prefix}_${++count}` } };
  return (id: string, more: { first?: number; environment?: "live" | "test"; type?: "nfce" } = {}) => {
    const { environment = "test", ...rest } = more;
    return takeDocumentNumber(context, { organisation: "org_a", id, environment }, { ...series, ...rest });
  };
}

it("gives each operation the next number, and the same one again", async () => {
  const take = setUp();
  expect([await take("a"), await take("b"), await take("a"), await take("c")]).toEqual([1, 2, 1, 3]);
});

it("counts each type and environment for itself, from where the issuer had come", async () => {
  const take = setUp();
  expect(await take("a", { first: 1500 })).toBe(1500);
  expect(await take("b", { first: 1500 })).toBe(1501);
  expect(await take("b", { type: "nfce" })).toBe(1);
  expect(await take("b", { environment: "live" })).toBe(1);
  // raised afterwards, because others were issued elsewhere meanwhile
  expect(await take("c", { first: 2000 })).toBe(2000);
  expect(await take("d", { first: 1 })).toBe(2001);
});

it("gives no number twice and leaves none out, however many ask at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }), async (ids) => {
      const take = setUp();
      const numbers = await Promise.all(ids.map((id) => take(id)));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_id, index) => index + 1));
    }),
    { numRuns: 50 },
  );
});
