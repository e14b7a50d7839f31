import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { numberAt, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import type { DfeReceiver } from "../mappings/invoices/dfe-receiver.ts";
import {
  type GoodsDocument,
  type GoodsLine,
  type GoodsRules,
  goodsDocument,
} from "../mappings/invoices/goods-document.ts";
import type { RevenueLine } from "../mappings/invoices/goods-taxes.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { type InvoiceCall, translateInvoice } from "../mappings/invoices/invoice-mapping.ts";
import { type ServiceDocument, serviceDocument } from "../mappings/invoices/service-document.ts";

const statuses: Record<string, InvoiceStatus> = {
  Autorizada: "authorized",
  AutorizadaAguardandoGeracaoPDF: "authorized",
  // until it is cancelled it counts
  SolicitandoCancelamento: "authorized",
  CancelamentoSolicitado: "authorized",
  EmProcessoDeCancelamento: "authorized",
  CancelamentoNegado: "authorized",
  Cancelada: "cancelled",
  CanceladaAguardandoAtualizacaoPDF: "cancelled",
  Negada: "rejected",
  Denegada: "rejected",
};

/** eNotas: Portuguese names, reais. */
export const enotasTranslator: Translator = {
  server: "enotas",
  invoice: translateInvoice({
    name: "eNotas",
    types: ["nfe", "nfse"],
    issue: async (type, input, context, native) => ({
      tool: `enotas_create_${type}`,
      arguments: {
        [type === "nfse" ? "idExterno" : "id"]: context.operationId,
        ambienteEmissao: context.environment === "live" ? "Producao" : "Homologacao",
        ...(await toRequest(type, input, context, native)),
      },
    }),
    // the response is an id alone
    afterIssue: (receipt, type) => read(type, requiredText(receipt, "nfeId")),
    cancelsLater: () => true,
    get: read,
    // no call of its clients takes a reason
    cancel: (type, id) => ({
      tool: type === "nfse" ? "enotas_cancel_nfse" : "enotas_cancel_nfe",
      arguments: { id },
    }),
    read: readNote,
  }),
};

function read(type: InvoiceType, id: string): InvoiceCall {
  return { tool: type === "nfse" ? "enotas_get_nfse" : "enotas_get_nfe", arguments: { id } };
}

const rules: GoodsRules = { provider: "eNotas", needsCityCode: false, takesConsumptionTax: false };

async function toRequest(
  type: InvoiceType,
  input: InvoiceInput,
  context: TranslationContext,
  native: NativeCalls,
): Promise<JsonObject> {
  if (type === "nfse") {
    const taken = { ...rules, takesNbs: false, takesSeries: false };
    return serviceNote(await serviceDocument(input, native, context, taken));
  }
  return productNote(await goodsDocument("nfe", input, native, context, rules));
}

/** As its client's example has it (eNotasGW/php-client-v2); the taxes' amounts are named by a community's client. */
function productNote(document: GoodsDocument): JsonObject {
  const { receiver, note } = document;
  return omitUndefined({
    cliente: receiver && toPerson(receiver),
    serie: String(document.series),
    naturezaOperacao: document.operation,
    tipoOperacao: "Saida",
    finalidade: "Normal",
    consumidorFinal: receiver?.stateTaxId === undefined,
    indicadorPresencaConsumidor: "OperacaoPelaInternet",
    itens: document.lines.map(toItem),
    informacoesAdicionais: note,
  });
}

function toItem(line: GoodsLine): JsonObject {
  const { icms, pis, cofins } = line;
  return omitUndefined({
    cfop: line.cfop,
    codigo: line.code,
    descricao: line.description,
    ncm: line.ncm,
    cest: line.cest,
    quantidade: line.quantity,
    unidadeMedida: line.unit,
    valorUnitario: toReais(line.unitAmount),
    impostos: {
      icms: omitUndefined({
        situacaoTributaria: icms.cst,
        origem: Number(icms.origin),
        baseCalculo: icms.taxed && toReais(icms.taxed.base),
        percentualReducaoBaseCalculo: icms.taxed?.baseReduction,
        aliquota: icms.taxed?.rate,
        valor: icms.taxed && toReais(icms.taxed.amount),
        aliquotaCreditoSimplesNacional: icms.credit?.rate,
        valorCreditoSimplesNacional: icms.credit && toReais(icms.credit.amount),
      }),
      pis: toRevenueTax(pis),
      cofins: toRevenueTax(cofins),
    },
  });
}

function toRevenueTax({ cst, taxed }: RevenueLine): JsonObject {
  return omitUndefined({
    situacaoTributaria: cst,
    baseCalculo: taxed && toReais(taxed.base),
    aliquota: taxed?.rate,
    valor: taxed && toReais(taxed.amount),
  });
}

function serviceNote({ issuer, receiver, rule, description, total, iss }: ServiceDocument): JsonObject {
  return omitUndefined({
    tipo: "NFS-e",
    cliente: receiver && toPerson(receiver),
    servico: omitUndefined({
      descricao: description,
      aliquotaIss: iss?.rate,
      issRetidoFonte: rule.iss_withheld ?? false,
      codigoServicoMunicipio: rule.city_service_code,
      // item and subitem of LC 116/2003
      itemListaServicoLC116: `${Number(rule.service_code.slice(0, 2))}.${rule.service_code.slice(2, 4)}`,
      cnae: rule.cnae,
      ufPrestacaoServico: issuer.address.state,
      municipioPrestacaoServico: issuer.address.city,
    }),
    valorTotal: toReais(total),
  });
}

function toPerson({ cpf, cnpj, name, email, phone, stateTaxId, address }: DfeReceiver): JsonObject {
  return omitUndefined({
    tipoPessoa: cpf === undefined ? "J" : "F",
    nome: name,
    cpfCnpj: cpf ?? cnpj,
    inscricaoEstadual: stateTaxId,
    email,
    telefone: phone,
    endereco:
      address &&
      omitUndefined({
        uf: address.state,
        cidade: address.city,
        logradouro: address.street,
        numero: address.number,
        complemento: address.complement,
        bairro: address.district,
        cep: address.postalCode,
      }),
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
    access_key: textAt(document, "chaveAcesso") ?? textAt(document, "codigoVerificacao"),
    protocol: textAt(document, "numeroProtocolo"),
    issued_at: textAt(document, "dataEmissao") ?? textAt(document, "dataCriacao"),
    amount: minorAt(document, "valorTotal", "BRL"),
    pdf_url: textAt(document, "linkDanfe") ?? textAt(document, "linkDownloadPDF"),
    xml_url: textAt(document, "linkDownloadXML"),
    rejection: status === "rejected" ? { code, message: message.join(" - ") } : undefined,
  };
}
