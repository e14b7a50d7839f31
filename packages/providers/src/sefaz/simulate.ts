import type { JsonObject } from "@codespar/contract";
import { dfeXmlId, formatOffsetTimestamp, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { lookUpCompany } from "../engines/invoices/company-register.ts";
import { cancelDocument, findDocument } from "../engines/invoices/document-events.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalEvent, FiscalVerdict } from "../engines/invoices/fiscal-document.ts";
import { fiscalRules } from "../engines/invoices/fiscal-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { type DfeRequest, readCte, readMdfe, readNfe } from "../engines/invoices/read-dfe.ts";
import { createSpedFile, describeSpedFile, findSpedFile } from "../engines/invoices/sped-file.ts";
import { readDocument } from "../engines/invoices/with-document.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { sefazTools } from "./tools.ts";

/** What the authority calls its program. */
const APPLICATION = "SANDBOX_1.0";

const KINDS = ["nfe", "cte", "mdfe"] as const;

/** What the XML calls each model: its root, and the suffix of `prot…` and `ch…`. */
const ROOTS = { nfe: "NFe", nfce: "NFe", cte: "CTe", mdfe: "MDFe", nfse: "NFSe" } as const;

/** The authority itself: web services by the names of their XML, as JSON; and SPED files. */
export const sefazSimulation = defineSimulation({
  id: "sefaz",
  tools: sefazTools,
  handlers: {
    sefaz_get_service_status: (_args, context) => ({
      ...header(context),
      cStat: "107",
      xMotivo: "Servico em Operacao",
      dhRecbto: formatOffsetTimestamp(context.now, SAO_PAULO),
      tMed: "1",
    }),
    sefaz_authorize_nfe: authorizeHandler((args) => readNfe(args.infNFe, "nfe")),
    sefaz_get_nfe_protocol: (args, context) =>
      readDocument(context, textAt(args, "chNFe"), KINDS, readSituation),
    sefaz_cancel_nfe: cancel,
    sefaz_authorize_cte: authorizeHandler((args) => readCte(args.infCte)),
    sefaz_authorize_mdfe: authorizeHandler((args) => readMdfe(args.infMDFe)),
    sefaz_get_taxpayer(args, context) {
      const company = lookUpCompany(textAt(args, "CNPJ"), context.merchant);
      if (company instanceof Refusal) return company;
      return {
        infCons: {
          ...header(context),
          cStat: "111",
          xMotivo: "Consulta cadastro com uma ocorrencia",
          UF: company.state,
          CNPJ: company.cnpj,
          infCad: [
            {
              CNPJ: company.cnpj,
              UF: company.state,
              cSit: "1",
              xNome: company.name,
              xFant: company.tradeName,
              ender: { cMun: company.cityCode, xMun: company.city, CEP: company.postalCode },
            },
          ],
        },
      };
    },
    sefaz_create_sped_file(args, context) {
      const file = createSpedFile(textAt(args, "periodo") ?? "", context);
      return file instanceof Refusal ? file : describeSpedFile(file, context);
    },
    sefaz_get_sped_file(args, context) {
      const file = findSpedFile(textAt(args, "id"), context);
      if (file instanceof Refusal) return file;
      return { ...describeSpedFile(file, context), conteudo: `${file.lines.join("\r\n")}\r\n` };
    },
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function authorizeHandler(parse: (args: JsonObject) => DfeRequest) {
  return (args: JsonObject, context: CallContext): JsonObject | Refusal => {
    const document = issueDocument(parse(args), context);
    if (document.verdict === undefined) {
      return {
        ...header(context),
        cStat: "103",
        xMotivo: "Lote recebido com sucesso",
        ...readXml(document, context),
      };
    }
    return {
      ...header(context),
      cStat: "104",
      xMotivo: "Lote processado",
      dhRecbto: formatOffsetTimestamp(document.verdict.at, SAO_PAULO),
      ...readProtocol(document, document.verdict),
      ...readXml(document, context),
    };
  };
}

function cancel(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const found = findDocument(context, textAt(args, "chNFe"), KINDS);
  if (found instanceof Refusal) return found;
  const cancelled = cancelDocument(found, textAt(args, "xJust") ?? "", context);
  const response =
    cancelled instanceof Refusal
      ? { cStat: cancelled.providerCode ?? "999", xMotivo: cancelled.message, nSeqEvento: "1" }
      : readEvent(cancelled.cancellation);
  return {
    ...header(context),
    cStat: "128",
    xMotivo: "Lote de evento processado",
    retEvento: {
      versao: "1.00",
      infEvento: {
        tpAmb: "2",
        verAplic: APPLICATION,
        cOrgao: context.merchant.stateCode,
        cStat: response.cStat ?? "999",
        xMotivo: response.xMotivo ?? "",
        [`ch${ROOTS[found.kind]}`]: found.accessKey,
        tpEvento: "110111",
        ...response,
      },
    },
  };
}

function readSituation(document: FiscalDocument, context: CallContext): JsonObject {
  const { verdict, cancellation, kind } = document;
  const [cStat, xMotivo] =
    verdict === undefined
      ? ["105", "Lote em processamento"]
      : cancellation === undefined
        ? [verdict.code, verdict.message]
        : ["101", `Cancelamento de ${fiscalRules[kind].title} homologado`];
  return {
    ...header(context),
    cStat,
    xMotivo,
    dhRecbto: formatOffsetTimestamp(context.now, SAO_PAULO),
    [`ch${ROOTS[kind]}`]: document.accessKey,
    ...(verdict === undefined ? {} : readProtocol(document, verdict)),
    ...(cancellation === undefined
      ? {}
      : { [`procEvento${ROOTS[kind]}`]: { retEvento: { infEvento: readEvent(cancellation) } } }),
    ...readXml(document, context),
  };
}

function readProtocol(
  document: FiscalDocument,
  { code, message, at, protocol, digest }: FiscalVerdict,
): JsonObject {
  const root = ROOTS[document.kind];
  return {
    [`prot${root}`]: {
      versao: document.kind === "mdfe" ? "3.00" : "4.00",
      infProt: omitUndefined({
        tpAmb: "2",
        verAplic: APPLICATION,
        [`ch${root}`]: document.accessKey,
        dhRecbto: formatOffsetTimestamp(at, SAO_PAULO),
        nProt: protocol,
        digVal: digest,
        cStat: code,
        xMotivo: message,
      }),
    },
  };
}

/** What the XML itself says, as far as the sandbox keeps it, and where its print is. */
function readXml(document: FiscalDocument, context: CallContext): JsonObject {
  const { kind, accessKey, series, number, issuedAt, verdict } = document;
  const amount = toMajorUnits(document.amount, "BRL");
  const numbers = { nfe: "nNF", nfce: "nNF", cte: "nCT", mdfe: "nMDF", nfse: "nNFSe" } as const;
  const totals: Record<string, JsonObject> = {
    nfe: { total: { ICMSTot: { vNF: amount } } },
    cte: { vPrest: { vTPrest: amount } },
    mdfe: { tot: { vCarga: amount } },
  };
  const layouts = { nfe: "infNFe", nfce: "infNFe", cte: "infCte", mdfe: "infMDFe", nfse: "infNFSe" } as const;
  return {
    [ROOTS[kind]]: {
      [layouts[kind]]: {
        Id: dfeXmlId(accessKey),
        ide: {
          cUF: context.merchant.stateCode,
          mod: fiscalRules[kind].model ?? "",
          serie: String(series),
          [numbers[kind]]: String(number),
          dhEmi: formatOffsetTimestamp(issuedAt, SAO_PAULO),
          tpAmb: "2",
        },
        emit: { CNPJ: context.merchant.cnpj, xNome: context.merchant.name },
        ...totals[kind],
      },
    },
    ...(verdict?.protocol === undefined
      ? {}
      : {
          links: {
            pdf: documentUrl(context, document, "pdf"),
            xml: documentUrl(context, document, "xml"),
          },
        }),
  };
}

function readEvent(event: FiscalEvent | undefined): JsonObject {
  return omitUndefined({
    cStat: event?.code,
    xMotivo: event?.message,
    nSeqEvento: event && String(event.sequence),
    dhRegEvento: event && formatOffsetTimestamp(event.at, SAO_PAULO),
    nProt: event?.protocol,
  });
}

function header({ merchant }: CallContext): JsonObject {
  return { versao: "4.00", tpAmb: "2", verAplic: APPLICATION, cUF: merchant.stateCode };
}
