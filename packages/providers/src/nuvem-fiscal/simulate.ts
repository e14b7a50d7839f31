import type { JsonObject, JsonSchema } from "@codespar/contract";
import { stateOfCep, toMajorUnits } from "@codespar/formats";
import { brazilTime } from "../engines/invoices/brazil-time.ts";
import { compact } from "../engines/invoices/compact.ts";
import { lookUpCompany } from "../engines/invoices/company-register.ts";
import { closeManifest, findDocument } from "../engines/invoices/document-events.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalEvent, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { generateNuvemFiscalId } from "../engines/invoices/fiscal-provider-id.ts";
import { fiscalRules } from "../engines/invoices/fiscal-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { type DfeRequest, readCte, readDps, readMdfe, readNfe } from "../engines/invoices/read-dfe.ts";
import { cancelById, correctById, readDocument } from "../engines/invoices/with-document.ts";
import { textAt } from "../json/read-arguments.ts";
import { list, nativeInput, number, object, oneOf, text } from "../simulation/native-input.ts";
import {
  type CallContext,
  defineServer,
  Refusal,
  type SimulatedTool,
} from "../simulation/provider-definition.ts";

const DFE: readonly FiscalKind[] = ["nfe", "nfce", "cte", "mdfe"];

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

const person = object({ CPF: text(), CNPJ: text(), xNome: text(), email: text() });
const byId = nativeInput({ id: text("Nuvem Fiscal's id of the document.") }, "id");

