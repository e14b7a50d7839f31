import type { JsonObject } from "@codespar/contract";
import type { ConnectorDefinition, FindStrategy, LookUpContext } from "../connect/connector-definition.ts";
import { CredentialsUnusable } from "../connect/sender.ts";
import { textAt, valueAt } from "../json/native-json.ts";
import { getAccessKey, withAccessKey } from "./access-key.ts";
import { contentType, readMessage, writeMessage } from "./messages.ts";
import { isSefazTool, knownStates, serviceUrl } from "./services.ts";
import { sefazTools } from "./tools.ts";
import { sefazWire } from "./wire.ts";

const sped = { source: "github.com/nfephp-org/sped-nfe", confidence: "community" } as const;
const moc = { source: "Manual de Orientação do Contribuinte 7.0", confidence: "community" } as const;

/** The document is asked for by its access key, which we have written. */
const byKey: FindStrategy = {
  find: "look up",
  async lookUp({ arguments: args, read }) {
    const chNFe = getAccessKey(withAccessKey(Object(args.infNFe)));
    const situation = chNFe === undefined ? undefined : await read("sefaz_get_nfe_protocol", { chNFe });
    // a protocol, whatever it says, is the verdict on the document that was sent
    return situation !== undefined && valueAt(situation, "protNFe") !== undefined
      ? withDocument(situation, args)
      : undefined;
  },
  ...moc,
};

const cancelledByKey: FindStrategy = {
  find: "look up",
  async lookUp({ arguments: args, read }: LookUpContext): Promise<JsonObject | undefined> {
    const situation = await read("sefaz_get_nfe_protocol", { chNFe: textAt(args, "chNFe") ?? "" });
    const cStat = textAt(situation, "cStat");
    if (cStat !== "101" && cStat !== "151" && cStat !== "155") return undefined;
    // what the event's own response had said; when and under which protocol stands in the situation
    return { cStat: "128", retEvento: { infEvento: { cStat: "135", chNFe: textAt(args, "chNFe") ?? "" } } };
  },
  ...moc,
};

/** The authority's verdict with the document that it is on, which it does not send back. */
function withDocument(verdict: JsonObject, args: JsonObject): JsonObject {
  return { ...verdict, NFe: { infNFe: withAccessKey(Object(args.infNFe)) } };
}

/**
 * SEFAZ's web services: SOAP over mutual TLS with the issuer's own ICP-Brasil certificate, which also signs each document.
 * Only states whose addresses are known are connected.
 */
export const sefazConnector: ConnectorDefinition = {
  id: "sefaz",
  version: "sefaz/1",
  wire: sefazWire,
  tools: sefazTools,
  hosts: {
    live: "https://nfe.fazenda.sp.gov.br",
    test: "https://homologacao.nfe.fazenda.sp.gov.br",
    ...sped,
  },
  credentials: [
    { name: "certificate", label: "Certificado A1 (PEM)", pem: "certificate", ...moc },
    { name: "private_key", label: "Chave privada (PEM, PKCS #8)", pem: "private key of PKCS #8", ...moc },
    {
      name: "uf",
      label: `UF do emitente: ${knownStates.join(", ")}`,
      secret: false,
      form: new RegExp(`^(?:${knownStates.join("|")})$`),
      ...sped,
    },
  ],
  authorize: () => ({ accept: "application/soap+xml" }),
  clientCertificate: { certificate: "certificate", key: "private_key", ...moc },
  messages: {
    async write({ tool, arguments: args, ...context }) {
      if (!isSefazTool(tool)) throw new Error(`${tool} stands in the wire table and is no web service.`);
      const { credentials, environment } = context;
      const body = await writeMessage(tool, args, context).catch((error) => {
        // it says what is wrong with the key, and quotes nothing
        if (error instanceof TypeError) throw new CredentialsUnusable(error.message);
        throw error;
      });
      return {
        url: serviceUrl(tool, credentials.uf ?? "", environment),
        contentType: contentType(tool),
        body,
      };
    },
    read: readMessage,
  },
  readResult(tool, { body, arguments: args }) {
    if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
    return tool === "sefaz_authorize_nfe" ? withDocument(body, args) : body;
  },
  // refusals are responses of 200 with a cStat, which the translation reads
  readError: () => undefined,
  outcomes: [
    { status: 401, means: "unauthorized", ...moc },
    // the certificate is not trusted, or not of this environment
    { status: 403, means: "unauthorized", ...moc },
  ],
  effects: { sefaz_authorize_nfe: { find: byKey }, sefaz_cancel_nfe: { find: cancelledByKey } },
};
