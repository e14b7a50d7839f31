import { calendarDateAt } from "../dates/dates-and-zones.ts";
import { BUENOS_AIRES } from "../dates/zone-names.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { asciiBytes, encodeBase64 } from "../text/base64.ts";

export interface Cae {
  /** Fourteen digits. */
  code: string;
  /** `YYYYMMDD`, ten days after the issue. */
  expiresOn: string;
}

/** What the QR code of an Argentine voucher says, with ARCA's own key names. */
export interface ArgentineVoucher {
  ver: 1;
  /** `YYYY-MM-DD`. */
  fecha: string;
  cuit: number;
  ptoVta: number;
  tipoCmp: number;
  nroCmp: number;
  /** In pesos, two decimals. */
  importe: number;
  moneda: string;
  ctz: number;
  tipoDocRec?: number;
  nroDocRec?: number;
  tipoCodAut: "E" | "A";
  codAut: number;
}

const VALID_DAYS = 10;

/** The authorization code of an Argentine voucher (ARCA, formerly AFIP), fourteen digits; undefined when it is none. */
export function parseCae(text: string): string | undefined {
  const code = text.trim();
  return /^\d{14}$/.test(code) ? code : undefined;
}

/** Whether the text may be a CAE; it has no check digit. */
export function isValidCae(text: string): boolean {
  return parseCae(text) !== undefined;
}

/** A CAE and its last day. `issuedAt` in epoch milliseconds. */
export function generateCae(random: RandomSource, issuedAt: number): Cae {
  const lastDay = calendarDateAt(issuedAt, BUENOS_AIRES, VALID_DAYS);
  return { code: `7${randomDigits(random, 13)}`, expiresOn: lastDay.replaceAll("-", "") };
}

/** Address that the mandatory QR code of an Argentine voucher opens. */
export function argentineQrUrl(voucher: ArgentineVoucher): string {
  return `https://www.afip.gob.ar/fe/qr/?p=${encodeBase64(asciiBytes(JSON.stringify(voucher)))}`;
}
