import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type { InvoiceInput, InvoiceOutput, InvoiceStatus, InvoiceType, JsonObject } from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { bareText } from "@codespar/formats";
import { numberAt, requiredText, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { type DfeReceiver, toTaxpayer } from "../mappings/invoices/dfe-receiver.ts";
import { describeItems, refuseLiveFreight } from "../mappings/invoices/freight-layout.ts";
import {
  type GoodsDocument,
  type GoodsLine,
  type GoodsRules,
  goodsDocument,
} from "../mappings/invoices/goods-document.ts";
import type { RevenueLine } from "../mappings/invoices/goods-taxes.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";
import { latinText } from "../mappings/invoices/latin-text.ts";
import { type ServiceDocument, serviceDocument } from "../mappings/invoices/service-document.ts";

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
    // the host decides between production and sandbox, so the document does not say it
    issue: async (type, input, context, native) => ({
      tool: `plugnotas_create_${type}`,
      arguments: {
        idIntegracao: context.operationId,
        ...(await toRequest(type, input, context, native)),
      },
    }),
    afterIssue: (receipt, type) => read(type, requiredText(receipt, "documents.0.id")),
    cancelsLater: () => true,
    get: read,
    cancel: (type, id, reason) =>
      type === "nfse"
        ? { tool: "plugnotas_cancel_nfse", arguments: { id, motivo: reason } }
        : { tool: "plugnotas_cancel_nfe", arguments: { id, justificativa: reason } },
    read: (document, type) => (type === "nfse" ? readNfse(document) : readDfe(document, type)),
  }),
};

function read(type: InvoiceType, id: string): { tool: string; arguments: JsonObject } {
  return { tool: type === "nfse" ? "plugnotas_get_nfse" : "plugnotas_get_nfe", arguments: { id } };
}

const rules: GoodsRules = { provider: "PlugNotas", needsCityCode: true, takesConsumptionTax: false };

async function toRequest(
  type: InvoiceType,
  input: InvoiceInput,
  context: TranslationContext,
  native: NativeCalls,
): Promise<JsonObject> {
  switch (type) {
    case "nfse": {
      const taken = { ...rules, takesNbs: false, takesSeries: false };
      return toService(await serviceDocument(input, native, context, taken));
    }
    case "cte":
      refuseLiveFreight(type, context, "plugnotas_create_cte");
      return toFreight(input);
    case "mdfe":
      refuseLiveFreight(type, context, "plugnotas_create_mdfe");
      return toManifest(input);
    default:
      return toGoods(await goodsDocument("nfe", input, native, context, rules));
  }
}

function toFreight(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  const names = items.map((item, index) => latinText(item.description, 2000, `items.${index}.description`));
  const { cpf, cnpj } = toTaxpayer(input.customer);
  return omitUndefined({
    destinatario: omitUndefined({
      cpfCnpj: cpf ?? cnpj,
      razaoSocial: input.customer?.name,
      email: input.customer?.email,
    }),
    valores: {
      valorTotal: total,
      valorReceber: total,
      componentes: items.map((item, index) => ({
        nome: latinText(names[index] ?? item.description, 15, `items.${index}.description`),
        valor: toReais(lineAmount(item)),
      })),
    },
    // what the components were called in full, and their codes
    observacao: [names.join("; "), ...items.flatMap(({ code }) => (code === undefined ? [] : [code]))].join(
      " | ",
    ),
  });
}

function toManifest({ items = [] }: InvoiceInput): JsonObject {
  return {
    carga: { valor: toReais(totalAmount(items)) },
    produtoPredominante: omitUndefined({
      descricao: describeItems(items),
      ncm: items.find((item) => item.code)?.code,
    }),
  };
}

/** Names of fields are [guess] in our sources: unverified. */
function toGoods(document: GoodsDocument): JsonObject {
  const { receiver, note } = document;
  return omitUndefined({
    natureza: document.operation,
    serie: String(document.series),
    // sold over the internet
    presencial: 2,
    consumidorFinal: receiver?.stateTaxId === undefined,
    emitente: { cpfCnpj: bareText(document.issuer.tax_id) },
    destinatario: receiver && toPerson(receiver),
    itens: document.lines.map(toItem),
    pagamentos: [{ aVista: true, meio: "99", valor: toReais(document.total) }],
    informacoesComplementares: note,
  });
}

