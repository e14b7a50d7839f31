import { createPdf, type Pdf } from "../pdf/create-pdf.ts";
import { type BarWidths, encodeBars } from "../pdf/encode-bars.ts";
import { encodeQr, type Modules } from "../pdf/encode-modules.ts";
import type { Sheet } from "../pdf/sheet.ts";
import { left, wide } from "./danfe-layout.ts";
import { inGroups } from "./format-paper.ts";
import { paperInstant } from "./local-time.ts";
import { addressLines, maskStateTaxId, maskTaxpayer, type Party } from "./party.ts";

/** What every electronic tax document has, however it is called. Times in epoch milliseconds. */
export interface DfeView {
  number: number;
  series: number;
  accessKey: string;
  issuedAt: number;
  /** Time zone where it was issued. */
  timeZone: string;
  /** Absent until the authority has spoken. */
  protocol?: { number: string; at: number } | undefined;
  isCancelled: boolean;
  issuer: Party;
  receiver: Party;
  /** Centavos. */
  amount: number;
  notes: readonly string[];
  /** What the QR code opens. */
  verificationUrl: string;
}

/** What lies across the sheets of a document, cancelled or not. */
export function dfeWatermark({ isCancelled }: Pick<DfeView, "isCancelled">): string[] {
  return ["SEM VALOR FISCAL", isCancelled ? "CANCELADO - SANDBOX" : "SANDBOX"];
}

export interface DfeTitle {
  /** `DACTE`. */
  short: string;
  long: string;
  model: string;
}

interface DfeHead extends DfeTitle {
  bars: BarWidths;
  qr: Modules;
}

/** A transport document with its head drawn. `top` is where its form begins, in millimetres. */
export async function openDfeSheet(
  view: DfeView,
  title: DfeTitle,
): Promise<{ pdf: Pdf; sheet: Sheet; top: number }> {
  const pdf = await createPdf({
    title: `${title.short} ${view.accessKey}`,
    language: "pt-BR",
    createdAt: view.issuedAt,
    watermark: dfeWatermark(view),
  });
  const sheet = pdf.addSheet();
  const [bars, qr] = await Promise.all([
    encodeBars("code128", view.accessKey),
    encodeQr(view.verificationUrl),
  ]);
  return { pdf, sheet, top: drawDfeHead(sheet, view, { ...title, bars, qr }) };
}

/** Issuer, title, QR code, bars, key and protocol. */
function drawDfeHead(sheet: Sheet, view: DfeView, { short, long, model, bars, qr }: DfeHead): number {
  const { issuer, accessKey, number, series, issuedAt, timeZone, protocol } = view;
  const top = left;
  sheet.frame({ x: left, y: top, width: 82, height: 34 });
  sheet.text(
    issuer.name,
    { x: left + 2, y: top + 3, width: 78, height: 10 },
    { size: 11, bold: true, align: "center" },
  );
  const lines = [
    ...addressLines(issuer),
    `CNPJ ${maskTaxpayer(issuer.document)}${issuer.stateTaxId === undefined ? "" : ` - IE ${maskStateTaxId(issuer.stateTaxId)}`}`,
    issuer.phone ?? "",
  ];
  for (const [index, line] of lines.entries()) {
    sheet.text(
      line,
      { x: left + 2, y: top + 14 + index * 4, width: 78, height: 4 },
      { size: 7.5, align: "center" },
    );
  }
  sheet.frame({ x: left + 82, y: top, width: 78, height: 12 });
  sheet.text(
    short,
    { x: left + 82, y: top + 0.8, width: 78, height: 6 },
    { size: 13, bold: true, align: "center" },
  );
  sheet.text(long, { x: left + 82, y: top + 6.6, width: 78, height: 5 }, { size: 6.5, align: "center" });
  const emission = paperInstant(issuedAt, timeZone);
  sheet.row(
    [
      { label: "MODELO", value: model, width: 11 },
      { label: "SÉRIE", value: String(series), width: 9 },
      { label: "NÚMERO", value: String(number), width: 18 },
      { label: "FL", value: "1/1", width: 8 },
      { label: "DATA E HORA DE EMISSÃO", value: emission, width: 32, style: { size: 7.5 } },
    ],
    { x: left + 82, y: top + 12, height: 7.5 },
  );
  sheet.frame({ x: left + 82, y: top + 19.5, width: 78, height: 14.5 });
  sheet.bars(bars, { x: left + 86, y: top + 21, width: 70, height: 11.5 });
  sheet.frame({ x: left + 160, y: top, width: 34, height: 34 });
  sheet.modules(qr, { x: left + 160.5, y: top + 0.5, width: 33, height: 33 });
  return sheet.row(
    [
      {
        label: "CHAVE DE ACESSO",
        value: inGroups(accessKey, 4),
        width: 110,
        style: { size: 8.5, bold: true },
      },
      {
        label: "PROTOCOLO DE AUTORIZAÇÃO DE USO",
        value: protocol === undefined ? "" : `${protocol.number} - ${paperInstant(protocol.at, timeZone)}`,
        width: wide - 110,
      },
    ],
    { x: left, y: top + 34, height: 8 },
  );
}
