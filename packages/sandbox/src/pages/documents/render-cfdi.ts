import { createPdf } from "../pdf/create-pdf.ts";
import { encodeQr } from "../pdf/encode-modules.ts";
import type { Sheet } from "../pdf/sheet.ts";
import { plainMoney, plainNumber } from "./format-paper.ts";
import { paperInstant } from "./local-time.ts";
import type { Party } from "./party.ts";
import { nameSatCode } from "./sat-names.ts";

export interface CfdiLine {
  /** ClaveProdServ. */
  code: string;
  description: string;
  quantity: number;
  /** Centavos before tax. */
  subtotal: number;
  /** Centavos of IVA. */
  tax: number;
}

export interface CfdiView {
  kind: "I" | "E" | "T" | "P";
  series: string;
  folio: number;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Time zone where it was issued. */
  timeZone: string;
  isCancelled: boolean;
  issuer: Party;
  receiver: Party;
  /** DomicilioFiscalReceptor and RegimenFiscalReceptor. */
  receiverPostalCode?: string | undefined;
  receiverRegime?: string | undefined;
  /** UsoCFDI. */
  use: string;
  /** Absent on a traslado. */
  payment?: { method: string; form: string } | undefined;
  relatedUuid?: string | undefined;
  lines: readonly CfdiLine[];
  subtotal: number;
  tax: number;
  total: number;
  currency: string;
  stamp: {
    uuid: string;
    /** As `FechaTimbrado` has it. */
    at: string;
    pacRfc: string;
    certificate: string;
    /** NoCertificado: the issuer's own. */
    issuerCertificate: string;
    seal: string;
    satSeal: string;
  };
  /** What the QR code opens. */
  verificationUrl: string;
}

const left = 12;
const wide = 186;
const lineHeight = 7;
const perSheet = 15;

const kinds = { I: "Ingreso", E: "Egreso", T: "Traslado", P: "Pago" } as const;

/** The printed form of a CFDI 4.0 (SAT, Anexo 20), with the code that SAT asks for. */
export async function renderCfdi(view: CfdiView): Promise<Uint8Array> {
  const pdf = await createPdf({
    title: `CFDI ${view.stamp.uuid}`,
    language: "es-MX",
    createdAt: view.issuedAt,
    watermark: ["SIN VALOR FISCAL", view.isCancelled ? "CANCELADO - SANDBOX" : "SANDBOX"],
  });
  const qr = await encodeQr(view.verificationUrl);
  const sheets = Math.max(1, Math.ceil(view.lines.length / perSheet));
  for (let index = 0; index < sheets; index += 1) {
    const sheet = pdf.addSheet();
    const top = drawHead(sheet, view);
    const y = drawLines(sheet, view.kind, view.lines.slice(index * perSheet, (index + 1) * perSheet), top);
    sheet.text(
      `Página ${index + 1} de ${sheets}`,
      { x: left, y: 288, width: wide, height: 4 },
      { size: 7, align: "right" },
    );
    if (index < sheets - 1) continue;
    drawTotals(sheet, view, y + 2);
    // at the right, where nothing of what lies across the sheet is hidden by its white
    sheet.modules(qr, { x: left + wide - 46, y: 226, width: 46, height: 46 });
    drawStamp(sheet, view);
  }
  return pdf.save();
}

function drawHead(sheet: Sheet, view: CfdiView): number {
  const { issuer, receiver, stamp, issuedAt, timeZone } = view;
  sheet.text(issuer.name, { x: left, y: 12, width: 110, height: 6.5 }, { size: 14, bold: true });
  sheet.text(`RFC ${issuer.document ?? ""}`, { x: left, y: 20, width: 110, height: 4 }, { size: 9 });
  sheet.text(
    `Régimen fiscal ${nameSatCode("regime", "601")}  ·  Lugar de expedición 06600`,
    { x: left, y: 25, width: 120, height: 4 },
    { size: 8 },
  );
  sheet.text(
    `CFDI 4.0 de ${kinds[view.kind]}`,
    { x: left + 110, y: 12, width: wide - 110, height: 6 },
    { size: 12, bold: true, align: "right" },
  );
  sheet.text(
    `Serie ${view.series} · Folio ${view.folio}`,
    { x: left + 110, y: 18.5, width: wide - 110, height: 5 },
    { size: 10, align: "right" },
  );
  sheet.text(
    paperInstant(issuedAt, timeZone),
    { x: left + 110, y: 24, width: wide - 110, height: 4 },
    { size: 8, align: "right" },
  );
  let y = 32;
  y = sheet.row(
    [
      { label: "Folio fiscal (UUID)", value: stamp.uuid, width: 110, style: { mono: true, size: 9 } },
      { label: "No. de serie del CSD del SAT", value: stamp.certificate, width: wide - 110 },
    ],
    { x: left, y, height: 8 },
  );
  y = sheet.row(
    [
      { label: "Receptor", value: receiver.name, width: 110 },
      { label: "RFC del receptor", value: receiver.document ?? "", width: 44 },
      { label: "Domicilio fiscal (C.P.)", value: view.receiverPostalCode ?? "", width: wide - 154 },
    ],
    { x: left, y, height: 8 },
  );
  y = sheet.row(
    [
      {
        label: "Régimen fiscal del receptor",
        value: nameSatCode("regime", view.receiverRegime),
        width: 80,
        style: { size: 7 },
      },
      { label: "Uso CFDI", value: nameSatCode("use", view.use), width: 58, style: { size: 7 } },
      {
        label: "No. de serie del CSD del emisor",
        value: stamp.issuerCertificate,
        width: wide - 138,
        style: { size: 7 },
      },
    ],
    { x: left, y, height: 8 },
  );
  return sheet.row(
    [
      {
        label: "Método de pago",
        value: nameSatCode("method", view.payment?.method),
        width: 50,
        style: { size: 7 },
      },
      {
        label: "Forma de pago",
        value: nameSatCode("form", view.payment?.form),
        width: 54,
        style: { size: 7 },
      },
      { label: "Moneda", value: view.currency, width: 13 },
      { label: "Exportación", value: "01", width: 15 },
      {
        label: "CFDI relacionado",
        value: view.relatedUuid ?? "",
        width: wide - 132,
        style: { mono: true, size: 6 },
      },
    ],
    { x: left, y, height: 8 },
  );
}

