import fc from "fast-check";
import { expect, it } from "vitest";
import { merchant } from "../../simulation/merchant.ts";
import type { FiscalDocument } from "./fiscal-document.ts";
import { writeSpedLines } from "./sped-file.ts";

const document = fc.record({
  family: fc.constant("brazil" as const),
  kind: fc.constantFrom("nfe" as const, "nfce" as const),
  id: fc.uuid(),
  operationId: fc.uuid(),
  status: fc.constantFrom("authorized" as const, "cancelled" as const),
  series: fc.constant(1),
  number: fc.integer({ min: 1, max: 999_999_999 }),
  accessKey: fc.constant("35261111222333000181550010000012341807162533"),
  issuedAt: fc.constant(Date.UTC(2026, 10, 20)),
  amount: fc.integer({ min: 1, max: 10_000_000 }),
  items: fc.constant([]),
  receiver: fc.constantFrom(
    undefined,
    { document: "11144477735", name: "Maria" },
    { document: "11222333000181" },
  ),
  corrections: fc.constant([]),
}) satisfies fc.Arbitrary<FiscalDocument>;

it("counts its own lines right: of each block, of each record, and of the file", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 8 }), (documents) => {
      const lines = writeSpedLines({ period: "2026-11", purpose: 0, documents, merchant });
      const fields = lines.map((line) => line.slice(1, -1).split("|"));
      const count = (record: string) => fields.filter(([name]) => name === record).length;
      expect(fields.at(-1)).toEqual(["9999", String(lines.length)]);
      for (const [record = "", counted] of fields.filter(([name]) => name?.endsWith("990"))) {
        const own = fields.filter(([name]) => name?.startsWith(record.charAt(0)));
        // 9999 stands outside the count of no block: block 9 counts it too
        expect(Number(counted)).toBe(own.length);
      }
      const listed = fields.filter(([name]) => name === "9900");
      for (const [, record = "", counted] of listed) expect(Number(counted)).toBe(count(record));
      expect(new Set(listed.map(([, record]) => record))).toEqual(new Set(fields.map(([name]) => name)));
      for (const sale of fields.filter(([name]) => name === "C100")) expect(sale).toHaveLength(29);
      for (const sum of fields.filter(([name]) => name === "C190")) expect(sum).toHaveLength(12);
    }),
  );
});

it("lists the participants that its sales name, and nobody else", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 8 }), (documents) => {
      const lines = writeSpedLines({ period: "2026-11", purpose: 0, documents, merchant });
      const column = (record: string, place: number) =>
        lines.filter((line) => line.startsWith(`|${record}|`)).map((line) => line.split("|")[place]);
      const named = column("C100", 4).filter((participant) => participant !== "");
      expect(new Set(column("0150", 2))).toEqual(new Set(named));
    }),
  );
});

it("opens with the period's first and last day", () => {
  const [opening] = writeSpedLines({ period: "2028-02", purpose: 1, documents: [], merchant });
  expect(opening).toMatch(/^\|0000\|020\|1\|01022028\|29022028\|/);
});
