import { formatLocalTimestamp } from "../dates/timestamp.ts";
import { MEXICO_CITY } from "../dates/zone-names.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomBytes } from "../random/random-text.ts";
import { generateUuid } from "../random/uuid.ts";
import { encodeBase64 } from "../text/base64.ts";

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

/** The stamp of a CFDI 4.0 (SAT, Anexo 20) at an instant in epoch milliseconds. */
export function generateCfdiStamp(random: RandomSource, stampedAt: number): CfdiStamp {
  return {
    Version: "1.1",
    UUID: generateUuid(random).toUpperCase(),
    FechaTimbrado: formatLocalTimestamp(stampedAt, MEXICO_CITY),
    RfcProvCertif: TEST_PAC_RFC,
    SelloCFD: generateCfdiSeal(random),
    NoCertificadoSAT: TEST_CERTIFICATE_NUMBER,
    SelloSAT: generateCfdiSeal(random),
  };
}

/** Base64 of a 256-byte RSA signature, 344 characters. */
export function generateCfdiSeal(random: RandomSource): string {
  return encodeBase64(randomBytes(random, 256));
}