const columns = [
  { label: "Cantidad", width: 16, align: "right" },
  { label: "Unidad", width: 14, align: "left" },
  { label: "Clave", width: 18, align: "left" },
  { label: "Descripción", width: 58, align: "left" },
  { label: "Objeto imp.", width: 18, align: "left" },
  { label: "V. unitario", width: 22, align: "right" },
  { label: "Importe", width: 20, align: "right" },
  { label: "IVA", width: 20, align: "right" },
] as const;

function drawLines(sheet: Sheet, kind: CfdiView["kind"], lines: readonly CfdiLine[], top: number): number {
  let y = top + 3;
  sheet.fill({ x: left, y, width: wide, height: 5 }, 0.9);
  const drawRow = (values: readonly string[], height: number, bold: boolean) => {
    let x = left;
    for (const [index, { width, align }] of columns.entries()) {
      const area = { x: x + 1, y, width: width - 2, height };
      sheet.text(values[index] ?? "", area, { size: 7.5, bold, align, vertical: "middle" });
      x += width;
    }
    y += height;
    sheet.rule({ x: left, y, width: wide });
  };
  drawRow(
    columns.map(({ label }) => label),
    5,
    true,
  );
  for (const { code, description, quantity, subtotal, tax } of lines) {
    const money = (amount: number) => plainMoney(amount, "MXN", "es-MX");
    drawRow(
      [
        plainNumber(quantity, "es-MX", 0),
        // what every line has in the XML: a piece
        "H87",
        code,
        description,
        kind === "T" || kind === "P" ? "01 - No" : "02 - Sí",
        plainNumber(Number((subtotal / 100 / quantity).toFixed(6)), "es-MX"),
        money(subtotal),
        money(tax),
      ],
      lineHeight,
      false,
    );
  }
  return y;
}

/** IVA with its rate, where all lines have the same one. */
function nameTax({ lines }: CfdiView): string {
  const rates = new Set(
    lines.map(({ subtotal, tax }) => (subtotal === 0 ? 0 : Math.round((100 * tax) / subtotal))),
  );
  const [rate] = rates;
  return rates.size === 1 ? `IVA ${rate} %` : "IVA";
}

function drawTotals(sheet: Sheet, view: CfdiView, top: number): void {
  const { subtotal, tax, total, currency } = view;
  const rows: [string, number][] = [
    ["Subtotal", subtotal],
    [nameTax(view), tax],
    [`Total ${currency}`, total],
  ];
  for (const [index, [label, amount]] of rows.entries()) {
    const isTotal = index === rows.length - 1;
    const style = { size: isTotal ? 11 : 9, bold: isTotal } as const;
    const y = top + index * 5.5;
    sheet.text(label, { x: left + 110, y, width: 36, height: 5.5 }, style);
    sheet.text(
      plainMoney(amount, "MXN", "es-MX"),
      { x: left + 146, y, width: wide - 147, height: 5.5 },
      { ...style, align: "right" },
    );
  }
}

function drawStamp(sheet: Sheet, { stamp }: CfdiView): void {
  const x = left;
  const width = wide - 50;
  const chain = `||1.1|${stamp.uuid}|${stamp.at}|${stamp.pacRfc}|${stamp.seal}|${stamp.certificate}||`;
  const parts: [string, string][] = [
    ["Sello digital del CFDI", stamp.seal],
    ["Sello del SAT", stamp.satSeal],
    ["Cadena original del complemento de certificación", chain],
  ];
  let y = 226;
  for (const [label, text] of parts) {
    sheet.text(label, { x, y, width, height: 3.5 }, { size: 7, bold: true });
    sheet.text(text, { x, y: y + 3.5, width, height: 11 }, { size: 5.5, mono: true });
    y += 15;
  }
  sheet.text(
    `RFC del PAC ${stamp.pacRfc}  ·  Fecha de certificación ${stamp.at}`,
    { x, y, width, height: 4 },
    { size: 7 },
  );
  sheet.text(
    "Este documento es una representación impresa de un CFDI del ambiente de pruebas CodeSpar, sin valor fiscal.",
    { x: left, y: 276, width: wide, height: 4 },
    { size: 8, bold: true, align: "center" },
  );
}
