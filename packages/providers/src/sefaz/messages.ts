import type { Credentials, ProviderEnvironment } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import {
  BRAZIL_STATES,
  formatOffsetTimestamp,
  isBrazilState,
  parseDfeAccessKey,
  SAO_PAULO,
} from "@codespar/formats";
import { textAt } from "../json/native-json.ts";
import { layoutElement, readLayout } from "../xml/layout-xml.ts";
import { findElement, readXml } from "../xml/read-xml.ts";
import { type SigningCertificate, signXml } from "../xml/sign-xml.ts";
import { field, writeElement, type XmlElement } from "../xml/write-xml.ts";
import { withAccessKey } from "./access-key.ts";
import { type SefazTool, sefazServices } from "./services.ts";

/** Namespace of everything inside the messages. */
export const NFE = "http://www.portalfiscal.inf.br/nfe";
const SOAP = "http://www.w3.org/2003/05/soap-envelope";

export interface MessageContext {
  credentials: Credentials;
  environment: ProviderEnvironment;
  /** Milliseconds since the epoch. */
  now: number;
}

/** A tool's message, signed where the authority demands it, in its SOAP 1.2 envelope. */
export async function writeMessage(
  tool: SefazTool,
  args: JsonObject,
  context: MessageContext,
): Promise<string> {
  const { namespace } = sefazServices[tool];
  const message = await getMessage(tool, args, context);
  return envelope({ name: "nfeDadosMsg", attributes: { xmlns: namespace }, children: [message] });
}

/** The content-type of a request; SOAP 1.2 carries its action there. */
export function contentType(tool: SefazTool): string {
  return `application/soap+xml; charset=utf-8; action="${sefazServices[tool].action}"`;
}

/** What stands in an envelope's body as the tool's JSON; undefined for what is no such message, such as a SOAP fault. */
export function readMessage(text: string): Json | undefined {
  const body = findBody(text);
  return body === undefined ? undefined : readLayout(body);
}

/** The authority's message inside an envelope: what is in `nfeDadosMsg` or `nfeResultMsg`. */
export function findBody(text: string): XmlElement | undefined {
  const root = readXml(text);
  if (root === undefined) return undefined;
  const data = findElement(root, "nfeDadosMsg") ?? findElement(root, "nfeResultMsg");
  return data?.children?.find((child) => typeof child === "object");
}

/** An authority's response in its envelope. */
export function writeResult(tool: SefazTool, result: XmlElement): string {
  const { namespace } = sefazServices[tool];
  const withNamespace = { ...result, attributes: { xmlns: NFE, ...result.attributes } };
  return envelope({ name: "nfeResultMsg", attributes: { xmlns: namespace }, children: [withNamespace] });
}

function envelope(message: XmlElement): string {
  const body = { name: "soap:Body", children: [message] };
  const root = { name: "soap:Envelope", attributes: { "xmlns:soap": SOAP }, children: [body] };
  return `<?xml version="1.0" encoding="utf-8"?>${writeElement(root)}`;
}

async function getMessage(
  tool: SefazTool,
  args: JsonObject,
  { credentials, environment, now }: MessageContext,
): Promise<XmlElement> {
  const tpAmb = environment === "live" ? 1 : 2;
  const attributes = { xmlns: NFE, versao: "4.00" };
  const state = (textAt(args, "uf") ?? textAt(args, "UF") ?? credentials.uf ?? "").toUpperCase();
  switch (tool) {
    case "sefaz_get_service_status":
      return {
        name: "consStatServ",
        attributes,
        children: [
          field("tpAmb", tpAmb),
          field("cUF", isBrazilState(state) ? BRAZIL_STATES[state].ibge : state),
          field("xServ", "STATUS"),
        ],
      };
    case "sefaz_get_nfe_protocol":
      return {
        name: "consSitNFe",
        attributes,
        children: [field("tpAmb", tpAmb), field("xServ", "CONSULTAR"), field("chNFe", textAt(args, "chNFe"))],
      };
    case "sefaz_get_taxpayer":
      return {
        name: "ConsCad",
        attributes: { xmlns: NFE, versao: "2.00" },
        children: [
          {
            name: "infCons",
            children: [field("xServ", "CONS-CAD"), field("UF", state), field("CNPJ", textAt(args, "CNPJ"))],
          },
        ],
      };
    case "sefaz_authorize_nfe": {
      const document = withAccessKey(Object(args.infNFe));
      const info = layoutElement("infNFe", { versao: "4.00", ...document });
      const signature = await signXml(info, NFE, getCertificate(credentials));
      return {
        name: "enviNFe",
        attributes,
        children: [
          // a lot of one document, numbered as it is, and processed at once
          field("idLote", textAt(document, "ide.nNF") ?? "1"),
          field("indSinc", 1),
          { name: "NFe", children: [info, signature] },
        ],
      };
    }
    case "sefaz_cancel_nfe":
      return cancellation(args, { tpAmb, now, credentials });
    default:
      throw new TypeError(`${tool satisfies never} is no web service.`);
  }
}

async function cancellation(
  args: JsonObject,
  { tpAmb, now, credentials }: { tpAmb: number; now: number; credentials: Credentials },
): Promise<XmlElement> {
  const key = textAt(args, "chNFe") ?? "";
  const { issuer = "" } = parseDfeAccessKey(key) ?? {};
  const info: XmlElement = {
    name: "infEvento",
    attributes: { Id: `ID110111${key}01` },
    children: [
      field("cOrgao", key.slice(0, 2)),
      field("tpAmb", tpAmb),
      field(issuer.length === 11 ? "CPF" : "CNPJ", issuer),
      field("chNFe", key),
      field("dhEvento", formatOffsetTimestamp(now, SAO_PAULO)),
      field("tpEvento", "110111"),
      field("nSeqEvento", 1),
      field("verEvento", "1.00"),
      {
        name: "detEvento",
        attributes: { versao: "1.00" },
        children: [
          field("descEvento", "Cancelamento"),
          field("nProt", textAt(args, "nProt")),
          field("xJust", textAt(args, "xJust")),
        ],
      },
    ],
  };
  const signature = await signXml(info, NFE, getCertificate(credentials));
  return {
    name: "envEvento",
    attributes: { xmlns: NFE, versao: "1.00" },
    children: [
      field("idLote", 1),
      { name: "evento", attributes: { versao: "1.00" }, children: [info, signature] },
    ],
  };
}

function getCertificate({ certificate = "", private_key: privateKey = "" }: Credentials): SigningCertificate {
  return { certificate, privateKey };
}
