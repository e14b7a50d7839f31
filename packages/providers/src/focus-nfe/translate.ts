import type { NativeCalls, TranslationContext, Translator } from "@codespar/backend/ports";
import type {
  BrazilIssuer,
  InvoiceInput,
  InvoiceOutput,
  InvoiceStatus,
  InvoiceType,
  JsonObject,
} from "@codespar/contract";
import { lineAmount, totalAmount } from "@codespar/contract";
import { bareText, formatOffsetTimestamp, SAO_PAULO } from "@codespar/formats";
import { numberAt, textAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { readDfeKey } from "../mappings/invoices/dfe-key.ts";
import { type DfeReceiver, toTaxpayer } from "../mappings/invoices/dfe-receiver.ts";
import { eventRejected } from "../mappings/invoices/event-rejected.ts";
import { describeItems, refuseLiveFreight } from "../mappings/invoices/freight-layout.ts";
import {
  type GoodsDocument,
  type GoodsLine,
  type GoodsRules,
  goodsDocument,
} from "../mappings/invoices/goods-document.ts";
import { type ConsumptionLine, CRT, type RevenueLine } from "../mappings/invoices/goods-taxes.ts";
import { minorAt, toReais } from "../mappings/invoices/invoice-amounts.ts";
import { translateInvoice } from "../mappings/invoices/invoice-mapping.ts";
import { latinText } from "../mappings/invoices/latin-text.ts";
import { type ServiceDocument, serviceDocument } from "../mappings/invoices/service-document.ts";

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
    // the token decides between production and homologação, so the document does not say it
    issue: async (type, input, context, native) => ({
      tool: `focus_nfe_create_${type}`,
      arguments: {
        ref: `${type}-${context.operationId}`,
        data_emissao: formatOffsetTimestamp(context.now, SAO_PAULO),
        ...(await toRequest(type, input, context, native)),
      },
    }),
    get: (type, ref) => ({
      tool: `focus_nfe_get_${type}`,
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

/** What a registered cancellation or correction says. */
const REGISTERED: ReadonlySet<string> = new Set(["cancelado", "autorizado"]);

/** Both are synchronous, and a refused one is no HTTP error. */
function checkEvent(event: JsonObject): void {
  if (REGISTERED.has(textAt(event, "status") ?? "")) return;
  throw eventRejected(textAt(event, "mensagem_sefaz"), textAt(event, "status_sefaz"));
}

const rules: GoodsRules = { provider: "Focus NFe", needsCityCode: false, takesConsumptionTax: true };

async function toRequest(
  type: InvoiceType,
  input: InvoiceInput,
  context: TranslationContext,
  native: NativeCalls,
): Promise<JsonObject> {
  switch (type) {
    case "nfse": {
      // its address names the municipality by code
      const taken = { ...rules, needsCityCode: true, takesNbs: true, takesSeries: false };
      return toService(await serviceDocument(input, native, context, taken));
    }
    case "cte":
      refuseLiveFreight(type, context, "focus_nfe_create_cte");
      return toFreight(input);
    case "mdfe":
      refuseLiveFreight(type, context, "focus_nfe_create_mdfe");
      return toManifest(input);
    default:
      return toGoods(await goodsDocument(type === "nfce" ? "nfce" : "nfe", input, native, context, rules));
  }
}

function toFreight(input: InvoiceInput): JsonObject {
  const items = input.items ?? [];
  const total = toReais(totalAmount(items));
  const names = items.map((item, index) => latinText(item.description, 2000, `items.${index}.description`));
  const { cpf, cnpj } = toTaxpayer(input.customer);
  return omitUndefined({
    nome_destinatario: input.customer?.name,
    cpf_destinatario: cpf,
    cnpj_destinatario: cnpj,
    email_destinatario: input.customer?.email,
    modal: "01",
    valor_total: total,
    valor_receber: total,
    componentes_valor: items.map((item, index) => ({
      nome: latinText(names[index] ?? item.description, 15, `items.${index}.description`),
      valor: toReais(lineAmount(item)),
    })),
    // what the components were called in full, and their codes
    observacoes: [names.join("; "), ...items.flatMap(({ code }) => (code === undefined ? [] : [code]))].join(
      " | ",
    ),
  });
}

function toManifest({ items = [] }: InvoiceInput): JsonObject {
  return omitUndefined({
    emitente_tipo: 2,
    valor_total_carga: toReais(totalAmount(items)),
    produto_predominante_descricao: describeItems(items),
    produto_predominante_ncm: items.find((item) => item.code)?.code,
  });
}

function toService({ issuer, receiver, rule, description, total, iss, ibsCbs }: ServiceDocument): JsonObject {
  const address = receiver?.address;
  return omitUndefined({
    prestador: omitUndefined({
      cnpj: bareText(issuer.tax_id),
      inscricao_municipal: issuer.municipal_tax_id,
      codigo_municipio: issuer.address.city_code,
    }),
    tomador:
      receiver &&
      omitUndefined({
        cpf: receiver.cpf,
        cnpj: receiver.cnpj,
        razao_social: receiver.name,
        email: receiver.email,
        telefone: receiver.phone,
        endereco:
          address &&
          omitUndefined({
            logradouro: address.street,
            numero: address.number,
            complemento: address.complement,
            bairro: address.district,
            codigo_municipio: address.cityCode,
            uf: address.state,
            cep: address.postalCode,
          }),
      }),
    servico: omitUndefined({
      aliquota: iss?.rate,
      discriminacao: description,
      iss_retido: rule.iss_withheld ?? false,
      item_lista_servico: rule.service_code.slice(0, 4),
      codigo_tributario_municipio: rule.city_service_code,
      codigo_cnae: rule.cnae,
      codigo_nbs: rule.nbs,
      valor_servicos: toReais(total),
      ...(ibsCbs === undefined ? {} : consumptionFields(ibsCbs)),
    }),
  });
}

function toGoods(document: GoodsDocument): JsonObject {
  const { issuer, receiver, type } = document;
  return omitUndefined({
    natureza_operacao: document.operation,
    serie: String(document.series),
    tipo_documento: 1,
    finalidade_emissao: 1,
    local_destino: document.isInterstate ? 2 : 1,
    consumidor_final: receiver?.stateTaxId === undefined ? 1 : 0,
    // sold over the internet, or over the counter
    presenca_comprador: type === "nfe" ? 2 : 1,
    ...issuerFields(issuer),
    ...(receiver === undefined ? {} : receiverFields(receiver)),
    modalidade_frete: 9,
    items: document.lines.map(toItem),
    valor_produtos: toReais(document.total),
    valor_total: toReais(document.total),
    formas_pagamento: [
      { forma_pagamento: "99", descricao_pagamento: "Outros", valor_pagamento: toReais(document.total) },
    ],
    informacoes_adicionais_contribuinte: document.note,
  });
}

function issuerFields({
  tax_id,
  name,
  trade_name,
  state_tax_id,
  tax_regime,
  address,
}: BrazilIssuer): JsonObject {
  return omitUndefined({
    cnpj_emitente: bareText(tax_id),
    nome_emitente: name,
    nome_fantasia_emitente: trade_name,
    inscricao_estadual_emitente: state_tax_id && bareText(state_tax_id),
    regime_tributario_emitente: CRT[tax_regime],
    logradouro_emitente: address.street,
    numero_emitente: address.number,
    complemento_emitente: address.complement,
    bairro_emitente: address.district,
    municipio_emitente: address.city,
    uf_emitente: address.state,
    cep_emitente: bareText(address.postal_code),
  });
}

function receiverFields(receiver: DfeReceiver): JsonObject {
  const { address } = receiver;
  return omitUndefined({
    nome_destinatario: receiver.name,
    cpf_destinatario: receiver.cpf,
    cnpj_destinatario: receiver.cnpj,
    inscricao_estadual_destinatario: receiver.stateTaxId,
    // 1 pays ICMS, 9 does not
    indicador_inscricao_estadual_destinatario: receiver.stateTaxId === undefined ? 9 : 1,
    email_destinatario: receiver.email,
    telefone_destinatario: receiver.phone,
    logradouro_destinatario: address?.street,
    numero_destinatario: address?.number,
    complemento_destinatario: address?.complement,
    bairro_destinatario: address?.district,
    codigo_municipio_destinatario: address?.cityCode,
    municipio_destinatario: address?.city,
    uf_destinatario: address?.state,
    cep_destinatario: address?.postalCode,
    pais_destinatario: address && "Brasil",
  });
}

function toItem(line: GoodsLine, index: number): JsonObject {
  const { icms, pis, cofins, ibsCbs } = line;
  const price = toReais(line.unitAmount);
  return omitUndefined({
    numero_item: index + 1,
    codigo_produto: line.code,
    descricao: line.description,
    codigo_ncm: line.ncm,
    cest: line.cest,
    cfop: line.cfop,
    unidade_comercial: line.unit,
    quantidade_comercial: line.quantity,
    valor_unitario_comercial: price,
    unidade_tributavel: line.unit,
    quantidade_tributavel: line.quantity,
    valor_unitario_tributavel: price,
    valor_bruto: toReais(line.total),
    inclui_no_total: 1,
    icms_origem: icms.origin,
    icms_situacao_tributaria: icms.cst,
    ...(icms.taxed === undefined
      ? {}
      : omitUndefined({
          icms_modalidade_base_calculo: "3",
          icms_reducao_base_calculo: icms.taxed.baseReduction,
          icms_base_calculo: toReais(icms.taxed.base),
          icms_aliquota: icms.taxed.rate,
          icms_valor: toReais(icms.taxed.amount),
        })),
    ...(icms.credit === undefined
      ? {}
      : {
          icms_aliquota_credito_simples: icms.credit.rate,
          icms_valor_credito_simples: toReais(icms.credit.amount),
        }),
    ...revenueFields("pis", pis),
    ...revenueFields("cofins", cofins),
    ...(ibsCbs === undefined ? {} : consumptionFields(ibsCbs)),
  });
}

function revenueFields(tax: "pis" | "cofins", { cst, taxed }: RevenueLine): JsonObject {
  return omitUndefined({
    [`${tax}_situacao_tributaria`]: cst,
    [`${tax}_base_calculo`]: taxed && toReais(taxed.base),
    [`${tax}_aliquota_porcentual`]: taxed?.rate,
    [`${tax}_valor`]: taxed && toReais(taxed.amount),
  });
}

function consumptionFields(line: ConsumptionLine): JsonObject {
  return {
    ibs_cbs_situacao_tributaria: line.cst,
    ibs_cbs_classificacao_tributaria: line.classCode,
    ibs_cbs_base_calculo: toReais(line.base),
    ibs_uf_aliquota: line.ibsState.rate,
    ibs_uf_valor: toReais(line.ibsState.amount),
    ibs_mun_aliquota: line.ibsCity.rate,
    ibs_mun_valor: toReais(line.ibsCity.amount),
    ibs_valor_total: toReais(line.ibs),
    cbs_aliquota: line.cbs.rate,
    cbs_valor: toReais(line.cbs.amount),
  };
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
