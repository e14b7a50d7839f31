import type { JsonObject } from "@codespar/contract";
import { pemLabels, readPemBody } from "../connect/pem.ts";
import type {
  EmulatedRequest,
  EmulatedResponse,
  EmulationDefinition,
  EmulationProblem,
} from "../emulation/emulation-definition.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { textAt } from "../json/read-arguments.ts";
import { testCertificate } from "../simulation/test-certificate.ts";
import { layoutElement, readLayout } from "../xml/layout-xml.ts";
import { findElement, localName } from "../xml/read-xml.ts";
import { signXml } from "../xml/sign-xml.ts";
import type { XmlElement } from "../xml/write-xml.ts";
import { findBody, NFE, writeResult } from "./messages.ts";
import { isSefazTool, type SefazTool } from "./services.ts";
import { sefazTools } from "./tools.ts";
import { sefazWire } from "./wire.ts";

/** Which message is for which service, and what its response is called. */
const messages: Readonly<Record<string, { tool: SefazTool; response: string }>> = {
  consStatServ: { tool: "sefaz_get_service_status", response: "retConsStatServ" },
  enviNFe: { tool: "sefaz_authorize_nfe", response: "retEnviNFe" },
  consSitNFe: { tool: "sefaz_get_nfe_protocol", response: "retConsSitNFe" },
  envEvento: { tool: "sefaz_cancel_nfe", response: "retEnvEvento" },
  ConsCad: { tool: "sefaz_get_taxpayer", response: "retConsCad" },
};

const responseNames = Object.fromEntries(
  Object.values(messages).map(({ tool, response }) => [tool, response]),
);

/** What a response has, in the order of the schemas (PL_010b); what else the simulation says is in no message. */
const order = [
  "tpAmb",
  "verAplic",
  "cOrgao",
  "cStat",
  "xMotivo",
  "cUF",
  "dhRecbto",
  "chNFe",
  "tMed",
  "protNFe",
  "retEvento",
  "infCons",
];

/** The certificate that every emulated account has: its own part of PEM, as a proxy would pass it on. */
const certificate = readPemBody(testCertificate.certificate, pemLabels.certificate) ?? "";

/** SEFAZ's SOAP over its simulation. All accounts share one certificate: whoever shows it acts for the account that was connected last. */
export const sefazEmulation: EmulationDefinition = {
  id: "sefaz",
  wire: sefazWire,
  tools: sefazTools,
  hosts: [
    "nfe.fazenda.sp.gov.br",
    "homologacao.nfe.fazenda.sp.gov.br",
    "nfe.svrs.rs.gov.br",
    "nfe-homologacao.svrs.rs.gov.br",
  ],
  readCredential: ({ "client-cert": given = "" }) => /^:([A-Za-z0-9+/=]+):$/.exec(given)?.[1],
  classifyCredential: (credential) => (credential.length > 400 ? "test" : "malformed"),
  makeCredential: () => certificate,
  connection: () => ({
    certificate: testCertificate.certificate,
    private_key: testCertificate.privateKey,
    uf: "SP",
  }),
  readRequest,
  describe,
  describeResult: (tool, result) => (isSefazTool(tool) ? respond(tool, result) : undefined),
};

async function readRequest({ body }: EmulatedRequest) {
  const message = findBody(body);
  const known = message === undefined ? undefined : messages[localName(message)];
  if (message === undefined || known === undefined) return undefined;
  const { tool } = known;
  if (tool === "sefaz_authorize_nfe" || tool === "sefaz_cancel_nfe") {
    const name = tool === "sefaz_authorize_nfe" ? "infNFe" : "infEvento";
    const problem = await findSignatureProblem(message, name);
    if (problem !== undefined) return { tool, response: respond(tool, problem) };
  }
  return { tool, arguments: readArguments(tool, message) };
}

function readArguments(tool: SefazTool, message: XmlElement): JsonObject {
  const layout = Object(readLayout(message)) as JsonObject; // an object of JSON, or an empty one
  switch (tool) {
    case "sefaz_authorize_nfe":
      return { infNFe: Object(layout.NFe).infNFe ?? {} };
    case "sefaz_cancel_nfe": {
      const info = "evento.infEvento";
      return omitUndefined({
        chNFe: textAt(layout, `${info}.chNFe`),
        nProt: textAt(layout, `${info}.detEvento.nProt`),
        xJust: textAt(layout, `${info}.detEvento.xJust`),
      });
    }
    case "sefaz_get_nfe_protocol":
      return omitUndefined({ chNFe: textAt(layout, "chNFe") });
    case "sefaz_get_taxpayer":
      return omitUndefined({ UF: textAt(layout, "infCons.UF"), CNPJ: textAt(layout, "infCons.CNPJ") });
    default:
      return {};
  }
}

/**
 * What SEFAZ says of a signature that is missing (225, the schema) or not over what was sent (297). The digest is that of the
 * element for everybody; the signature itself is compared where the emulator's own certificate signs, which is what it can sign with.
 */
async function findSignatureProblem(message: XmlElement, name: string): Promise<JsonObject | undefined> {
  const element = findElement(message, name);
  const signature = findElement(message, "Signature");
  if (element?.attributes?.Id === undefined || signature === undefined)
    return { cStat: "225", xMotivo: "Rejeicao: Falha no Schema XML do lote de NFe" };
  const right = await signXml(element, NFE, testCertificate);
  const differs = (part: string) =>
    findElement(signature, part)?.children?.[0] !== findElement(right, part)?.children?.[0];
  const isOwn = !differs("X509Certificate");
  return differs("DigestValue") || (isOwn && differs("SignatureValue"))
    ? { cStat: "297", xMotivo: "Rejeicao: Assinatura difere do calculado" }
    : undefined;
}

function respond(tool: SefazTool, result: JsonObject): EmulatedResponse {
  const isEvent = tool === "sefaz_cancel_nfe";
  const sent: JsonObject = isEvent ? { versao: "1.00", idLote: "1" } : { versao: "4.00" };
  const all: JsonObject = isEvent ? { ...result, cOrgao: result.cUF ?? "", cUF: null } : result;
  for (const name of order) if (all[name] !== undefined) sent[name] = all[name] ?? null;
  const root = layoutElement(responseNames[tool] ?? tool, sent);
  return {
    status: 200,
    headers: { "content-type": "application/soap+xml; charset=utf-8" },
    body: writeResult(tool, root),
  };
}

function describe(problem: EmulationProblem): EmulatedResponse {
  switch (problem.kind) {
    case "credential":
      return text(403, "Forbidden");
    case "path":
    case "method":
      return text(404, "Not Found");
    case "unavailable":
      return text(503, "Service Unavailable");
    case "arguments":
    case "refusal": {
      const { tool } = problem;
      if (!isSefazTool(tool)) return text(404, "Not Found");
      const refused = problem.kind === "refusal" ? problem.refusal : undefined;
      if (refused?.code === "not_found")
        return respond(tool, {
          cStat: "217",
          xMotivo: "Rejeicao: NF-e nao consta na base de dados da SEFAZ",
        });
      return respond(tool, {
        cStat: refused?.providerCode ?? "225",
        xMotivo: refused?.message ?? "Rejeicao: Falha no Schema XML do lote de NFe",
      });
    }
    default:
      return text(400, "Bad Request");
  }
}

function text(status: number, body: string): EmulatedResponse {
  return { status, headers: { "content-type": "text/plain" }, body };
}
