import { describe, expect, it } from "vitest";
import { readPdf } from "../testing/read-pdf.ts";
import * as samples from "../testing/sample-views.ts";
import { renderBoleto } from "./render-boleto.ts";
import { renderCfdi } from "./render-cfdi.ts";
import { renderDacte } from "./render-dacte.ts";
import { renderDamdfe } from "./render-damdfe.ts";
import { renderDanfce } from "./render-danfce.ts";
import { renderDanfe } from "./render-danfe.ts";
import { renderDanfse } from "./render-danfse.ts";
import { renderLabel } from "./render-label.ts";
import { renderPlanInvoice } from "./render-plan-invoice.ts";
import { renderVoucher } from "./render-voucher.ts";

/** Fields that providers make themselves and that codes are drawn from; nobody writes into them. */
const ownFields = new Set([
  "accessKey",
  "barcode",
  "line",
  "reference",
  "code",
  "language",
  "kind",
  "pixCode",
  "verificationUrl",
  "currency",
  "timeZone",
]);

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

/** The same view with a text in the place of every text that somebody outside writes. */
function poison<View>(view: View, text: string): View {
  const walk = (value: unknown, name: string): unknown => {
    if (typeof value === "string")
      return ownFields.has(name) || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : text;
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, key)]));
    }
    return value;
  };
  // the same shape, with other texts
  return walk(view, "") as View;
}

const papers: Record<string, (text: string) => Promise<Uint8Array>> = {
  boleto: (text) => renderBoleto(poison(samples.sampleBoleto, text)),
  DANFE: (text) => renderDanfe(poison(samples.sampleDanfe, text)),
  DACTE: (text) => renderDacte(poison(samples.sampleDacte, text)),
  DAMDFE: (text) => renderDamdfe(poison(samples.sampleDamdfe, text)),
  DANFSe: (text) => renderDanfse(poison(samples.sampleDanfse, text)),
  "DANFE NFC-e": (text) => renderDanfce(poison(samples.sampleDanfce, text)),
  CFDI: (text) => renderCfdi(poison(samples.sampleCfdi, text)),
  label: (text) => renderLabel(poison(samples.sampleLabel, text)),
  voucher: (text) => renderVoucher(poison(samples.sampleVoucher, text)),
  "plan invoice": (text) => renderPlanInvoice(poison(samples.samplePlanInvoice, text)),
};

describe.each(Object.entries(papers))("%s", (_name, render) => {
  it.each(Object.entries(hostile))("prints %s", async (_kind, text) => {
    const [page] = await readPdf(await render(text), 1);
    expect(page?.text).toContain("SANDBOX");
  });
});

it("shows what the fonts lack as question marks and what they have as it is", async () => {
  const [page] = await readPdf(
    await renderVoucher({ ...samples.sampleVoucher, description: "Açaí “à moda” 😀 <b>€ 5</b> Łódź" }),
  );
  expect(page?.text).toContain("Açaí “à moda” ? <b>€ 5</b> ?ódz");
});
