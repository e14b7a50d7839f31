import type { JsonObject } from "@codespar/contract";
import {
  BRAZIL_STATES,
  digitsOnly,
  formatOffsetTimestamp,
  SAO_PAULO,
  stateOfCep,
  toMajorUnits,
} from "@codespar/formats";
import { lookUpCompany } from "../engines/invoices/company-register.ts";
import { closeManifest, findDocument } from "../engines/invoices/document-events.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalEvent, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { generateNuvemFiscalId } from "../engines/invoices/fiscal-provider-id.ts";
import { fiscalRules } from "../engines/invoices/fiscal-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { type DfeRequest, readCte, readDps, readMdfe, readNfe } from "../engines/invoices/read-dfe.ts";
import { cancelById, correctById, readDocument } from "../engines/invoices/with-document.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { nuvemFiscalTools } from "./tools.ts";

const STATUSES = {
  processing: "pendente",
  authorized: "autorizado",
  rejected: "rejeitado",
  cancelled: "cancelado",
  closed: "encerrado",
} as const;

const NFSE_STATUSES = {
  processing: "processando",
  authorized: "autorizada",
  rejected: "negada",
  cancelled: "cancelada",
  closed: "autorizada",
} as const;

/** Nuvem Fiscal: documents by the field names of their XML, amounts in reais. */
export const nuvemFiscalSimulation = defineSimulation({
  id: "nuvem-fiscal",
  tools: nuvemFiscalTools,
  handlers: {
    nuvem_fiscal_create_nfe: issueHandler((args) => readNfe(args.infNFe, "nfe")),
    nuvem_fiscal_get_nfe: readHandler("nfe"),
    nuvem_fiscal_cancel_nfe: cancelHandler("nfe"),
    nuvem_fiscal_get_nfce: readHandler("nfce"),
    nuvem_fiscal_cancel_nfce: cancelHandler("nfce"),
    nuvem_fiscal_cancel_cte: cancelHandler("cte"),
    nuvem_fiscal_cancel_mdfe: cancelHandler("mdfe"),
    nuvem_fiscal_create_correction_letter: (args, context) =>
      correctById(context, { id: textAt(args, "id"), text: textAt(args, "correcao") }, ["nfe"], (document) =>
        toEvent(document, document.corrections.at(-1), "carta_correcao"),
      ),
    nuvem_fiscal_create_nfce: issueHandler((args) => readNfe(args.infNFe, "nfce")),
    nuvem_fiscal_create_nfse: issueHandler((args) => readDps(args.infDPS)),
    nuvem_fiscal_get_nfse: readHandler("nfse"),
    nuvem_fiscal_cancel_nfse: (args, context) =>
      cancelById(
        context,
        { id: textAt(args, "id"), reason: textAt(args, "motivo") },
        ["nfse"],
        ({ id, cancellation }) =>
          omitUndefined({
            id,
            status: "concluido",
            codigo: textAt(args, "codigo"),
            motivo: cancellation?.text,
            data_hora: cancellation && formatOffsetTimestamp(cancellation.at, SAO_PAULO),
          }),
      ),
    nuvem_fiscal_create_cte: issueHandler((args) => readCte(args.infCte)),
    nuvem_fiscal_get_cte: readHandler("cte"),
    nuvem_fiscal_create_mdfe: issueHandler((args) => readMdfe(args.infMDFe)),
    nuvem_fiscal_get_mdfe: readHandler("mdfe"),
    nuvem_fiscal_close_mdfe(args, context) {
      const found = findDocument(context, textAt(args, "id"), ["mdfe"]);
      if (found instanceof Refusal) return found;
      const closed = closeManifest(found, context);
      return closed instanceof Refusal ? closed : toEvent(closed, closed.closing, "encerramento");
    },
    nuvem_fiscal_get_cnpj(args, { merchant }) {
      const company = lookUpCompany(textAt(args, "cnpj"), merchant);
      if (company instanceof Refusal) return company;
      return {
        cnpj: company.cnpj,
        razao_social: company.name,
        nome_fantasia: company.tradeName,
        situacao_cadastral: { codigo: "02", descricao: "Ativa" },
        endereco: {
          cep: company.postalCode,
          uf: company.state,
          municipio: { codigo_ibge: company.cityCode, descricao: company.city },
        },
      };
    },
    nuvem_fiscal_get_cep(args, { merchant }) {
      const cep = digitsOnly(textAt(args, "cep") ?? "");
      const uf = stateOfCep(cep);
      if (uf === undefined) return new Refusal("not_found", `CEP ${cep} does not exist.`, "404");
      const { capital } = BRAZIL_STATES[uf];
      const [logradouro, bairro] =
        cep === merchant.postalCode ? ["Avenida Paulista", "Bela Vista"] : ["Rua Fictícia", "Centro"];
      // every postal code of a state is taken to be in its capital
      return { cep, uf, logradouro, bairro, municipio: capital.name, codigo_ibge: capital.ibge };
    },
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function readHandler(kind: FiscalKind) {
  return (args: JsonObject, context: CallContext) =>
    readDocument(context, textAt(args, "id"), [kind], getDocument);
}

function cancelHandler(kind: FiscalKind) {
  return (args: JsonObject, context: CallContext) =>
    cancelById(
      context,
      { id: textAt(args, "id"), reason: textAt(args, "justificativa") },
      [kind],
      toCancellation,
    );
}

function issueHandler(parse: (args: JsonObject) => DfeRequest) {
  return (args: JsonObject, context: CallContext): JsonObject | Refusal => {
    const request = parse(args);
    const id = generateNuvemFiscalId(context.random, request.kind);
    const reference = textAt(args, "referencia");
    const isLive = request.isLive === true || textAt(args, "ambiente") === "producao";
    return getDocument(issueDocument({ ...request, id, reference, isLive }, context), context);
  };
}

/** A document as a read shows it. */
export function getDocument(document: FiscalDocument, context: CallContext): JsonObject {
  return document.kind === "nfse" ? toNfse(document, context) : toDfe(document, context);
}

function toDfe(document: FiscalDocument, context: CallContext): JsonObject {
  const { verdict, accessKey, kind, status } = document;
  const printed = status !== "rejected" && status !== "processing";
  return omitUndefined({
    id: document.id,
    ambiente: "homologacao",
    created_at: new Date(document.issuedAt).toISOString(),
    status: STATUSES[status],
    referencia: document.reference,
    data_emissao: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    modelo: Number(fiscalRules[kind].model),
    serie: document.series,
    numero: document.number,
    tipo_emissao: 1,
    valor_total: toMajorUnits(document.amount, "BRL"),
    chave: accessKey,
    autorizacao: verdict && {
      ...omitUndefined({
        ambiente: "homologacao",
        status: verdict.protocol === undefined ? "rejeitado" : "registrado",
        chave_acesso: accessKey,
        data_recebimento: formatOffsetTimestamp(verdict.at, SAO_PAULO),
        codigo_status: statusCode(verdict.code),
        motivo_status: verdict.message,
        numero_protocolo: verdict.protocol,
        digest_value: verdict.digest,
      }),
      autor: { cpf_cnpj: document.issuer?.cnpj ?? context.merchant.cnpj },
    },
    url_pdf: printed ? documentUrl(context, document, "pdf") : undefined,
    url_xml: printed ? documentUrl(context, document, "xml") : undefined,
  });
}

/** An NFS-e of the national standard, whose verification code is its key of 50. */
function toNfse(document: FiscalDocument, context: CallContext): JsonObject {
  const { verdict, accessKey, status, number: nDPS, series } = document;
  const issued = verdict?.protocol !== undefined;
  return omitUndefined({
    id: document.id,
    created_at: new Date(document.issuedAt).toISOString(),
    status: NFSE_STATUSES[status],
    numero: issued ? String(nDPS) : undefined,
    codigo_verificacao: issued ? accessKey : undefined,
    protocolo: verdict?.protocol,
    data_emissao: formatOffsetTimestamp(document.issuedAt, SAO_PAULO),
    ambiente: "homologacao",
    referencia: document.reference,
    DPS: { serie: String(series), nDPS: String(nDPS) },
    valor_servicos: toMajorUnits(document.amount, "BRL"),
    mensagens: status === "rejected" && verdict ? [{ codigo: verdict.code, descricao: verdict.message }] : [],
    link_url: issued ? documentUrl(context, document, "pdf") : undefined,
    url_xml: issued ? documentUrl(context, document, "xml") : undefined,
  });
}

function toCancellation(document: FiscalDocument): JsonObject {
  return toEvent(document, document.cancellation, "cancelamento");
}

function toEvent(document: FiscalDocument, event: FiscalEvent | undefined, type: string): JsonObject {
  if (event === undefined) return {};
  return omitUndefined({
    id: `${document.id}_${type}_${event.sequence}`,
    ambiente: "homologacao",
    status: "registrado",
    tipo_evento: type,
    chave_acesso: document.accessKey,
    numero_sequencial: event.sequence,
    data_evento: formatOffsetTimestamp(event.at, SAO_PAULO),
    data_recebimento: formatOffsetTimestamp(event.at, SAO_PAULO),
    codigo_status: statusCode(event.code),
    motivo_status: event.message,
    numero_protocolo: event.protocol,
    justificativa: event.text,
  });
}

/** A cStat is a number; an invented code stays as it was asked for. */
function statusCode(code: string): number | string {
  return /^\d+$/.test(code) ? Number(code) : code;
}
