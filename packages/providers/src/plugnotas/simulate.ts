import type { JsonObject } from "@codespar/contract";
import { calendarDateAt, generateUuid, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { generateFiscalProviderId } from "../engines/invoices/fiscal-provider-id.ts";
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
import { cancelById, readDocument } from "../engines/invoices/with-document.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { numberAt, objectsAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { plugnotasTools } from "./tools.ts";

const DFE: readonly FiscalKind[] = ["nfe", "cte", "mdfe"];

const STATUSES = {
  processing: "PROCESSANDO",
  authorized: "CONCLUIDO",
  rejected: "REJEITADO",
  cancelled: "CANCELADO",
  closed: "ENCERRADO",
} as const;

const goodsFields = {
  description: "descricao",
  ncm: "ncm",
  code: "codigo",
  quantity: "quantidade.comercial",
  unitPrice: "valorUnitario.comercial",
  amount: "valor",
};

/** PlugNotas: Portuguese names, reais. Creation responds with a receipt, as the real one does. */
export const plugnotasSimulation = defineSimulation({
  id: "plugnotas",
  tools: plugnotasTools,
  handlers: {
    plugnotas_create_nfe: issueHandler(readGoods),
    plugnotas_get_nfe: (args, context) => readDocument(context, textAt(args, "id"), DFE, getDocument),
    plugnotas_cancel_nfe: (args, context) =>
      cancelById(
        context,
        { id: textAt(args, "id"), reason: textAt(args, "justificativa") },
        DFE,
        toCancellation,
      ),
    plugnotas_create_nfse: issueHandler(readService),
    plugnotas_get_nfse: (args, context) => readDocument(context, textAt(args, "id"), ["nfse"], getDocument),
    plugnotas_cancel_nfse: (args, context) =>
      cancelById(
        context,
        // the city hall is told one where its caller gives it
        { id: textAt(args, "id"), reason: textAt(args, "motivo") ?? "Cancelamento da nota" },
        ["nfse"],
        toCancellation,
      ),
    plugnotas_create_cte: issueHandler(readFreight),
    plugnotas_create_mdfe: issueHandler(readManifest),
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function issueHandler(parse: (args: JsonObject) => DfeRequest) {
  return (args: JsonObject, context: CallContext): JsonObject | Refusal => {
    const id = generateFiscalProviderId(context.random, "plugnotas");
    const reference = textAt(args, "idIntegracao");
    const request = parse(args);
    const isTaken = context
      .list<FiscalDocument>("invoice")
      .some((document) => document.kind === request.kind && document.reference === reference);
    if (reference !== undefined && isTaken)
      return new Refusal("already_exists", "Já existe uma nota com os parâmetros informados", "409");
    const { issuer } = issueDocument({ ...request, id, reference, isAsynchronous: true }, context);
    const cnpj = issuer?.cnpj ?? context.merchant.cnpj;
    const role = request.kind === "nfse" ? "prestador" : "emitente";
    return {
      documents: [omitUndefined({ idIntegracao: reference, id, [role]: cnpj })],
      message: "Nota(as) em processamento",
      protocol: generateUuid(context.random),
    };
  };
}

function readGoods(args: JsonObject): DfeRequest {
  return {
    kind: "nfe",
    items: readGoodsItems(objectsAt(args, "itens"), goodsFields, readTaxes),
    receiver: readPerson(args, "destinatario"),
    issuer: readIssuer(args, "emitente"),
    // the CFOP says where it goes: no field of its own does
    isInterstate: objectsAt(args, "itens").some((item) => textAt(item, "cfop")?.startsWith("6") === true),
    series: numberAt(args, "serie"),
    number: numberAt(args, "numero"),
  };
}

function readService(args: JsonObject): DfeRequest {
  return {
    kind: "nfse",
    items: objectsAt(args, "servico").map((service) => ({
      description: textAt(service, "discriminacao") ?? "",
      code: textAt(service, "codigo"),
      quantity: 1,
      unitPrice: numberAt(service, "valor.servico") ?? 0,
    })),
    receiver: readPerson(args, "tomador"),
    issuer: readIssuer(args, "prestador"),
  };
}

function readFreight(args: JsonObject): DfeRequest {
  const [note = "", ...noteCodes] = textAt(args, "observacao")?.split(" | ") ?? [];
  const names = note === "" ? [] : note.split("; ");
  return {
    kind: "cte",
    items: objectsAt(args, "valores.componentes").map((component, index) => ({
      // what it was called before it was cut to 15 characters
      description: names[index] ?? textAt(component, "nome") ?? "",
      code: noteCodes[index],
      quantity: 1,
      unitPrice: numberAt(component, "valor") ?? 0,
    })),
    receiver: readPerson(args, "destinatario"),
    statedAmount: centavosAt(args, "valores.valorTotal"),
  };
}

function readManifest(args: JsonObject): DfeRequest {
  return {
    kind: "mdfe",
    items: [
      {
        description: textAt(args, "produtoPredominante.descricao") ?? "Carga geral",
        code: textAt(args, "produtoPredominante.ncm"),
        quantity: 1,
        unitPrice: numberAt(args, "carga.valor") ?? 0,
      },
    ],
  };
}

function readPerson(args: JsonObject, field: string): DfeRequest["receiver"] {
  const receiver = getReceiver(
    textAt(args, `${field}.razaoSocial`),
    textAt(args, `${field}.cpfCnpj`),
    textAt(args, `${field}.email`),
  );
  const hasAddress = hasText(valueAt(args, `${field}.endereco`), [
    "logradouro",
    "numero",
    "bairro",
    "codigoCidade",
    "estado",
  ]);
  const address = readAddress(valueAt(args, `${field}.endereco`), {
    street: "logradouro",
    number: "numero",
    complement: "complemento",
    district: "bairro",
    city: "descricaoCidade",
    state: "estado",
    postalCode: "cep",
  });
  return {
    ...receiver,
    ...(hasAddress ? { hasAddress } : {}),
    ...(address === undefined ? {} : { address }),
  };
}

function readIssuer(args: JsonObject, field: string): DfeRequest["issuer"] {
  const cnpj = textAt(args, `${field}.cpfCnpj`);
  return cnpj === undefined ? undefined : toIssuer({ cnpj });
}

function readTaxes(item: JsonObject): GoodsCheck {
  const paths = ["baseCalculo.valor", "aliquota", "valor"] as const;
  return {
    ncm: textAt(item, "ncm"),
    cfop: textAt(item, "cfop"),
    icms: textAt(item, "tributos.icms.cst"),
    pis: textAt(item, "tributos.pis.cst"),
    cofins: textAt(item, "tributos.cofins.cst"),
    amounts: [
      ...taxAmount("ICMS", valueAt(item, "tributos.icms"), paths),
      ...taxAmount("PIS", valueAt(item, "tributos.pis"), paths),
      ...taxAmount("COFINS", valueAt(item, "tributos.cofins"), paths),
    ],
  };
}

/** A document as PlugNotas sums it up; that of a service invoice is as its client's example recorded it. */
export function getDocument(document: FiscalDocument, context: SimulationContext): JsonObject {
  const { kind, status, verdict, accessKey } = document;
  const issued = verdict?.protocol !== undefined;
  const issuer = document.issuer?.cnpj ?? context.merchant.cnpj;
  const shared = {
    id: document.id,
    idIntegracao: document.reference,
    emissao: brazilianDay(document.issuedAt),
    situacao: STATUSES[status],
    serie: String(document.series),
    mensagem: verdict?.message,
    pdf: issued ? documentUrl(context, document, "pdf") : undefined,
    xml: issued ? documentUrl(context, document, "xml") : undefined,
    cStat: verdict && (/^\d+$/.test(verdict.code) ? Number(verdict.code) : verdict.code),
  };
  if (kind === "nfse")
    return omitUndefined({
      ...shared,
      tipoAutorizacao: "WEBSERVICE",
      prestador: issuer,
      tomador: document.receiver?.document,
      valorServico: toMajorUnits(document.amount, "BRL"),
      numeroNfse: issued ? String(document.number) : undefined,
      numero: document.number,
      lote: document.number,
      codigoVerificacao: issued ? accessKey : undefined,
      protocolo: verdict?.protocol,
      autorizacao: issued ? brazilianDay(verdict.at) : undefined,
    });
  return omitUndefined({
    ...shared,
    destinada: false,
    emitente: issuer,
    destinatario: document.receiver?.document,
    valor: toMajorUnits(document.amount, "BRL"),
    numero: String(document.number),
    chave: accessKey,
    protocolo: verdict?.protocol,
    dataAutorizacao: issued ? brazilianDay(verdict.at) : undefined,
  });
}

/** Such as 13/03/2019. */
function brazilianDay(at: number): string {
  return calendarDateAt(at, SAO_PAULO).split("-").toReversed().join("/");
}

function toCancellation({ cancellation, id }: FiscalDocument): JsonObject {
  return omitUndefined({
    id,
    message: "Cancelamento concluido",
    status: "CONCLUIDO",
    cStat: cancellation && Number(cancellation.code),
    protocolo: cancellation?.protocol,
  });
}
