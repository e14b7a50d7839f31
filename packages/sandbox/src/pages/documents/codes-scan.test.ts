import { expect, it } from "vitest";
import { readPdf } from "../testing/read-pdf.ts";
import {
  sampleCfdi,
  sampleDacte,
  sampleDamdfe,
  sampleDanfce,
  sampleDanfse,
  sampleLabel,
  samplePlanInvoice,
  sampleVoucher,
} from "../testing/sample-views.ts";
import { renderCfdi } from "./render-cfdi.ts";
import { renderDacte } from "./render-dacte.ts";
import { renderDamdfe } from "./render-damdfe.ts";
import { renderDanfce } from "./render-danfce.ts";
import { renderDanfse } from "./render-danfse.ts";
import { renderLabel } from "./render-label.ts";
import { renderPlanInvoice } from "./render-plan-invoice.ts";
import { renderVoucher } from "./render-voucher.ts";

const code = (format: string, text: string) => ({ format, text });

it.each([
  {
    paper: "DACTE",
    bytes: () => renderDacte(sampleDacte),
    codes: [code("Code128", sampleDacte.accessKey), code("QRCode", sampleDacte.verificationUrl)],
    texts: ["DACTE", "45,90", "Ad valorem", "SEM VALOR FISCAL"],
  },
  {
    paper: "DAMDFE",
    bytes: () => renderDamdfe(sampleDamdfe),
    codes: [code("Code128", sampleDamdfe.accessKey), code("QRCode", sampleDamdfe.verificationUrl)],
    texts: ["DAMDFE", "12.500,00", "Viagem em andamento", "SEM VALOR FISCAL"],
  },
  {
    paper: "DANFSe",
    bytes: () => renderDanfse(sampleDanfse),
    codes: [code("QRCode", sampleDanfse.verificationUrl)],
    texts: [sampleDanfse.accessKey, "Consultoria", "45,90", "SEM VALOR FISCAL"],
  },
  {
    paper: "DANFE NFC-e",
    bytes: () => renderDanfce(sampleDanfce),
    codes: [code("QRCode", sampleDanfce.verificationUrl)],
    texts: ["159,90", "Boné ajustável", "SEM VALOR FISCAL"],
  },
  {
    paper: "CFDI",
    bytes: () => renderCfdi(sampleCfdi),
    codes: [code("QRCode", sampleCfdi.verificationUrl)],
    texts: [
      sampleCfdi.stamp.uuid,
      "348.00",
      "IVA 16 %",
      "616 - Sin obligaciones fiscales",
      "PUE - Pago en una sola exhibición",
      sampleCfdi.stamp.issuerCertificate,
      "SIN VALOR FISCAL",
    ],
  },
  {
    paper: "label",
    bytes: () => renderLabel(sampleLabel),
    codes: [code("Code128", sampleLabel.code), code("DataMatrix", sampleLabel.code)],
    texts: ["SEDEX", "CEP 80010-000", "NÃO POSTAR"],
  },
  {
    paper: "voucher",
    bytes: () => renderVoucher(sampleVoucher),
    codes: [code("Code128", sampleVoucher.reference)],
    texts: ["9300 0123 4567 89", "348.00 MXN", "SANDBOX"],
  },
  {
    paper: "plan invoice",
    bytes: () => renderPlanInvoice(samplePlanInvoice),
    codes: [],
    texts: ["CS-0003", "111.50", "1,250", "NOT AN INVOICE"],
  },
])("a $paper has the codes and texts that it should", async ({ bytes, codes, texts }) => {
  const [page] = await readPdf(await bytes());
  expect(page?.codes).toEqual(expect.arrayContaining(codes));
  for (const text of texts) expect(page?.text).toContain(text);
});

it("a cancelled label says so across itself", async () => {
  const [page] = await readPdf(await renderLabel({ ...sampleLabel, isCancelled: true }));
  expect(page?.text).toContain("CANCELADA");
});
