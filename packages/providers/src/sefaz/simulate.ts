import type { JsonObject, JsonSchema } from "@codespar/contract";
import { dfeXmlId, toMajorUnits } from "@codespar/formats";
import { brazilTime } from "../engines/invoices/brazil-time.ts";
import { compact } from "../engines/invoices/compact.ts";
import { lookUpCompany } from "../engines/invoices/company-register.ts";
import { cancelDocument, findDocument } from "../engines/invoices/document-events.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalEvent, FiscalVerdict } from "../engines/invoices/fiscal-document.ts";
import { fiscalRules } from "../engines/invoices/fiscal-rules.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { type DfeRequest, readCte, readMdfe, readNfe } from "../engines/invoices/read-dfe.ts";
import { createSpedFile, describeSpedFile, findSpedFile } from "../engines/invoices/sped-file.ts";
import { readDocument } from "../engines/invoices/with-document.ts";
import { textAt } from "../json/read-arguments.ts";
import { nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import {
  type CallContext,
  defineServer,
  Refusal,
  type SimulatedTool,
} from "../simulation/provider-definition.ts";

const KINDS = ["nfe", "cte", "mdfe"] as const;
/** What the XML calls each model: its root, and the suffix of `prot…` and `ch…`. */
const ROOTS = { nfe: "NFe", nfce: "NFe", cte: "CTe", mdfe: "MDFe", nfse: "NFSe" } as const;

/** The authority itself: web services by the names of their XML, as JSON; and SPED files. */
export const sefaz = defineServer({
  id: "sefaz",
  tools: {
    sefaz_get_service_status: {
      description: "Asks whether the authoriser is in operation (NFeStatusServico4).",
      input: nativeInput({ uf: text("Two letters.") }),
      handle: (_args, context) => ({
        ...header(context),
        cStat: "107",
        xMotivo: "Servico em Operacao",
        dhRecbto: brazilTime(context.now),
        tMed: "1",
      }),
    },
    sefaz_authorize_nfe: authorizeTool(
      "Authorises an NF-e (NFeAutorizacao4).",
      "infNFe",
      { ide: anything(), dest: anything(), det: { type: "array" }, total: anything() },
      (args) => readNfe(args.infNFe, "nfe"),
    ),
    sefaz_get_nfe_protocol: {
      description: "Asks for the state of an NF-e, CT-e or MDF-e by access key (NFeConsultaProtocolo4).",
      input: nativeInput({ chNFe: text("Access key, 44 characters.") }, "chNFe"),
      handle: (args, context) => readDocument(context, textAt(args, "chNFe"), KINDS, situationOf),
    },
    sefaz_cancel_nfe: {
      description:
        "Registers the cancellation of an NF-e (24 h), CT-e (7 days) or MDF-e (24 h) (NFeRecepcaoEvento4). A refusal is in infEvento.cStat.",
      input: nativeInput(
        { chNFe: text("Access key, 44 characters."), nProt: text(), xJust: text("15 to 255 characters.") },
        "chNFe",
        "xJust",
      ),
      handle: cancel,
    },
    sefaz_authorize_cte: authorizeTool(
      "Authorises a CT-e (CTeRecepcaoSincV4). The sandbox assumes a road trip inside São Paulo.",
      "infCte",
      { ide: anything(), dest: anything(), vPrest: anything() },
      (args) => readCte(args.infCte),
    ),
    sefaz_authorize_mdfe: authorizeTool(
      "Authorises an MDF-e (MDFeRecepcaoSinc). The sandbox assumes one truck, plate ABC1D23, inside São Paulo.",
      "infMDFe",
      { ide: anything(), prodPred: anything(), tot: anything() },
      (args) => readMdfe(args.infMDFe),
    ),
    sefaz_get_taxpayer: {
      description: "Looks a taxpayer up in the state's register (CadConsultaCadastro4).",
      input: nativeInput({ UF: text("Two letters."), CNPJ: text() }, "CNPJ"),
      handle(args, context) {
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
    },
    sefaz_create_sped_file: {
      description: "Writes and transmits the bookkeeping file (EFD ICMS/IPI) of a month.",
      input: nativeInput({ periodo: text("YYYY-MM."), tipo: oneOf("efd_icms_ipi") }, "periodo"),
      handle(args, context) {
        const file = createSpedFile(textAt(args, "periodo") ?? "", context);
        return file instanceof Refusal ? file : describeSpedFile(file);
      },
    },
    sefaz_get_sped_file: {
      description: "Reads a bookkeeping file with its lines.",
      input: nativeInput({ id: text() }, "id"),
      handle(args, context) {
        const file = findSpedFile(textAt(args, "id"), context);
        if (file instanceof Refusal) return file;
        return { ...describeSpedFile(file), conteudo: `${file.lines.join("\r\n")}\r\n` };
      },
    },
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function authorizeTool(
  description: string,
  layout: string,
  properties: Record<string, JsonSchema>,
  parse: (args: JsonObject) => DfeRequest,
): SimulatedTool {
  return {
    description: `${description} Amounts in reais.`,
    input: nativeInput({ [layout]: object(properties) }, layout),
    handle(args, context) {
      const document = issueDocument(parse(args), context);
      if (document.verdict === undefined) {
        return {
          ...header(context),
          cStat: "103",
          xMotivo: "Lote recebido com sucesso",
          ...xmlOf(document, context),
        };
      }
      return {
        ...header(context),
        cStat: "104",
        xMotivo: "Lote processado",
        dhRecbto: brazilTime(document.verdict.at),
        ...protocolOf(document, document.verdict),
        ...xmlOf(document, context),
      };
    },
  };
}

function cancel(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const found = findDocument(context, textAt(args, "chNFe"), KINDS);
  if (found instanceof Refusal) return found;
  const cancelled = cancelDocument(found, textAt(args, "xJust") ?? "", context);
  const answer =
    cancelled instanceof Refusal
      ? { cStat: cancelled.providerCode ?? "999", xMotivo: cancelled.message, nSeqEvento: "1" }
      : eventOf(cancelled.cancellation);
  return {
    ...header(context),
    cStat: "128",
    xMotivo: "Lote de evento processado",
    retEvento: {
      infEvento: {
        tpAmb: "2",
        cOrgao: context.merchant.stateCode,
        [`ch${ROOTS[found.kind]}`]: found.accessKey,
        tpEvento: "110111",
        ...answer,
      },
    },
  };
}

function situationOf(document: FiscalDocument, context: CallContext): JsonObject {
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
    [`ch${ROOTS[kind]}`]: document.accessKey,
    ...(verdict === undefined ? {} : protocolOf(document, verdict)),
    ...(cancellation === undefined
      ? {}
      : { [`procEvento${ROOTS[kind]}`]: { retEvento: { infEvento: eventOf(cancellation) } } }),
    ...xmlOf(document, context),
  };
}

function protocolOf(
  document: FiscalDocument,
  { code, message, at, protocol, digest }: FiscalVerdict,
): JsonObject {
  const root = ROOTS[document.kind];
  return {
    [`prot${root}`]: {
      infProt: compact({
        tpAmb: "2",
        [`ch${root}`]: document.accessKey,
        dhRecbto: brazilTime(at),
        nProt: protocol,
        digVal: digest,
        cStat: code,
        xMotivo: message,
      }),
    },
  };
}

/** What the XML itself says, as far as the sandbox keeps it, and where its print is. */
function xmlOf(document: FiscalDocument, { server, merchant }: CallContext): JsonObject {
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
          cUF: merchant.stateCode,
          mod: fiscalRules[kind].model ?? "",
          serie: String(series),
          [numbers[kind]]: String(number),
          dhEmi: brazilTime(issuedAt),
          tpAmb: "2",
        },
        emit: { CNPJ: merchant.cnpj, xNome: merchant.name },
        ...totals[kind],
      },
    },
    ...(verdict?.protocol === undefined
      ? {}
      : {
          links: {
            pdf: documentUrl(server, kind, accessKey, "pdf"),
            xml: documentUrl(server, kind, accessKey, "xml"),
          },
        }),
  };
}

function eventOf(event: FiscalEvent | undefined): JsonObject {
  return compact({
    cStat: event?.code,
    xMotivo: event?.message,
    nSeqEvento: event && String(event.sequence),
    dhRegEvento: event && brazilTime(event.at),
    nProt: event?.protocol,
  });
}

function header({ merchant }: CallContext): JsonObject {
  return { versao: "4.00", tpAmb: "2", verAplic: "SANDBOX_1.0", cUF: merchant.stateCode };
}

function anything(): JsonSchema {
  return { type: "object", description: "By the names of the XML." };
}