function toItem(line: GoodsLine): JsonObject {
  const { icms, pis, cofins } = line;
  const price = toReais(line.unitAmount);
  return omitUndefined({
    codigo: line.code,
    descricao: line.description,
    ncm: line.ncm,
    cest: line.cest,
    cfop: line.cfop,
    unidade: { comercial: line.unit, tributavel: line.unit },
    quantidade: { comercial: line.quantity, tributavel: line.quantity },
    valorUnitario: { comercial: price, tributavel: price },
    valor: toReais(line.total),
    tributos: {
      icms: omitUndefined({
        origem: icms.origin,
        cst: icms.cst,
        baseCalculo:
          icms.taxed &&
          omitUndefined({
            // 3: by the value of the operation
            modalidadeDeterminacao: 3,
            valor: toReais(icms.taxed.base),
            percentualReducao: icms.taxed.baseReduction,
          }),
        aliquota: icms.taxed?.rate,
        valor: icms.taxed && toReais(icms.taxed.amount),
        creditoSimplesNacional: icms.credit && {
          percentual: icms.credit.rate,
          valor: toReais(icms.credit.amount),
        },
      }),
      pis: toRevenueTax(pis),
      cofins: toRevenueTax(cofins),
    },
  });
}

function toRevenueTax({ cst, taxed }: RevenueLine): JsonObject {
  return omitUndefined({
    cst,
    baseCalculo: taxed && { valor: toReais(taxed.base) },
    aliquota: taxed?.rate,
    valor: taxed && toReais(taxed.amount),
  });
}

function toService({ issuer, receiver, rule, description, total, iss }: ServiceDocument): JsonObject {
  return omitUndefined({
    prestador: { cpfCnpj: bareText(issuer.tax_id) },
    tomador: receiver && toPerson(receiver),
    servico: [
      omitUndefined({
        codigo: rule.service_code,
        codigoTributacao: rule.city_service_code,
        discriminacao: description,
        cnae: rule.cnae,
        iss: omitUndefined({ aliquota: iss?.rate, retido: rule.iss_withheld }),
        valor: { servico: toReais(total) },
      }),
    ],
  });
}

function toPerson({ cpf, cnpj, name, email, stateTaxId, address }: DfeReceiver): JsonObject {
  return omitUndefined({
    cpfCnpj: cpf ?? cnpj,
    razaoSocial: name,
    inscricaoEstadual: stateTaxId,
    email,
    endereco:
      address &&
      omitUndefined({
        logradouro: address.street,
        numero: address.number,
        complemento: address.complement,
        bairro: address.district,
        codigoCidade: address.cityCode,
        descricaoCidade: address.city,
        cep: address.postalCode,
        estado: address.state,
      }),
  });
}

function readDfe(document: JsonObject, type: InvoiceType): InvoiceOutput {
  const key = textAt(document, "chave");
  return {
    ...readCommon(document, readSituation(document)),
    type: readDfeKey(key)?.type ?? type,
    access_key: key,
    protocol: textAt(document, "protocolo"),
    amount: minorAt(document, "valor", "BRL"),
  };
}

function readNfse(document: JsonObject): InvoiceOutput {
  return {
    ...readCommon(document, readSituation(document)),
    type: "nfse",
    number: numberAt(document, "numeroNfse") ?? numberAt(document, "numero"),
    access_key: textAt(document, "codigoVerificacao"),
    protocol: textAt(document, "protocolo"),
    amount: minorAt(document, "valorServico", "BRL"),
  };
}

/** Some of its documents call it a situation, others a status. */
function readSituation(document: JsonObject): string | undefined {
  return textAt(document, "situacao") ?? textAt(document, "status");
}

function readCommon(document: JsonObject, situation: string | undefined): Omit<InvoiceOutput, "type"> {
  const status = statuses[situation ?? ""] ?? "processing";
  return {
    invoice_id: textAt(document, "id") ?? "",
    status,
    number: numberAt(document, "numero"),
    series: textAt(document, "serie"),
    // a day is no instant
    issued_at: /^\d{4}-\d{2}-\d{2}T/.exec(textAt(document, "emissao") ?? "")?.input,
    pdf_url: textAt(document, "pdf"),
    xml_url: textAt(document, "xml"),
    rejection:
      status === "rejected"
        ? { code: textAt(document, "cStat") ?? "", message: textAt(document, "mensagem") ?? "Rejeitado" }
        : undefined,
  };
}
