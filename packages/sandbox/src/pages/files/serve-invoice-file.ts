import type { CfdiDocument, FiscalDocument } from "@codespar/providers/simulated";
import type { InvoicePage } from "@codespar/sandbox-core";
import {
  cfdiView,
  dacteView,
  damdfeView,
  danfceView,
  danfeView,
  danfseView,
} from "../views/invoice-papers.ts";
import { cfdiXml } from "../xml/cfdi-xml.ts";
import { dfeXml, eventXml } from "../xml/dfe-xml.ts";
import { fileResponse, PDF, TEXT, XML } from "./response.ts";

/** A tax document's print, its XML or that of an event on it. */
export async function serveInvoiceFile(page: InvoicePage): Promise<Response | undefined> {
  const { document, file } = page;
  switch (document.family) {
    case "sped":
      return file === `sped-${document.period}.txt`
        ? fileResponse(`${document.lines.join("\r\n")}\r\n`, TEXT, file)
        : undefined;
    case "mexico":
      return serveCfdi(page, document);
    case "brazil":
      return serveDfe(page, document);
    default:
      return document satisfies never;
  }
}

async function serveCfdi(page: InvoicePage, document: CfdiDocument): Promise<Response | undefined> {
  const { UUID } = document.stamp;
  if (page.file === `${UUID}.xml`) return fileResponse(cfdiXml(document, page.merchant), XML, page.file);
  if (page.file !== `${UUID}.pdf`) return undefined;
  const { renderCfdi } = await import("../documents/render-cfdi.ts");
  return fileResponse(await renderCfdi(cfdiView(document, page)), PDF, page.file);
}

async function serveDfe(page: InvoicePage, document: FiscalDocument): Promise<Response | undefined> {
  const { accessKey, cancellation, corrections } = document;
  const { file, merchant } = page;
  const correction = corrections.at(-1);
  switch (file) {
    case `${accessKey}.xml`:
      return fileResponse(await dfeXml(document, merchant), XML, file);
    case `${accessKey}.pdf`:
      return fileResponse(await renderDfe(page, document), PDF, file);
    case `${accessKey}-can.xml`:
      return (
        cancellation && fileResponse(await eventXml(document, cancellation, "110111", merchant), XML, file)
      );
    case `${accessKey}-cce.xml`:
      return correction && fileResponse(await eventXml(document, correction, "110110", merchant), XML, file);
    case `${accessKey}-cce.pdf`: {
      if (correction === undefined) return undefined;
      const { renderCorrection } = await import("../documents/render-correction.ts");
      const view = { ...danfeView(document, page), correction };
      return fileResponse(await renderCorrection(view), PDF, file);
    }
    default:
      return undefined;
  }
}

async function renderDfe(page: InvoicePage, document: FiscalDocument): Promise<Uint8Array> {
  switch (document.kind) {
    case "nfe": {
      const { renderDanfe } = await import("../documents/render-danfe.ts");
      return renderDanfe(danfeView(document, page));
    }
    case "nfce": {
      const { renderDanfce } = await import("../documents/render-danfce.ts");
      return renderDanfce(danfceView(document, page));
    }
    case "cte": {
      const { renderDacte } = await import("../documents/render-dacte.ts");
      return renderDacte(dacteView(document, page));
    }
    case "mdfe": {
      const { renderDamdfe } = await import("../documents/render-damdfe.ts");
      return renderDamdfe(damdfeView(document, page));
    }
    case "nfse": {
      const { renderDanfse } = await import("../documents/render-danfse.ts");
      return renderDanfse(danfseView(document, page));
    }
    default:
      return document.kind satisfies never;
  }
}
