import type { Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { totalAmount } from "@codespar/contract";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { describeItems, isNcm, toTaxpayer } from "../mappings/invoices/dfe-layout.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";

const statuses: Record<string, InvoiceStatus> = {
  Autorizada: "authorized",
  Cancelada: "cancelled",
  Negada: "rejected",
  Denegada: "rejected",
};

/** eNotas: Portuguese names, reais. */
export const enotasTranslator: Translator = {
  server: "enotas",
  invoice: translateInvoice({
    name: "eNotas",
    types: ["nfe", "nfse"],
    issue: (type, input, { operationId }) => ({
      tool: `enotas_create_${type}`,
      arguments: {
        idExterno: operationId,
        ambienteEmissao: "Homologacao",
        cliente: readPerson(input),
        ...(type === "nfse" ? serviceNote(input) : productNote(input)),
      },
    }),
    get: (type, id) => ({ tool: type === "nfse" ? "enotas_get_nfse" : "enotas_get_nfe", arguments: { id } }),
    cancel: (type, id, motivo) => ({
      tool: type === "nfse" ? "enotas_cancel_nfse" : "enotas_cancel_nfe",
      arguments: { id, motivo },
    }),
    read: readNote,
  }),
};

/** Assumes goods sold inside the state (CFOP 5102) under Simples Nacional (CSOSN 102). */
function productNote(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  return omitUndefined({
    naturezaOperacao: "Venda de mercadoria",
    tipoOperacao: "Saida",
    finalidade: "Normal",
    consumidorFinal: true,
    itens: items.map((item, index) => ({
      cfop: "5102",
      codigo: item.code ?? String(index + 1),
      descricao: item.description,
      ncm: isNcm(item.code) ? item.code : "00",
      quantidade: item.quantity,
      unidadeMedida: "UN",
      valorUnitario: toReais(item.unit_amount),
      impostos: { icms: { situacaoTributaria: "102", origem: 0 } },
    })),
    informacoesAdicionais: input.payment_id === undefined ? undefined : `Pagamento ${input.payment_id}`,
  });
}

function serviceNote(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  return {
    tipo: "NFS-e",
    servico: omitUndefined({
      descricao: describeItems(items),
      issRetidoFonte: false,
      codigoServicoMunicipio: items.find((item) => item.code)?.code,
    }),
    valorTotal: toReais(totalAmount(items)),
  };
}

function readPerson({ customer }: InvoiceInput): JsonObject {
  const { cpf, cnpj } = toTaxpayer(customer);
  return omitUndefined({
    tipoPessoa: cpf === undefined ? "J" : "F",
    nome: customer?.name,
    cpfCnpj: cpf ?? cnpj,
    email: customer?.email,
  });
}

function readNote(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const status = statuses[textAt(document, "status") ?? ""] ?? "processing";
  // motivoStatus is "code - text"
  const [code = "", ...message] = (textAt(document, "motivoStatus") ?? "").split(" - ");
  return {
    invoice_id: textAt(document, "id") ?? "",
    type,
    status,
    number: numberAt(document, "numero") ?? numberAt(document, "numeroRps"),
    series: textAt(document, "serie") ?? textAt(document, "serieRps"),
    access_key: textAt(document, "chaveAcesso"),
    protocol: textAt(document, "numeroProtocolo"),
    issued_at: textAt(document, "dataEmissao") ?? textAt(document, "dataCriacao"),
    amount: minorAt(document, "valorTotal", "BRL"),
    pdf_url: textAt(document, "linkDanfe") ?? textAt(document, "linkDownloadPDF"),
    xml_url: textAt(document, "linkDownloadXML"),
    rejection: status === "rejected" ? { code, message: message.join(" - ") } : undefined,
  };
}
