import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { formatOffsetTimestamp, SAO_PAULO } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { describeItems, isNcm, toTaxpayer } from "../mappings/invoices/dfe-layout.ts";
import { eventRejected } from "../mappings/invoices/event-rejected.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

const types = ["nfe", "nfce", "nfse", "cte", "mdfe"] as const;

const statuses: Record<string, InvoiceStatus> = {
  processando_autorizacao: "processing",
  autorizado: "authorized",
  encerrado: "authorized",
  cancelado: "cancelled",
  // what could not be cancelled stands
  erro_cancelamento: "authorized",
  erro_autorizacao: "rejected",
  denegado: "rejected",
};

/** Focus NFe: flat names, reais. Its `ref` is ours to choose, so it begins with the type. */
export const focusNfeTranslator: Translator = {
  server: "focus-nfe",
  invoice: translateInvoice({
    name: "Focus NFe",
    types,
    issue: (type, input, { operationId, now }) => ({
      tool: `focus_nfe_create_${type}`,
      arguments: {
        ref: `${type}-${operationId}`,
        data_emissao: formatOffsetTimestamp(now, SAO_PAULO),
        ...readRequest(type, input),
      },
    }),
    get: (type, ref) => ({
      tool: type === "nfse" ? "focus_nfe_get_nfse" : "focus_nfe_get_nfe",
      arguments: { ref, completa: 1 },
    }),
    getType: (ref) => types.find((type) => ref.startsWith(`${type}-`)),
    cancel: (type, ref, justificativa) => ({
      tool: type === "nfse" ? "focus_nfe_cancel_nfse" : "focus_nfe_cancel_nfe",
      arguments: { ref, justificativa },
    }),
    correct: (type, ref, correcao) =>
      type === "nfse"
        ? undefined
        : { tool: "focus_nfe_create_correction_letter", arguments: { ref, correcao } },
    read: (document, type) => (type === "nfse" ? readNfse(document) : readDfe(document, type)),
    checkEvent,
  }),
};

/** The cancellation is synchronous, and a refused one is no HTTP error. */
function checkEvent(event: JsonObject): void {
  if (textAt(event, "status") !== "erro_cancelamento") return;
  throw eventRejected(textAt(event, "mensagem_sefaz"), textAt(event, "status_sefaz"));
}

function readRequest(type: InvoiceType, input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  const code = items.find((item) => item.code)?.code;
  switch (type) {
    case "nfse":
      return {
        tomador: readPerson(input),
        servico: omitUndefined({
          discriminacao: describeItems(items),
          valor_servicos: total,
          iss_retido: false,
          item_lista_servico: code,
        }),
      };
    case "cte":
      return omitUndefined({
        ...getReceiver(input),
        modal: "01",
        valor_total: total,
        valor_receber: total,
        componentes_valor: items.map((item) => ({
          nome: item.description,
          valor: toReais(lineAmount(item)),
        })),
        observacoes: code,
      });
    case "mdfe":
      return omitUndefined({
        emitente_tipo: 2,
        valor_total_carga: total,
        produto_predominante_descricao: describeItems(items),
        produto_predominante_ncm: code,
      });
    default:
      return { ...readGoods(input), ...(type === "nfce" ? { presenca_comprador: 1 } : {}) };
  }
}

/** Assumes goods sold inside the state (CFOP 5102) under Simples Nacional (CSOSN 102), as `nfeLayout` does. */
function readGoods(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  return omitUndefined({
    natureza_operacao: "Venda de mercadoria",
    tipo_documento: 1,
    finalidade_emissao: 1,
    ...getReceiver(input),
    items: items.map((item, index) => ({
      numero_item: index + 1,
      codigo_produto: item.code ?? String(index + 1),
      descricao: item.description,
      codigo_ncm: isNcm(item.code) ? item.code : "00",
      cfop: "5102",
      unidade_comercial: "UN",
      quantidade_comercial: item.quantity,
      valor_unitario_comercial: toReais(item.unit_amount),
      valor_bruto: toReais(lineAmount(item)),
      icms_origem: 0,
      icms_situacao_tributaria: "102",
    })),
    valor_produtos: total,
    valor_total: total,
    formas_pagamento: [{ forma_pagamento: "99", valor_pagamento: total }],
    informacoes_adicionais_contribuinte:
      input.payment_id === undefined ? undefined : `Pagamento ${input.payment_id}`,
  });
}

function getReceiver({ customer }: InvoiceInput): JsonObject {
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({
    nome_destinatario: customer?.name,
    cpf_destinatario: cpf,
    cnpj_destinatario: cnpj,
    email_destinatario: customer?.email,
  });
}

function readPerson({ customer }: InvoiceInput): JsonObject {
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({ cpf, cnpj, razao_social: customer?.name, email: customer?.email });
}

function readDfe(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const status = toStatus(document);
  // the key comes with the prefix of its XML Id
  const key = (textAt(document, "chave_nfe") ?? textAt(document, "chave"))?.replace(/^(NFe|CTe|MDFe)/, "");
  return {
    invoice_id: textAt(document, "ref") ?? "",
    type: readDfeKey(key)?.type ?? type,
    status,
    number: numberAt(document, "numero"),
    series: textAt(document, "serie"),
    access_key: key,
    protocol: textAt(document, "protocolo.protocolo"),
    issued_at: textAt(document, "requisicao.data_emissao"),
    amount: minorAt(document, "requisicao.valor_total", "BRL"),
    pdf_url:
      textAt(document, "caminho_danfe") ??
      textAt(document, "caminho_dacte") ??
      textAt(document, "caminho_damdfe"),
    xml_url: textAt(document, "caminho_xml_nota_fiscal") ?? textAt(document, "caminho_xml"),
    rejection:
      status === "rejected"
        ? {
            code: textAt(document, "status_sefaz") ?? "",
            message: textAt(document, "mensagem_sefaz") ?? "Erro de autorização",
          }
        : undefined,
  };
}

function readNfse(document: JsonObject): InvoiceOutput {
  const status = toStatus(document);
  return {
    invoice_id: textAt(document, "ref") ?? "",
    type: "nfse",
    status,
    number: numberAt(document, "numero") ?? numberAt(document, "numero_rps"),
    series: textAt(document, "serie_rps"),
    access_key: textAt(document, "codigo_verificacao"),
    protocol: textAt(document, "protocolo"),
    issued_at: textAt(document, "data_emissao"),
    amount: minorAt(document, "valor_servicos", "BRL"),
    pdf_url: textAt(document, "url_danfse") ?? textAt(document, "url"),
    xml_url: textAt(document, "caminho_xml_nota_fiscal"),
    rejection:
      status === "rejected"
        ? {
            code: textAt(document, "erros.0.codigo") ?? "",
            message: textAt(document, "erros.0.mensagem") ?? "Erro de autorização",
          }
        : undefined,
  };
}

function toStatus(document: JsonObject): InvoiceStatus {
  return statuses[textAt(document, "status") ?? ""] ?? "processing";
}
