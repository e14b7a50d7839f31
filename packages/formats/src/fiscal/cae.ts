import { epochDayAt, formatEpochDay } from "../dates/calendar-date.ts";
import { BUENOS_AIRES } from "../dates/zone-names.ts";
import type { RandomSource } from "../random/random-source.ts";
import { randomDigits } from "../random/random-text.ts";
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

/** Authorization code of an Argentine invoice and its last day (ARCA, formerly AFIP). */
export function generateCae(random: RandomSource, issuedAt: number): Cae {
  const lastDay = epochDayAt(issuedAt, BUENOS_AIRES) + VALID_DAYS;
  return { code: `7${randomDigits(random, 13)}`, expiresOn: formatEpochDay(lastDay).replaceAll("-", "") };
}

/** Address that the mandatory QR code of an Argentine voucher opens. */
export function argentineQrUrl(voucher: ArgentineVoucher): string {
  return `https://www.afip.gob.ar/fe/qr/?p=${encodeBase64(asciiBytes(JSON.stringify(voucher)))}`;
}
