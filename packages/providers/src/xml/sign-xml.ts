import { encodeBase64 } from "@codespar/formats";
import { type PemKind, pemLabels, readPemBody } from "../connect/pem.ts";
import { canonicalXml } from "./canonical-xml.ts";
import { field, type XmlElement } from "./write-xml.ts";

const XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** What signs: an ICP-Brasil certificate of type A1, as PEM. */
export interface SigningCertificate {
  /** `-----BEGIN CERTIFICATE-----`; the first one, where there is a chain. */
  certificate: string;
  /** `-----BEGIN PRIVATE KEY-----`: RSA in PKCS #8, without a password. */
  privateKey: string;
}

/**
 * The `Signature` of an element by its `Id`: enveloped XMLDSig with RSA-SHA1 over canonical XML, as SEFAZ demands it of every
 * document and event (MOC 7.0, annex I). `namespace` is the default one where the element stands.
 * Throws TypeError when the key or the certificate cannot be read; its message quotes neither.
 */
export async function signXml(
  element: XmlElement,
  namespace: string,
  { certificate, privateKey }: SigningCertificate,
): Promise<XmlElement> {
  const id = element.attributes?.Id;
  if (id === undefined) throw new TypeError(`${element.name} has no Id to be signed by.`);
  const signed = utf8(canonicalXml(element, namespace));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", signed));
  const info: XmlElement = {
    name: "SignedInfo",
    children: [
      method("CanonicalizationMethod", C14N),
      method("SignatureMethod", `${XMLDSIG}rsa-sha1`),
      {
        name: "Reference",
        attributes: { URI: `#${id}` },
        children: [
          {
            name: "Transforms",
            children: [method("Transform", `${XMLDSIG}enveloped-signature`), method("Transform", C14N)],
          },
          method("DigestMethod", `${XMLDSIG}sha1`),
          field("DigestValue", encodeBase64(digest)),
        ],
      },
    ],
  };
  const key = await importKey(privateKey);
  const bytes = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", key, utf8(canonicalXml(info, XMLDSIG)));
  return {
    name: "Signature",
    attributes: { xmlns: XMLDSIG },
    children: [
      info,
      field("SignatureValue", encodeBase64(new Uint8Array(bytes))),
      {
        name: "KeyInfo",
        children: [
          {
            name: "X509Data",
            children: [field("X509Certificate", requirePemBody(certificate, "certificate"))],
          },
        ],
      },
    ],
  };
}

function method(name: string, algorithm: string): XmlElement {
  return { name, attributes: { Algorithm: algorithm } };
}

async function importKey(privateKey: string): Promise<CryptoKey> {
  const der = Uint8Array.from(atob(requirePemBody(privateKey, "private key of PKCS #8")), (sign) =>
    sign.charCodeAt(0),
  );
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };
  return crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]).catch(() => {
    throw new TypeError("The private key cannot be read. Give an RSA key in PKCS #8, without a password.");
  });
}

function requirePemBody(text: string, kind: PemKind): string {
  const body = readPemBody(text, pemLabels[kind]);
  if (body === undefined)
    throw new TypeError(`There is no ${kind} in PEM. Convert a .pfx by openssl pkcs12 -nodes.`);
  return body;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
