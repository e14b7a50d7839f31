import type { JsonObject } from "@codespar/contract";
import { formatOffsetTimestamp, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { generateFiscalProviderId } from "../engines/invoices/fiscal-provider-id.ts";
import { fiscalRules } from "../engines/invoices/fiscal-rules.ts";
import type { GoodsCheck } from "../engines/invoices/goods-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { type DfeRequest, taxAmount } from "../engines/invoices/read-dfe.ts";
import { getReceiver, hasText, readAddress, readGoodsItems } from "../engines/invoices/read-goods.ts";
import { cancelById, readDocument } from "../engines/invoices/with-document.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { enotasTools } from "./tools.ts";

const STATUSES = {
  processing: "AguardandoAutorizacao",
  authorized: "Autorizada",
  rejected: "Negada",
  cancelled: "Cancelada",
  closed: "Autorizada",
} as const;

const goodsFields = {
  description: "descricao",
  ncm: "ncm",
  code: "codigo",
  quantity: "quantidade",
  unitPrice: "valorUnitario",
};

/** eNotas: Portuguese names, reais. */
export const enotasSimulation = defineSimulation({
  id: "enotas",
  tools: enotasTools,
  handlers: {
    enotas_create_nfe: (args, context) => issue(readGoods(args), args, context),
    enotas_get_nfe: getHandler("nfe"),
    enotas_cancel_nfe: cancelHandler("nfe"),
    enotas_create_nfse: (args, context) => issue(readService(args), args, context),
    enotas_get_nfse: getHandler("nfse"),
    enotas_cancel_nfse: cancelHandler("nfse"),
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function getHandler(kind: FiscalKind) {
  return (args: JsonObject, context: CallContext) =>
    readDocument(context, textAt(args, "id"), [kind], getDocument);
}

function cancelHandler(kind: FiscalKind) {
  return (args: JsonObject, context: CallContext) =>
    // its clients give no reason
    cancelById(context, { id: textAt(args, "id"), reason: "Cancelamento da nota" }, [kind], toReceipt);
}

function toReceipt({ id }: FiscalDocument): JsonObject {
  return { nfeId: id };
}

function issue(request: DfeRequest, args: JsonObject, context: CallContext): JsonObject | Refusal {
  // an NF-e is known by the id that its caller gives it
  const chosen = request.kind === "nfe" ? textAt(args, "id") : undefined;
  const id = chosen ?? generateFiscalProviderId(context.random, "enotas");
  if (context.get("invoice", id) !== undefined)
    return new Refusal("invalid_request", `Já existe uma nota com o id ${id}.`, "400");
  const reference = chosen ?? textAt(args, "idExterno");
  const isLive = textAt(args, "ambienteEmissao") === "Producao";
  issueDocument({ ...request, id, reference, isLive, isAsynchronous: true }, context);
  // the document is read by its id
  return { nfeId: id };
}

function readGoods(args: JsonObject): DfeRequest {
  return {
    kind: "nfe",
    items: readGoodsItems(objectsAt(args, "itens"), goodsFields, readTaxes),
    receiver: readClient(args),
    // the CFOP says where it goes: no field of its own does
    isInterstate: objectsAt(args, "itens").some((item) => textAt(item, "cfop")?.startsWith("6") === true),
    series: numberAt(args, "serie"),
    number: numberAt(args, "numero"),
  };
}

function readService(args: JsonObject): DfeRequest {
  return {
    kind: "nfse",
    items: [
      {
        description: textAt(args, "servico.descricao") ?? "",
        code: textAt(args, "servico.codigoServicoMunicipio"),
        quantity: 1,
        unitPrice: numberAt(args, "valorTotal") ?? 0,
      },
    ],
    receiver: readClient(args),
  };
}

function readClient(args: JsonObject): DfeRequest["receiver"] {
  const receiver = getReceiver(
    textAt(args, "cliente.nome"),
    textAt(args, "cliente.cpfCnpj"),
    textAt(args, "cliente.email"),
  );
  const sent = valueAt(args, "cliente.endereco");
  const hasAddress = hasText(sent, ["logradouro", "numero", "bairro", "cidade", "uf"]);
  const address = readAddress(sent, {
    street: "logradouro",
    number: "numero",
    complement: "complemento",
    district: "bairro",
    city: "cidade",
    state: "uf",
    postalCode: "cep",
  });
  return {
    ...receiver,
    ...(hasAddress ? { hasAddress } : {}),
    ...(address === undefined ? {} : { address }),
  };
}

function readTaxes(item: JsonObject): GoodsCheck {
  const paths = ["baseCalculo", "aliquota", "valor"] as const;
  return {
    ncm: textAt(item, "ncm"),
    cfop: textAt(item, "cfop"),
    icms: textAt(item, "impostos.icms.situacaoTributaria"),
    pis: textAt(item, "impostos.pis.situacaoTributaria"),
    cofins: textAt(item, "impostos.cofins.situacaoTributaria"),
    amounts: [
      ...taxAmount("ICMS", valueAt(item, "impostos.icms"), paths),
      ...taxAmount("PIS", valueAt(item, "impostos.pis"), paths),
      ...taxAmount("COFINS", valueAt(item, "impostos.cofins"), paths),
    ],
  };
}

/** A note in eNotas' words. */
export function getDocument(document: FiscalDocument, context: SimulationContext): JsonObject {
  const { kind, status, verdict, accessKey } = document;
  const isService = kind === "nfse";
  const issued = verdict?.protocol !== undefined;
  const numbered = issued || !isService;
  return omitUndefined({
    id: document.id,
    idExterno: isService ? document.reference : undefined,
    tipo: fiscalRules[kind].title,
    ambienteEmissao: "Homologacao",
    status: STATUSES[status],
    motivoStatus: verdict && `${verdict.code} - ${verdict.message}`,
    numero: numbered ? String(document.number) : undefined,
    serie: isService ? undefined : String(document.series),
    numeroRps: isService ? document.number : undefined,
    serieRps: isService ? String(document.series) : undefined,
    chaveAcesso: numbered ? accessKey : undefined,
    codigoVerificacao: isService && issued ? accessKey : undefined,
    numeroProtocolo: verdict?.protocol,
    dataCriacao: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    dataEmissao: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    dataAutorizacao: issued ? formatOffsetTimestamp(verdict.at, SAO_PAULO) : undefined,
    cliente: omitUndefined({ nome: document.receiver?.name, cpfCnpj: document.receiver?.document }),
    valorTotal: toMajorUnits(document.amount, "BRL"),
    [isService ? "linkDownloadPDF" : "linkDanfe"]: issued ? documentUrl(context, document, "pdf") : undefined,
    linkDownloadXML: issued ? documentUrl(context, document, "xml") : undefined,
  });
}
