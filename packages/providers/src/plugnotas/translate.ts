import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { numberAt, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { describeItems, isNcm, toTaxpayer } from "../mappings/invoices/dfe-layout.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

const statuses: Record<string, InvoiceStatus> = {
  CONCLUIDO: "authorized",
  ENCERRADO: "authorized",
  CANCELADO: "cancelled",
  REJEITADO: "rejected",
  DENEGADO: "rejected",
};

/** PlugNotas: Portuguese names, reais. Creation responds with a receipt; the document is read after it. */
export const plugnotasTranslator: Translator = {
  server: "plugnotas",
  invoice: translateInvoice({
    name: "PlugNotas",
    types: ["nfe", "nfse", "cte", "mdfe"],
    issue: (type, input, { operationId }) => ({
      tool: `plugnotas_create_${type}`,
      arguments: { idIntegracao: operationId, ...readRequest(type, input) },
    }),
    afterIssue: (receipt, type) => read(type, requiredText(receipt, "documents.0.id")),
    get: read,
    cancel: (type, id, justificativa) => ({
      tool: type === "nfse" ? "plugnotas_cancel_nfse" : "plugnotas_cancel_nfe",
      arguments: { id, justificativa },
    }),
    read: (document, type) => (type === "nfse" ? readNfse(document) : readDfe(document, type)),
  }),
};

function read(type: InvoiceType, id: string): { tool: string; arguments: JsonObject } {
  return { tool: type === "nfse" ? "plugnotas_get_nfse" : "plugnotas_get_nfe", arguments: { id } };
}

function readRequest(type: InvoiceType, input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  const code = items.find((item) => item.code)?.code;
  switch (type) {
    case "nfse":
      return {
        tomador: readPerson(input),
        servico: [
          omitUndefined({ codigo: code, discriminacao: describeItems(items), valor: { servico: total } }),
        ],
      };
    case "cte":
      return omitUndefined({
        destinatario: readPerson(input),
        valores: {
          valorTotal: total,
          valorReceber: total,
          componentes: items.map((item) => ({ nome: item.description, valor: toReais(lineAmount(item)) })),
        },
        observacao: code,
      });
    case "mdfe":
      return {
        carga: { valor: total },
        produtoPredominante: omitUndefined({ descricao: describeItems(items), ncm: code }),
      };
    default:
      return readGoods(input, total);
  }
}

/** Assumes goods sold inside the state (CFOP 5102) under Simples Nacional (CSOSN 102). */
function readGoods(input: InvoiceInput, total: number): JsonObject {
  return omitUndefined({
    natureza: "Venda de mercadoria",
    consumidorFinal: true,
    destinatario: readPerson(input),
    itens: (input.items ?? []).map((item, index) => ({
      codigo: item.code ?? String(index + 1),
      descricao: item.description,
      ncm: isNcm(item.code) ? item.code : "00",
      cfop: "5102",
      unidade: { comercial: "UN" },
      quantidade: { comercial: item.quantity },
      valorUnitario: { comercial: toReais(item.unit_amount) },
      valor: toReais(lineAmount(item)),
      tributos: { icms: { origem: "0", csosn: "102" } },
    })),
    pagamentos: [{ aVista: true, meio: "99", valor: total }],
    informacoesComplementares: input.payment_id === undefined ? undefined : `Pagamento ${input.payment_id}`,
  });
}

function readPerson({ customer }: InvoiceInput): JsonObject {
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({ cpfCnpj: cpf ?? cnpj, razaoSocial: customer?.name, email: customer?.email });
}

function readDfe(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const key = textAt(document, "chave");
  return {
    ...readCommon(document, textAt(document, "status")),
    type: readDfeKey(key)?.type ?? type,
    access_key: key,
    protocol: textAt(document, "protocolo"),
    amount: minorAt(document, "valor", "BRL"),
  };
}

function readNfse(document: JsonObject): InvoiceOutput {
  return {
    ...readCommon(document, textAt(document, "situacao")),
    type: "nfse",
    access_key: textAt(document, "codigoVerificacao"),
    protocol: textAt(document, "protocolo"),
    amount: minorAt(document, "valorServico", "BRL"),
  };
}

function readCommon(document: JsonObject, situation: string | undefined): Omit<InvoiceOutput, "type"> {
  const status = statuses[situation ?? ""] ?? "processing";
  return {
    invoice_id: textAt(document, "id") ?? "",
    status,
    number: numberAt(document, "numero"),
    series: textAt(document, "serie"),
    issued_at: textAt(document, "emissao"),
    pdf_url: textAt(document, "pdf"),
    xml_url: textAt(document, "xml"),
    rejection:
      status === "rejected"
        ? { code: textAt(document, "cStat") ?? "", message: textAt(document, "mensagem") ?? "Rejeitado" }
        : undefined,
  };
}