/** Nuvem Fiscal: documents by the field names of their XML, amounts in reais. */
export const nuvemFiscal = defineServer({
  id: "nuvem-fiscal",
  tools: {
    nuvem_fiscal_create_nfe: issueTool("Issues an NF-e (model 55).", "infNFe", nfeLayout(), (args) =>
      readNfe(args.infNFe, "nfe"),
    ),
    nuvem_fiscal_get_nfe: {
      description: "Reads an NF-e or NFC-e by id; also any other DF-e that has no tool of its own.",
      input: byId,
      handle: (args, context) => readDocument(context, textAt(args, "id"), DFE, documentOf),
    },
    nuvem_fiscal_cancel_nfe: {
      description:
        "Cancels an NF-e (24 h), NFC-e (30 min), CT-e (7 days) or MDF-e (24 h) after its authorisation.",
      input: nativeInput({ id: text(), justificativa: text("15 to 255 characters.") }, "id", "justificativa"),
      handle: (args, context) =>
        cancelById(
          context,
          { id: textAt(args, "id"), reason: textAt(args, "justificativa") },
          DFE,
          cancellationOf,
        ),
    },
    nuvem_fiscal_create_correction_letter: {
      description: "Registers a correction letter (CC-e) on an NF-e or CT-e, at most 20 for a document.",
      input: nativeInput({ id: text(), correcao: text("15 to 1,000 characters.") }, "id", "correcao"),
      handle: (args, context) =>
        correctById(context, { id: textAt(args, "id"), text: textAt(args, "correcao") }, DFE, (document) =>
          eventOf(document, document.corrections.at(-1), "carta_correcao"),
        ),
    },
    nuvem_fiscal_create_nfce: issueTool("Issues an NFC-e (model 65).", "infNFe", nfeLayout(), (args) =>
      readNfe(args.infNFe, "nfce"),
    ),
    nuvem_fiscal_create_nfse: issueTool(
      "Issues an NFS-e from a declaration (DPS) of the national standard.",
      "infDPS",
      object({
        dhEmi: text(),
        toma: person,
        serv: { type: "object", description: "cServ: cTribNac and xDescServ." },
        valores: { type: "object", description: "vServPrest.vServ in reais." },
      }),
      (args) => readDps(args.infDPS),
    ),
    nuvem_fiscal_get_nfse: {
      description: "Reads an NFS-e by id.",
      input: byId,
      handle: (args, context) => readDocument(context, textAt(args, "id"), ["nfse"], documentOf),
    },
    nuvem_fiscal_cancel_nfse: {
      description: "Cancels an NFS-e.",
      input: nativeInput(
        { id: text(), codigo: text(), motivo: text("15 to 255 characters.") },
        "id",
        "motivo",
      ),
      handle: (args, context) =>
        cancelById(
          context,
          { id: textAt(args, "id"), reason: textAt(args, "motivo") },
          ["nfse"],
          cancellationOf,
        ),
    },
    nuvem_fiscal_create_cte: issueTool(
      "Issues a CT-e (model 57). The sandbox assumes a road trip inside São Paulo.",
      "infCte",
      object({
        ide: { type: "object", description: "dhEmi, serie, nCT." },
        dest: person,
        vPrest: { type: "object", description: "vTPrest and Comp, in reais." },
        infCTeNorm: { type: "object", description: "infCarga." },
      }),
      (args) => readCte(args.infCte),
    ),
    nuvem_fiscal_get_cte: {
      description: "Reads a CT-e by id.",
      input: byId,
      handle: (args, context) => readDocument(context, textAt(args, "id"), ["cte"], documentOf),
    },
    nuvem_fiscal_create_mdfe: issueTool(
      "Issues an MDF-e (model 58). The sandbox assumes one truck, plate ABC1D23, inside São Paulo.",
      "infMDFe",
      object({
        ide: { type: "object", description: "dhEmi, serie, nMDF." },
        prodPred: { type: "object", description: "xProd of the main product." },
        tot: { type: "object", description: "vCarga in reais." },
      }),
      (args) => readMdfe(args.infMDFe),
    ),
    nuvem_fiscal_get_mdfe: {
      description: "Reads an MDF-e by id.",
      input: byId,
      handle: (args, context) => readDocument(context, textAt(args, "id"), ["mdfe"], documentOf),
    },
    nuvem_fiscal_close_mdfe: {
      description: "Ends the trip of an authorised MDF-e.",
      input: nativeInput({ id: text(), cUF: number(), cMun: number() }, "id"),
      risk: "fiscal",
      handle(args, context) {
        const found = findDocument(context, textAt(args, "id"), ["mdfe"]);
        if (found instanceof Refusal) return found;
        const closed = closeManifest(found, context);
        return closed instanceof Refusal ? closed : eventOf(closed, closed.closing, "encerramento");
      },
    },
    nuvem_fiscal_register_company: {
      description: "Registers a company that will issue documents.",
      input: nativeInput(
        {
          cpf_cnpj: text(),
          nome_razao_social: text(),
          email: text(),
          endereco: { type: "object", description: "Address." },
        },
        "cpf_cnpj",
        "nome_razao_social",
        "email",
      ),
    },
    nuvem_fiscal_get_cnpj: {
      description: "Looks a company up in the federal register.",
      input: nativeInput({ cnpj: text("With or without mask.") }, "cnpj"),
      handle(args, { merchant }) {
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
    },
    nuvem_fiscal_get_cep: {
      description: "Looks a postal code up.",
      input: nativeInput({ cep: text("Eight digits.") }, "cep"),
      handle(args, { merchant }) {
        const cep = textAt(args, "cep")?.replace(/\D/g, "") ?? "";
        const uf = stateOfCep(cep);
        if (uf === undefined) return new Refusal("not_found", `CEP ${cep} does not exist.`, "404");
        if (cep !== merchant.postalCode) return { cep, uf, logradouro: "Rua Ficticia", bairro: "Centro" };
        return {
          cep,
          uf,
          logradouro: "Avenida Paulista",
          bairro: "Bela Vista",
          municipio: merchant.city,
          codigo_ibge: merchant.cityCode,
        };
      },
    },
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function issueTool(
  description: string,
  layout: string,
  schema: JsonSchema,
  parse: (args: JsonObject) => DfeRequest,
): SimulatedTool {
  return {
    description: `${description} Amounts in reais.`,
    input: nativeInput(
      { ambiente: oneOf("homologacao", "producao"), referencia: text(), [layout]: schema },
      layout,
    ),
    handle(args, context) {
      const request = parse(args);
      const id = generateNuvemFiscalId(context.random, request.kind);
      const reference = textAt(args, "referencia");
      return documentOf(issueDocument({ ...request, id, reference }, context), context);
    },
  };
}

function nfeLayout(): JsonSchema {
  return object({
    ide: { type: "object", description: "natOp, dhEmi, and serie and nNF if you number yourself." },
    dest: person,
    det: list({ type: "object", description: "prod: cProd, xProd, NCM, CFOP, uCom, qCom, vUnCom, vProd." }),
    total: { type: "object", description: "ICMSTot.vNF." },
    pag: { type: "object", description: "detPag." },
  });
}

function documentOf(document: FiscalDocument, context: CallContext): JsonObject {
  return document.kind === "nfse" ? nfseOf(document, context) : dfeOf(document, context);
}

function dfeOf(document: FiscalDocument, { server, merchant }: CallContext): JsonObject {
  const { verdict, accessKey, kind, status } = document;
  const printed = status !== "rejected" && status !== "processing";
  return compact({
    id: document.id,
    ambiente: "homologacao",
    created_at: new Date(document.issuedAt).toISOString(),
    status: STATUSES[status],
    referencia: document.reference,
    data_emissao: brazilTime(document.issuedAt),
    modelo: Number(fiscalRules[kind].model),
    serie: document.series,
    numero: document.number,
    tipo_emissao: 1,
    valor_total: toMajorUnits(document.amount, "BRL"),
    chave: accessKey,
    autorizacao: verdict && {
      ...compact({
        ambiente: "homologacao",
        status: verdict.protocol === undefined ? "rejeitado" : "registrado",
        chave_acesso: accessKey,
        data_recebimento: brazilTime(verdict.at),
        codigo_status: statusCode(verdict.code),
        motivo_status: verdict.message,
        numero_protocolo: verdict.protocol,
        digest_value: verdict.digest,
      }),
      autor: { cpf_cnpj: merchant.cnpj },
    },
    url_pdf: printed ? documentUrl(server, kind, accessKey, "pdf") : undefined,
    url_xml: printed ? documentUrl(server, kind, accessKey, "xml") : undefined,
  });
}

/** An NFS-e of the national standard, whose verification code is its key of 50. */
function nfseOf(document: FiscalDocument, { server }: CallContext): JsonObject {
  const { verdict, accessKey, status, number: nDPS, series } = document;
  const issued = verdict?.protocol !== undefined;
  return compact({
    id: document.id,
    created_at: new Date(document.issuedAt).toISOString(),
    status: NFSE_STATUSES[status],
    numero: issued ? String(nDPS) : undefined,
    codigo_verificacao: issued ? accessKey : undefined,
    protocolo: verdict?.protocol,
    data_emissao: brazilTime(document.issuedAt),
    ambiente: "homologacao",
    referencia: document.reference,
    DPS: { serie: String(series), nDPS: String(nDPS) },
    valor_servicos: toMajorUnits(document.amount, "BRL"),
    mensagens: status === "rejected" && verdict ? [{ codigo: verdict.code, descricao: verdict.message }] : [],
    link_url: issued ? documentUrl(server, "nfse", accessKey, "pdf") : undefined,
    url_xml: issued ? documentUrl(server, "nfse", accessKey, "xml") : undefined,
  });
}

function cancellationOf(document: FiscalDocument): JsonObject {
  return eventOf(document, document.cancellation, "cancelamento");
}

function eventOf(document: FiscalDocument, event: FiscalEvent | undefined, type: string): JsonObject {
  if (event === undefined) return {};
  return compact({
    id: `${document.id}_${type}_${event.sequence}`,
    ambiente: "homologacao",
    status: "registrado",
    tipo_evento: type,
    chave_acesso: document.accessKey,
    numero_sequencial: event.sequence,
    data_evento: brazilTime(event.at),
    data_recebimento: brazilTime(event.at),
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
