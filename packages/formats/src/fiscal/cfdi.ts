import { formatLocalTimestamp } from "../dates/timestamp.ts";
import { MEXICO_CITY } from "../dates/zone-names.ts";
import { generateUuid, randomBytes } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { encodeBase64 } from "../text/base64.ts";
import { requireValue } from "../text/text-rules.ts";

/** RFC of the certifying provider (PAC) in SAT's own samples. */
export const TEST_PAC_RFC = "SAT970701NN3";
/** Twenty digits: a SAT certificate of the test environment. */
export const TEST_CERTIFICATE_NUMBER = "30001000000400002495";

/** What `tfd:TimbreFiscalDigital` carries, with the attribute names of SAT's schema. */
export interface CfdiStamp {
  Version: "1.1";
  /** The "folio fiscal", upper case. */
  UUID: string;
  /** Mexico City time without offset. */
  FechaTimbrado: string;
  RfcProvCertif: string;
  SelloCFD: string;
  NoCertificadoSAT: string;
  SelloSAT: string;
}

export interface CfdiVerification {
  /** Folio fiscal. */
  uuid: string;
  issuerRfc: string;
  receiverRfc: string;
  /** As the Total attribute prints it, such as `159.90`. */
  total: string;
  /** SelloCFD of the stamp. */
  seal: string;
  /** @default SAT's own page */
  page?: string | undefined;
}

const PAGE = "https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx";
const FOLIO = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;

/** The folio fiscal of a CFDI, a UUID in upper case (SAT, Anexo 20), in any case; undefined when it is none. */
export function parseFolioFiscal(text: string): string | undefined {
  const folio = text.trim().toUpperCase();
  return FOLIO.test(folio) ? folio : undefined;
}

/** Whether the text is a folio fiscal. */
export function isValidFolioFiscal(text: string): boolean {
  return parseFolioFiscal(text) !== undefined;
}

/** Prints a folio fiscal: upper case. Throws RangeError when it is none. */
export function formatFolioFiscal(text: string): string {
  return requireValue(parseFolioFiscal(text), text, "Folio fiscal", "a UUID");
}

/** A folio fiscal. */
export function generateFolioFiscal(random: RandomSource): string {
  return generateUuid(random).toUpperCase();
}

/** The stamp of a CFDI 4.0 (SAT, Anexo 20) at an instant in epoch milliseconds. Its seals sign nothing. */
export function generateCfdiStamp(random: RandomSource, stampedAt: number): CfdiStamp {
  return {
    Version: "1.1",
    UUID: generateFolioFiscal(random),
    FechaTimbrado: formatLocalTimestamp(stampedAt, MEXICO_CITY),
    RfcProvCertif: TEST_PAC_RFC,
    SelloCFD: generateCfdiSeal(random),
    NoCertificadoSAT: TEST_CERTIFICATE_NUMBER,
    SelloSAT: generateCfdiSeal(random),
  };
}

/** Base64 of 256 bytes, as a seal is: 344 characters. */
export function generateCfdiSeal(random: RandomSource): string {
  return encodeBase64(randomBytes(random, 256));
}

/** What the QR code of a CFDI opens (SAT, Anexo 20). */
export function cfdiVerificationUrl({
  uuid,
  issuerRfc,
  receiverRfc,
  total,
  seal,
  page = PAGE,
}: CfdiVerification): string {
  const issuer = encodeURIComponent(issuerRfc);
  const receiver = encodeURIComponent(receiverRfc);
  // SAT prints the seal's end as it is; only a plus would be read back as something else.
  const tail = seal.slice(-8).replaceAll("+", "%2B");
  return `${page}?id=${uuid}&re=${issuer}&rr=${receiver}&tt=${total}&fe=${tail}`;
}
