import { expect, it } from "vitest";
import { readPdf } from "../testing/read-pdf.ts";
import { sampleDanfe } from "../testing/sample-views.ts";
import { renderDanfe } from "./render-danfe.ts";

it("prints the key as bars and in groups of four, and what was sold", async () => {
  const [page] = await readPdf(await renderDanfe(sampleDanfe));
  expect(page?.codes).toContainEqual({ format: "Code128", text: sampleDanfe.accessKey });
  for (const text of [
    "3526 1111 2223 3300",
    "000.001.234",
    "Boné ajustável",
    "11.222.333/0001-81",
    "159,90",
  ]) {
    expect(page?.text).toContain(text);
  }
  expect(page?.text).toContain("SEM VALOR FISCAL");
});

it("prints what the document says of each item's taxes, and no amount without its last digits", async () => {
  const [line] = sampleDanfe.lines;
  if (line === undefined) throw new Error("no line");
  const lines = [
    {
      ...line,
      operation: "6108",
      unit: "KG",
      amount: 123_456_789_012_34,
      taxes: { situation: "0102", icmsBase: 11_990, icms: 1_439, icmsRate: "12.5", ipi: 77 },
    },
  ];
  const [page] = await readPdf(
    await renderDanfe({ ...sampleDanfe, lines, freight: "1", totals: { icms: 98_765_432_109_87 } }),
  );
  for (const text of [
    "6108",
    "0102",
    "KG",
    "14,39",
    "12,50",
    "0,77",
    "123.456.789.012,34",
    "98.765.432.109,87",
    "1 - Por conta do dest.",
  ]) {
    expect(page?.text).toContain(text);
  }
});

it("goes on over further sheets, each with the key and its number", async () => {
  const [line] = sampleDanfe.lines;
  if (line === undefined) throw new Error("no line");
  const lines = Array.from({ length: 60 }, (_, index) => ({ ...line, description: `Produto ${index + 1};` }));
  const pages = await readPdf(await renderDanfe({ ...sampleDanfe, lines }));
  expect(pages).toHaveLength(3);
  const text = pages.map((page) => page.text).join("\n");
  for (const { description } of lines) expect(text).toContain(description);
  for (const [index, page] of pages.entries()) {
    expect(page.text).toContain(`FOLHA ${index + 1}/3`);
    expect(page.codes).toContainEqual({ format: "Code128", text: sampleDanfe.accessKey });
  }
});

it("says across the sheet when it is cancelled", async () => {
  const [page] = await readPdf(await renderDanfe({ ...sampleDanfe, isCancelled: true }));
  expect(page?.text).toContain("CANCELADA");
});
