import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { numberAt, textAt } from "../json/native-json.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { dpsLayout } from "../mappings/invoices/dps-layout.ts";
import { eventRejected } from "../mappings/invoices/event-rejected.ts";
import { cteLayout, mdfeLayout, refuseLiveFreight } from "../mappings/invoices/freight-layout.ts";
import { type GoodsRules, goodsDocument } from "../mappings/invoices/goods-document.ts";
import { minorAt } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";
import { nextNumber } from "../mappings/invoices/next-number.ts";
import { nfeLayout } from "../mappings/invoices/nfe-layout.ts";
import { serviceDocument } from "../mappings/invoices/service-document.ts";

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

/** Nuvem Fiscal: XML names, reais. Its ids begin with the model, so they show the type. */
export const nuvemFiscalTranslator: Translator = {
  server: "nuvem-fiscal",
  invoice: translateInvoice({
    name: "Nuvem Fiscal",
    types,
    issue: async (type, input, context, native) => ({
      tool: `nuvem_fiscal_create_${type}`,
      arguments: {
        ambiente: context.environment === "live" ? "producao" : "homologacao",
        referencia: context.operationId,
        ...(await layout(type, input, context, native)),
      },
    }),
    get: (type, id) => ({ tool: `nuvem_fiscal_get_${type}`, arguments: { id } }),
    getType: (id) => types.find((type) => id.startsWith(`${type}_`)),
    cancel: (type, id, reason) =>
      type === "nfse"
        ? { tool: "nuvem_fiscal_cancel_nfse", arguments: { id, codigo: "1", motivo: reason } }
        : { tool: `nuvem_fiscal_cancel_${type}`, arguments: { id, justificativa: reason } },
    correct: (type, id, text) =>
      type === "nfe"
        ? { tool: "nuvem_fiscal_create_correction_letter", arguments: { id, correcao: text } }
        : undefined,
    read: (document, type) => (type === "nfse" ? readNfse(document) : readDfe(document, type)),
    checkEvent,
    cancelsLater: (event) => textAt(event, "status") === "pendente",
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

const rules: GoodsRules = {
  provider: "Nuvem Fiscal",
  needsCityCode: true,
  takesConsumptionTax: true,
  async lookUp(cep, native) {
    const entry = await native.read("nuvem_fiscal_get_cep", { cep });
    return {
      street: textAt(entry, "logradouro"),
      district: textAt(entry, "bairro"),
      city: textAt(entry, "municipio"),
      cityCode: textAt(entry, "codigo_ibge"),
      state: textAt(entry, "uf"),
    };
  },
};

async function layout(
  type: InvoiceType,
  input: InvoiceInput,
  context: TranslationContext,
  native: NativeCalls,
): Promise<JsonObject> {
  const { now } = context;
  const isLive = context.environment === "live";
  switch (type) {
    case "nfse": {
      // neither IBS and CBS nor a series stand in its DPS (specification 2.58)
      const taken = { ...rules, takesConsumptionTax: false, takesNbs: true, takesSeries: false };
      const document = await serviceDocument(input, native, context, taken);
      return { infDPS: dpsLayout(document, { now, isLive }) };
    }
    case "cte":
      refuseLiveFreight(type, context, "nuvem_fiscal_create_cte");
      return { infCte: await cteLayout(input, context) };
    case "mdfe":
      refuseLiveFreight(type, context, "nuvem_fiscal_create_mdfe");
      return { infMDFe: await mdfeLayout(input, context) };
    default: {
      const goods = type === "nfce" ? "nfce" : "nfe";
      const document = await goodsDocument(goods, input, native, context, rules);
      // nNF is compulsory (specification 2.58)
      const number = await nextNumber(document, context);
      return { infNFe: nfeLayout(document, { now, isLive, number }) };
    }
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
