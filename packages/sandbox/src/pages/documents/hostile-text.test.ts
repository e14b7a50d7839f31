import { describe, expect, it } from "vitest";
import { readPdf } from "../testing/read-pdf.ts";
import { ownFields, samplePapers } from "../testing/sample-papers.ts";
import { sampleVoucher } from "../testing/sample-views.ts";
import { renderVoucher } from "./render-voucher.ts";

const hostile = {
  markup: "<script>alert(1)</script>",
  "right to left": "مرحبا \u202ebackwards\u202c שלום",
  emoji: "👩🏽‍🚀🇧🇷 ok 😀",
  "line breaks": "one\r\ntwo\u2028three\u0000four\u001b[31m",
  "ten thousand characters": "ação ".repeat(2000),
  "a long word": "W".repeat(10_000),
  nothing: "",
  "half a pair": "\ud83d lone",
} as const;

describe.each(Object.entries(samplePapers))("%s", (_name, render) => {
  it.each(Object.entries(hostile))("prints %s", async (_kind, text) => {
    const [page] = await readPdf(await render((name, value) => (ownFields.has(name) ? value : text)), 1);
    expect(page?.text).toContain("SANDBOX");
    expect(page?.text).not.toMatch(/NaN|undefined|\[object/);
  });
});

it("shows what the fonts lack as question marks and what they have as it is", async () => {
  const [page] = await readPdf(
    await renderVoucher({ ...sampleVoucher, description: "Açaí “à moda” 😀 <b>€ 5</b> Łódź" }),
  );
  expect(page?.text).toContain("Açaí “à moda” ? <b>€ 5</b> ?ódz");
});
