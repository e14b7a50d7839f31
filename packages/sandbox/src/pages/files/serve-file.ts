import type { InvoicePage, PaymentPage, SandboxPage, ShipmentPage } from "@codespar/sandbox-core";
import { boletoView, voucherView } from "../views/payment-papers.ts";
import { planInvoiceView } from "../views/plan-invoice-view.ts";
import { labelView } from "../views/shipment-papers.ts";
import { fileResponse, PDF } from "./response.ts";
import { serveInvoiceFile } from "./serve-invoice-file.ts";

/** The file of a document that an address asks for; undefined when the document has none of that name. */
export async function serveFile(page: SandboxPage): Promise<Response | undefined> {
  switch (page.kind) {
    case "payment":
      return servePaymentFile(page);
    case "invoice":
      return serveInvoiceFile(page satisfies InvoicePage);
    case "shipment":
      return serveShipmentFile(page);
    case "plan_invoice": {
      if (page.file !== "invoice.pdf") return undefined;
      const { renderPlanInvoice } = await import("../documents/render-plan-invoice.ts");
      return fileResponse(await renderPlanInvoice(planInvoiceView(page)), PDF, `${page.invoice.number}.pdf`);
    }
    case "checkout":
      return undefined;
    default:
      return page satisfies never;
  }
}

async function servePaymentFile(page: PaymentPage): Promise<Response | undefined> {
  const { charge, pixCode, file, getUrl } = page;
  // what a wallet's code opens is the page on which it is paid
  const code = pixCode === "" && charge.method === "wallet" ? getUrl("") : pixCode;
  switch (file) {
    case "boleto.pdf": {
      const view = boletoView(page);
      if (view === undefined) return undefined;
      const { renderBoleto } = await import("../documents/render-boleto.ts");
      return fileResponse(await renderBoleto(view), PDF, `boleto-${charge.id}.pdf`);
    }
    case "voucher.pdf": {
      const view = voucherView(page);
      if (view === undefined) return undefined;
      const { renderVoucher } = await import("../documents/render-voucher.ts");
      return fileResponse(await renderVoucher(view), PDF, `${charge.id}.pdf`);
    }
    case "qr.png": {
      if (code === "") return undefined;
      const { drawQrPng } = await import("./draw-picture.ts");
      return fileResponse(await drawQrPng(code), "image/png", file);
    }
    case "qr.svg": {
      if (code === "") return undefined;
      const { drawQrSvg } = await import("./draw-picture.ts");
      return fileResponse(await drawQrSvg(code), "image/svg+xml", file);
    }
    case "barcode.png": {
      if (charge.oxxo === undefined) return undefined;
      const { drawBarsPng } = await import("./draw-picture.ts");
      return fileResponse(await drawBarsPng(charge.oxxo.reference), "image/png", file);
    }
    default:
      return undefined;
  }
}

async function serveShipmentFile(page: ShipmentPage): Promise<Response | undefined> {
  if (page.file !== "label.pdf") return undefined;
  const { renderLabel } = await import("../documents/render-label.ts");
  return fileResponse(await renderLabel(labelView(page)), PDF, `${page.shipment.id}.pdf`);
}
