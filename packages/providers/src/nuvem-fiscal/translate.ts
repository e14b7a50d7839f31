import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { numberAt, textAt } from "../json/native-json.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { cteLayout, dpsLayout, mdfeLayout, nfeLayout } from "../mappings/invoices/dfe-layout.ts";
import { eventRejected } from "../mappings/invoices/event-rejected.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

const types = ["nfe", "nfce", "nfse", "cte", "mdfe"] as const;

const statuses: Record<string, InvoiceStatus> = {
  pendente: "processing",
  processando: "processing",
  autorizado: "authorized",
  autorizada: "authorized",
  encerrado: "authorized",
  cancelado: "cancelled",
  cancelada: "cancelled",
  // another document took its place
  substituida: "cancelled",
  rejeitado: "rejected",
  denegado: "rejected",
  negada: "rejected",
  erro: "rejected",
};

const readTools: Partial<Record<InvoiceType, string>> = {
  nfse: "nuvem_fiscal_get_nfse",
  cte: "nuvem_fiscal_get_cte",
  mdfe: "nuvem_fiscal_get_mdfe",
};

/** Nuvem Fiscal: XML names, reais. Its ids begin with the model, so they show the type. */
export const nuvemFiscalTranslator: Translator = {
  server: "nuvem-fiscal",
  invoice: translateInvoice({
    name: "Nuvem Fiscal",
    types,
    issue: (type, input, { now, operationId }) => ({
      tool: `nuvem_fiscal_create_${type}`,
      arguments: { ambiente: "homologacao", referencia: operationId, ...layout(type, input, now) },
    }),
    get: (type, id) => ({ tool: readTools[type] ?? "nuvem_fiscal_get_nfe", arguments: { id } }),
    getType: (id) => types.find((type) => id.startsWith(`${type}_`)),
    cancel: (type, id, reason) =>
      type === "nfse"
        ? { tool: "nuvem_fiscal_cancel_nfse", arguments: { id, codigo: "1", motivo: reason } }
        : { tool: "nuvem_fiscal_cancel_nfe", arguments: { id, justificativa: reason } },
    correct: (type, id, text) =>
      type === "nfse"
        ? undefined
        : { tool: "nuvem_fiscal_create_correction_letter", arguments: { id, correcao: text } },
    read: (document, type) => (type === "nfse" ? readNfse(document) : readDfe(document, type)),
    checkEvent,
  }),
};

/** The event comes with 200 whether the authority registers it or not. */
function checkEvent(event: JsonObject): void {
  const status = textAt(event, "status");
  if (status !== "rejeitado" && status !== "erro") return;
  throw eventRejected(
    textAt(event, "motivo_status") ?? textAt(event, "mensagens.0.descricao"),
    textAt(event, "codigo_status") ?? textAt(event, "mensagens.0.codigo"),
  );
}

function layout(type: InvoiceType, input: InvoiceInput, now: number): JsonObject {
  switch (type) {
    case "nfse":
      return { infDPS: dpsLayout(input, now) };
    case "cte":
      return { infCte: cteLayout(input, now) };
    case "mdfe":
      return { infMDFe: mdfeLayout(input, now) };
    default:
      return { infNFe: nfeLayout(input, type === "nfce" ? 65 : 55, now) };
  }
}

function readDfe(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const status = statuses[textAt(document, "status") ?? ""] ?? "processing";
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: readDfeKey(textAt(document, "chave"))?.type ?? type,
    status,
    number: numberAt(document, "numero"),
    series: textAt(document, "serie"),
    access_key: textAt(document, "chave"),
    protocol: textAt(document, "autorizacao.numero_protocolo"),
    issued_at: textAt(document, "data_emissao"),
    amount: minorAt(document, "valor_total", "BRL"),
    pdf_url: textAt(document, "url_pdf"),
    xml_url: textAt(document, "url_xml"),
    rejection:
      status === "rejected"
        ? {
            code: textAt(document, "autorizacao.codigo_status") ?? "",
            message: textAt(document, "autorizacao.motivo_status") ?? "Rejeitado",
          }
        : undefined,
  };
}

function readNfse(document: JsonObject): InvoiceOutput {
  const status = statuses[textAt(document, "status") ?? ""] ?? "processing";
  return {
    invoice_id: textAt(document, "id") ?? "",
    type: "nfse",
    status,
    number: numberAt(document, "numero") ?? numberAt(document, "DPS.nDPS"),
    series: textAt(document, "DPS.serie"),
    access_key: textAt(document, "codigo_verificacao"),
    protocol: textAt(document, "protocolo"),
    issued_at: textAt(document, "data_emissao"),
    amount: minorAt(document, "valor_servicos", "BRL"),
    pdf_url: textAt(document, "link_url"),
    xml_url: textAt(document, "url_xml"),
    rejection:
      status === "rejected"
        ? {
            code: textAt(document, "mensagens.0.codigo") ?? "",
            message: textAt(document, "mensagens.0.descricao") ?? "Negada",
          }
        : undefined,
  };
}
