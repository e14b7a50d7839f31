import { expect, it } from "vitest";
import { readPdf } from "../testing/read-pdf.ts";
import { sampleBoleto } from "../testing/sample-views.ts";
import { renderBoleto } from "./render-boleto.ts";

it("prints a boleto whose bars and Pix code a scanner reads", async () => {
  const [page] = await readPdf(await renderBoleto(sampleBoleto));
  expect(page?.codes).toEqual(
    expect.arrayContaining([
      { format: "ITF", text: sampleBoleto.barcode },
      { format: "QRCode", text: sampleBoleto.pixCode },
    ]),
  );
  expect(page?.text).toContain(sampleBoleto.line);
  expect(page?.text).toContain("R$ 159,90");
  expect(page?.text).toContain("10/12/2026");
  expect(page?.text).toContain("SEM VALOR FISCAL");
});
