import { renderBoleto } from "../documents/render-boleto.ts";
import { renderCfdi } from "../documents/render-cfdi.ts";
import { renderCorrection } from "../documents/render-correction.ts";
import { renderDacte } from "../documents/render-dacte.ts";
import { renderDamdfe } from "../documents/render-damdfe.ts";
import { renderDanfce } from "../documents/render-danfce.ts";
import { renderDanfe } from "../documents/render-danfe.ts";
import { renderDanfse } from "../documents/render-danfse.ts";
import { renderLabel } from "../documents/render-label.ts";
import { renderPlanInvoice } from "../documents/render-plan-invoice.ts";
import { renderVoucher } from "../documents/render-voucher.ts";
import * as samples from "./sample-views.ts";

/** Fields that providers make themselves and that codes are drawn from; nobody writes into them. */
export const ownFields: ReadonlySet<string> = new Set([
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

/** What a text of a view is printed as; dates are left as they are. */
export type WriteText = (field: string, text: string) => string;

const draw =
  <View>(render: (view: View) => Promise<Uint8Array>, view: View) =>
  (write: WriteText = (_field, text) => text) =>
    render(rewrite(view, write));

/** Every paper that the sandbox prints, from a sample view, each text as it is or as somebody else wrote it. */
export const samplePapers = {
  boleto: draw(renderBoleto, samples.sampleBoleto),
  DANFE: draw(renderDanfe, samples.sampleDanfe),
  "CC-e": draw(renderCorrection, samples.sampleCorrection),
  DACTE: draw(renderDacte, samples.sampleDacte),
  DAMDFE: draw(renderDamdfe, samples.sampleDamdfe),
  DANFSe: draw(renderDanfse, samples.sampleDanfse),
  "DANFE NFC-e": draw(renderDanfce, samples.sampleDanfce),
  CFDI: draw(renderCfdi, samples.sampleCfdi),
  label: draw(renderLabel, samples.sampleLabel),
  voucher: draw(renderVoucher, samples.sampleVoucher),
  "plan invoice": draw(renderPlanInvoice, samples.samplePlanInvoice),
};

function rewrite<View>(view: View, write: WriteText): View {
  const walk = (value: unknown, name: string): unknown => {
    if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : write(name, value);
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, key)]));
    }
    return value;
  };
  // the same shape, with other texts
  return walk(view, "") as View;
}
