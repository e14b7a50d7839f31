import type { JsonObject } from "@codespar/contract";
import { dfeXmlId, formatOffsetTimestamp, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { fiscalRules } from "../engines/invoices/fiscal-rules.ts";
import type { GoodsCheck } from "../engines/invoices/goods-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { centavosAt, type DfeRequest, taxAmount } from "../engines/invoices/read-dfe.ts";
import {
  getReceiver,
  hasText,
  readAddress,
  readGoodsItems,
  toIssuer,
} from "../engines/invoices/read-goods.ts";
import { cancelById, correctById, readDocument } from "../engines/invoices/with-document.ts";
import { instantAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { focusNfeTools } from "./tools.ts";

const DFE: readonly FiscalKind[] = ["nfe", "nfce", "cte", "mdfe"];

const STATUSES = {
  processing: "processando_autorizacao",
  authorized: "autorizado",
  rejected: "erro_autorizacao",
  cancelled: "cancelado",
  closed: "encerrado",
} as const;

const goodsFields = {
  description: "descricao",
  ncm: "codigo_ncm",
  code: "codigo_produto",
  quantity: "quantidade_comercial",
  unitPrice: "valor_unitario_comercial",
  amount: "valor_bruto",
};

/** Focus NFe: flat Portuguese names, reais; the caller's `ref` is the document's id. */
export const focusNfeSimulation = defineSimulation({
  id: "focus-nfe",
  tools: focusNfeTools,
  handlers: {
    focus_nfe_create_nfe: issueHandler((args) => readGoods(args, "nfe")),
    focus_nfe_get_nfe: (args, context) => readDocument(context, textAt(args, "ref"), DFE, showDocument),
    focus_nfe_cancel_nfe: (args, context) =>
      cancelById(
        context,
        { id: textAt(args, "ref"), reason: textAt(args, "justificativa") },
        DFE,
        toCancellation,
      ),
    focus_nfe_create_correction_letter: (args, context) =>
      correctById(context, { id: textAt(args, "ref"), text: textAt(args, "correcao") }, DFE, toCorrection),
    focus_nfe_create_nfce: issueHandler((args) => readGoods(args, "nfce")),
    focus_nfe_create_nfse: issueHandler(readService),
    focus_nfe_get_nfse: (args, context) => readDocument(context, textAt(args, "ref"), ["nfse"], showDocument),
    focus_nfe_cancel_nfse: (args, context) =>
      cancelById(
        context,
        { id: textAt(args, "ref"), reason: textAt(args, "justificativa") },
        ["nfse"],
        toCancellation,
      ),
    focus_nfe_create_cte: issueHandler(readFreight),
    focus_nfe_create_mdfe: issueHandler(readManifest),
  },
  reads: {
    focus_nfe_get_nfce: (args, context) => readDocument(context, textAt(args, "ref"), ["nfce"], showDocument),
    focus_nfe_get_cte: (args, context) => readDocument(context, textAt(args, "ref"), ["cte"], showDocument),
    focus_nfe_get_mdfe: (args, context) => readDocument(context, textAt(args, "ref"), ["mdfe"], showDocument),
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function issueHandler(parse: (args: JsonObject) => DfeRequest) {
  return (args: JsonObject, context: CallContext): JsonObject | Refusal => {
    const ref = textAt(args, "ref");
    if (ref === undefined)
      return new Refusal("requisicao_invalida", "Send ref, unique for each document.", "400");
    const existing = context.get<FiscalDocument>("invoice", ref);
    if (existing !== undefined && existing.status !== "rejected") {
      return new Refusal("already_processed", `The ref ${ref} has been used. Send another.`, "422");
    }
    const request = parse(args);
    // an NFC-e alone is authorised while one waits (its documentation)
    const isAsynchronous = request.kind !== "nfce";
    return showDocument(
      issueDocument({ ...request, id: ref, reference: ref, isAsynchronous }, context),
      context,
    );
  };
}

function readGoods(args: JsonObject, kind: "nfe" | "nfce"): DfeRequest {
  return {
    kind,
    items: readGoodsItems(objectsAt(args, "items"), goodsFields, readTaxes),
    receiver: readReceiver(args),
    issuer: readIssuer(args),
    isInterstate: numberAt(args, "local_destino") === 2,
    statedAmount: centavosAt(args, "valor_total"),
    series: numberAt(args, "serie"),
    number: numberAt(args, "numero"),
    issuedAt: instantAt(args, "data_emissao", SAO_PAULO),
  };
}

function readService(args: JsonObject): DfeRequest {
  const document = textAt(args, "tomador.cpf") ?? textAt(args, "tomador.cnpj");
  return {
    kind: "nfse",
    items: [
      {
        description: textAt(args, "servico.discriminacao") ?? "",
        code:
          textAt(args, "servico.item_lista_servico") ?? textAt(args, "servico.codigo_tributario_municipio"),
        quantity: 1,
        unitPrice: numberAt(args, "servico.valor_servicos") ?? 0,
      },
    ],
    receiver: getReceiver(textAt(args, "tomador.razao_social"), document, textAt(args, "tomador.email")),
    issuer: readIssuer(args),
    issuedAt: instantAt(args, "data_emissao", SAO_PAULO),
  };
}

function readFreight(args: JsonObject): DfeRequest {
  const total = numberAt(args, "valor_total") ?? 0;
  const [note = "", ...noteCodes] = textAt(args, "observacoes")?.split(" | ") ?? [];
  const names = note === "" ? [] : note.split("; ");
  const components = objectsAt(args, "componentes_valor").map((component, index) => ({
    // what it was called before it was cut to 15 characters
    description: names[index] ?? textAt(component, "nome") ?? "",
    code: noteCodes[index],
    quantity: 1,
    unitPrice: numberAt(component, "valor") ?? 0,
  }));
  return {
    kind: "cte",
    items: components.length > 0 ? components : [{ description: "Frete", quantity: 1, unitPrice: total }],
    receiver: readReceiver(args),
    statedAmount: centavosAt(args, "valor_total"),
    issuedAt: instantAt(args, "data_emissao", SAO_PAULO),
  };
}

function readManifest(args: JsonObject): DfeRequest {
  return {
    kind: "mdfe",
    items: [
      {
        description: textAt(args, "produto_predominante_descricao") ?? "Carga geral",
        code: textAt(args, "produto_predominante_ncm"),
        quantity: 1,
        unitPrice: numberAt(args, "valor_total_carga") ?? 0,
      },
    ],
    issuedAt: instantAt(args, "data_emissao", SAO_PAULO),
  };
}

function readReceiver(args: JsonObject): DfeRequest["receiver"] {
  const document = textAt(args, "cpf_destinatario") ?? textAt(args, "cnpj_destinatario");
  const hasAddress = hasText(args, [
    "logradouro_destinatario",
    "numero_destinatario",
    "bairro_destinatario",
    "municipio_destinatario",
    "uf_destinatario",
  ]);
  const receiver = getReceiver(
    textAt(args, "nome_destinatario"),
    document,
    textAt(args, "email_destinatario"),
  );
  const address = readAddress(args, {
    street: "logradouro_destinatario",
    number: "numero_destinatario",
    complement: "complemento_destinatario",
    district: "bairro_destinatario",
    city: "municipio_destinatario",
    state: "uf_destinatario",
    postalCode: "cep_destinatario",
  });
  return {
    ...receiver,
    ...(hasAddress ? { hasAddress } : {}),
    ...(address === undefined ? {} : { address }),
  };
}

function readIssuer(args: JsonObject): DfeRequest["issuer"] {
  const cnpj = textAt(args, "cnpj_emitente") ?? textAt(args, "prestador.cnpj");
  if (cnpj === undefined) return undefined;
  return toIssuer({
    cnpj,
    name: textAt(args, "nome_emitente"),
    tradeName: textAt(args, "nome_fantasia_emitente"),
    state: textAt(args, "uf_emitente"),
    city: textAt(args, "municipio_emitente"),
    cityCode: textAt(args, "prestador.codigo_municipio"),
    postalCode: textAt(args, "cep_emitente"),
  });
}

function readTaxes(item: JsonObject): GoodsCheck {
  return {
    ncm: textAt(item, "codigo_ncm"),
    cfop: textAt(item, "cfop"),
    icms: textAt(item, "icms_situacao_tributaria"),
    pis: textAt(item, "pis_situacao_tributaria"),
    cofins: textAt(item, "cofins_situacao_tributaria"),
    amounts: [
      ...taxAmount("ICMS", item, ["icms_base_calculo", "icms_aliquota", "icms_valor"]),
      ...taxAmount("PIS", item, ["pis_base_calculo", "pis_aliquota_porcentual", "pis_valor"]),
      ...taxAmount("COFINS", item, ["cofins_base_calculo", "cofins_aliquota_porcentual", "cofins_valor"]),
      ...taxAmount("IBS", item, ["ibs_cbs_base_calculo", "ibs_uf_aliquota", "ibs_uf_valor"]),
      ...taxAmount("IBS", item, ["ibs_cbs_base_calculo", "ibs_mun_aliquota", "ibs_mun_valor"]),
      ...taxAmount("CBS", item, ["ibs_cbs_base_calculo", "cbs_aliquota", "cbs_valor"]),
    ],
  };
}

export function showDocument(document: FiscalDocument, context: SimulationContext): JsonObject {
  return document.kind === "nfse" ? toNfse(document, context) : toDfe(document, context);
}

function toDfe(document: FiscalDocument, context: SimulationContext): JsonObject {
  const { kind, status, accessKey, verdict, corrections } = document;
  const isGoods = kind === "nfe" || kind === "nfce";
  const printed = status !== "rejected" && status !== "processing";
  const pdf = printed ? documentUrl(context, document, "pdf") : undefined;
  const xml = printed ? documentUrl(context, document, "xml") : undefined;
  return omitUndefined({
    cnpj_emitente: document.issuer?.cnpj ?? context.merchant.cnpj,
    ref: document.id,
    status: STATUSES[status],
    status_sefaz: verdict?.code,
    mensagem_sefaz: verdict?.message,
    modelo: fiscalRules[kind].model,
    numero: String(document.number),
    serie: String(document.series),
    [isGoods ? "chave_nfe" : "chave"]: dfeXmlId(accessKey),
    [isGoods ? "caminho_xml_nota_fiscal" : "caminho_xml"]: xml,
    [isGoods ? "caminho_danfe" : kind === "cte" ? "caminho_dacte" : "caminho_damdfe"]: pdf,
    numero_carta_correcao: corrections.length > 0 ? corrections.length : undefined,
    requisicao: {
      ambiente: 2,
      data_emissao: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
      valor_total: toMajorUnits(document.amount, "BRL"),
    },
    protocolo:
      verdict?.protocol === undefined
        ? undefined
        : omitUndefined({
            ambiente: "2",
            chave: dfeXmlId(accessKey),
            data_recebimento: formatOffsetTimestamp(verdict.at, SAO_PAULO),
            protocolo: verdict.protocol,
            digest_value: verdict.digest,
          }),
  });
}

function toNfse(document: FiscalDocument, context: SimulationContext): JsonObject {
  const { status, accessKey, verdict } = document;
  const issued = verdict?.protocol !== undefined;
  return omitUndefined({
    cnpj_prestador: document.issuer?.cnpj ?? context.merchant.cnpj,
    ref: document.id,
    status: STATUSES[status],
    numero_rps: String(document.number),
    serie_rps: String(document.series),
    numero: issued ? String(document.number) : undefined,
    codigo_verificacao: issued ? accessKey : undefined,
    protocolo: verdict?.protocol,
    data_emissao: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    valor_servicos: toMajorUnits(document.amount, "BRL"),
    url_danfse: issued ? documentUrl(context, document, "pdf") : undefined,
    caminho_xml_nota_fiscal: issued ? documentUrl(context, document, "xml") : undefined,
    erros:
      status === "rejected" && verdict ? [{ codigo: verdict.code, mensagem: verdict.message }] : undefined,
  });
}

function toCancellation(document: FiscalDocument, context: CallContext): JsonObject {
  const { cancellation } = document;
  return omitUndefined({
    status: "cancelado",
    status_sefaz: cancellation?.code,
    mensagem_sefaz: cancellation?.message,
    numero_protocolo: cancellation?.protocol,
    caminho_xml_cancelamento: documentUrl(context, document, "xml", "cancellation"),
  });
}

function toCorrection(document: FiscalDocument, context: CallContext): JsonObject {
  const letter = document.corrections.at(-1);
  return omitUndefined({
    status: "autorizado",
    status_sefaz: letter?.code,
    mensagem_sefaz: letter?.message,
    numero_carta_correcao: letter?.sequence,
    numero_protocolo: letter?.protocol,
    caminho_xml_carta_correcao: documentUrl(context, document, "xml", "correction"),
    caminho_pdf_carta_correcao: documentUrl(context, document, "pdf", "correction"),
  });
}
