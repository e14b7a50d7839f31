import { createPdf, type Pdf } from "../pdf/create-pdf.ts";
import { type BarWidths, encodeBars } from "../pdf/encode-bars.ts";
import type { FieldCell, Sheet } from "../pdf/sheet.ts";
import { drawBlock, drawTitle, groupedNumber, left, rowHeight, wide } from "./danfe-layout.ts";
import { drawDanfeItems, type FiscalLine, itemHeight } from "./draw-danfe-items.ts";
import { inGroups, plainMoney } from "./format-paper.ts";
import { paperDate, paperInstant, paperTime } from "./local-time.ts";
import { addressLines, maskPostalCode, maskStateTaxId, maskTaxpayer, type Party } from "./party.ts";

export interface DanfeView {
  number: number;
  series: number;
  /** 44 characters. */
  accessKey: string;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Time zone where it was issued. */
  timeZone: string;
  /** natOp. */
  nature: string;
  /** Absent until the authority has spoken. */
  protocol?: { number: string; at: number } | undefined;
  isCancelled: boolean;
  issuer: Party;
  receiver: Party;
  lines: readonly FiscalLine[];
  /** Centavos. */
  amount: number;
  totals?: DanfeTotals | undefined;
  /** tpNF. @default "1", goods that leave */
  direction?: string | undefined;
  /** modFrete. @default "9", no freight */
  freight?: string | undefined;
  /** infCpl. */
  notes: readonly string[];
}

/** Of ICMSTot, in centavos; what the document does not say is zero. */
export interface DanfeTotals {
  icmsBase?: number | undefined;
  icms?: number | undefined;
  substitutionBase?: number | undefined;
  substitution?: number | undefined;
  goods?: number | undefined;
  freight?: number | undefined;
  insurance?: number | undefined;
  discount?: number | undefined;
  other?: number | undefined;
  ipi?: number | undefined;
}

/** modFrete (layout 4.00). */
const freights: Readonly<Record<string, string>> = {
  "0": "0 - Por conta do rem.",
  "1": "1 - Por conta do dest.",
  "2": "2 - De terceiros",
  "3": "3 - Próprio, remetente",
  "4": "4 - Próprio, dest.",
  "9": "9 - Sem frete",
};

const bottom = 289;

/** The DANFE of an NF-e, upright (MOC 7.0, Anexo II), on as many sheets as its items need. */
export async function renderDanfe(view: DanfeView): Promise<Uint8Array> {
  const pdf = await createPdf({
    title: `DANFE ${view.accessKey}`,
    language: "pt-BR",
    createdAt: view.issuedAt,
    watermark: ["SEM VALOR FISCAL", view.isCancelled ? "CANCELADA - SANDBOX" : "SANDBOX"],
  });
  const bars = await encodeBars("code128", view.accessKey);
  const notesHeight = 24;
  const first = Math.floor((bottom - notesHeight - 6 - 174) / itemHeight);
  const later = Math.floor((bottom - 6 - 62) / itemHeight);
  const sheets = 1 + Math.max(0, Math.ceil((view.lines.length - first) / later));
  for (let index = 0; index < sheets; index += 1) {
    const from = index === 0 ? 0 : first + (index - 1) * later;
    drawSheet(pdf, view, {
      bars,
      index,
      sheets,
      lines: view.lines.slice(from, index === 0 ? first : from + later),
    });
  }
  return pdf.save();
}

interface SheetOfItems {
  bars: BarWidths;
  index: number;
  sheets: number;
  lines: readonly FiscalLine[];
}

function drawSheet(pdf: Pdf, view: DanfeView, { bars, index, sheets, lines }: SheetOfItems): void {
  const sheet = pdf.addSheet();
  let y = index === 0 ? drawStub(sheet, view) : left;
  y = drawHead(sheet, view, { y, bars, sheetOf: `${index + 1}/${sheets}` });
  if (index === 0) {
    y = drawReceiver(sheet, view, y);
    y = drawTaxes(sheet, view, y);
    y = drawCarrier(sheet, view, y);
  }
  y = drawDanfeItems(sheet, lines, y);
  if (index > 0) return;
  const top = bottom - 24;
  drawTitle(sheet, "DADOS ADICIONAIS", top - 3.4);
  sheet.field(
    "INFORMAÇÕES COMPLEMENTARES",
    ["EMITIDA EM AMBIENTE DE HOMOLOGAÇÃO - SEM VALOR FISCAL", ...view.notes].join(" | "),
    { x: left, y: top, width: 130, height: 24 },
    { size: 7 },
  );
  sheet.field("RESERVADO AO FISCO", "", { x: left + 130, y: top, width: wide - 130, height: 24 });
}

/** What the receiver signs and the carrier takes back. */
function drawStub(sheet: Sheet, { issuer, number, series }: DanfeView): number {
  const y = left;
  const main = wide - 32;
  sheet.field(`RECEBEMOS DE ${issuer.name} OS PRODUTOS CONSTANTES DA NOTA FISCAL INDICADA AO LADO`, "", {
    x: left,
    y,
    width: main,
    height: 7,
  });
  sheet.field("DATA DE RECEBIMENTO", "", { x: left, y: y + 7, width: 40, height: 7 });
  sheet.field("IDENTIFICAÇÃO E ASSINATURA DO RECEBEDOR", "", {
    x: left + 40,
    y: y + 7,
    width: main - 40,
    height: 7,
  });
  const box = { x: left + main, y, width: 32, height: 14 };
  sheet.frame(box);
  sheet.text("NF-e", { ...box, y: y + 0.8, height: 4 }, { size: 9, bold: true, align: "center" });
  sheet.text(
    `Nº ${groupedNumber(number)}`,
    { ...box, y: y + 5, height: 4 },
    { size: 8, bold: true, align: "center" },
  );
  sheet.text(`Série ${series}`, { ...box, y: y + 9, height: 4 }, { size: 8, align: "center" });
  sheet.rule({ x: left, y: y + 16, width: wide }, true);
  return y + 18;
}

function drawHead(
  sheet: Sheet,
  view: DanfeView,
  { y, bars, sheetOf }: { y: number; bars: BarWidths; sheetOf: string },
): number {
  const { issuer, accessKey, number, series, protocol, timeZone } = view;
  const height = 32;
  const issuerBox = { x: left, y, width: 78, height };
  sheet.frame(issuerBox);
  sheet.text(
    issuer.name,
    { x: left + 2, y: y + 3, width: 74, height: 10 },
    { size: 11, bold: true, align: "center" },
  );
  for (const [line, text] of [...addressLines(issuer), issuer.phone ?? ""].entries()) {
    sheet.text(
      text,
      { x: left + 2, y: y + 14 + line * 4, width: 74, height: 4 },
      { size: 7.5, align: "center" },
    );
  }
  const box = { x: left + 78, y, width: 32, height };
  sheet.frame(box);
  sheet.text("DANFE", { ...box, y: y + 1, height: 5 }, { size: 12, bold: true, align: "center" });
  sheet.text(
    "Documento Auxiliar da Nota Fiscal Eletrônica",
    { ...box, x: box.x + 2, width: 28, y: y + 6, height: 8 },
    { size: 6, align: "center" },
  );
  sheet.text("0 - ENTRADA", { ...box, x: box.x + 3, y: y + 13.5, height: 3 }, { size: 6.5 });
  sheet.text("1 - SAÍDA", { ...box, x: box.x + 3, y: y + 16.5, height: 3 }, { size: 6.5 });
  sheet.frame({ x: box.x + 23, y: y + 13.5, width: 5, height: 6 });
  sheet.text(
    view.direction ?? "1",
    { x: box.x + 23, y: y + 13.5, width: 5, height: 6 },
    { size: 10, bold: true, align: "center", vertical: "middle" },
  );
  sheet.text(
    `Nº ${groupedNumber(number)}`,
    { ...box, y: y + 20.5, height: 4 },
    { size: 8, bold: true, align: "center" },
  );
  sheet.text(`SÉRIE ${series}`, { ...box, y: y + 24, height: 4 }, { size: 8, bold: true, align: "center" });
  sheet.text(
    `FOLHA ${sheetOf}`,
    { ...box, y: y + 27.5, height: 4 },
    { size: 8, bold: true, align: "center" },
  );
  const right = left + 110;
  const rightWidth = wide - 110;
  sheet.frame({ x: right, y, width: rightWidth, height: 14 });
  sheet.bars(bars, { x: right + 5, y: y + 1.5, width: rightWidth - 10, height: 11 });
  sheet.field(
    "CHAVE DE ACESSO",
    inGroups(accessKey, 4),
    { x: right, y: y + 14, width: rightWidth, height: 8 },
    { size: 7.5, bold: true, align: "center" },
  );
  sheet.frame({ x: right, y: y + 22, width: rightWidth, height: 10 });
  sheet.text(
    "NF-e do ambiente de testes CodeSpar: nenhuma SEFAZ a autorizou, e não há o que consultar no portal nacional.",
    { x: right + 2, y: y + 23, width: rightWidth - 4, height: 8 },
    { size: 7, align: "center", vertical: "middle" },
  );
  const next = sheet.row(
    [
      { label: "NATUREZA DA OPERAÇÃO", value: view.nature, width: 110 },
      {
        label: "PROTOCOLO DE AUTORIZAÇÃO DE USO",
        value: protocol === undefined ? "" : `${protocol.number} - ${paperInstant(protocol.at, timeZone)}`,
        width: rightWidth,
        style: { align: "center" },
      },
    ],
    { x: left, y: y + height, height: rowHeight },
  );
  return sheet.row(
    [
      { label: "INSCRIÇÃO ESTADUAL", value: maskStateTaxId(issuer.stateTaxId), width: 65 },
      { label: "INSCRIÇÃO ESTADUAL DO SUBST. TRIBUT.", value: "", width: 65 },
      { label: "CNPJ", value: maskTaxpayer(issuer.document), width: 64 },
    ],
    { x: left, y: next, height: rowHeight },
  );
}

function drawReceiver(sheet: Sheet, { receiver, issuedAt, timeZone }: DanfeView, top: number): number {
  const date = paperDate(issuedAt, timeZone);
  const rows: FieldCell[][] = [
    [
      { label: "NOME / RAZÃO SOCIAL", value: receiver.name, width: 114 },
      { label: "CNPJ / CPF", value: maskTaxpayer(receiver.document), width: 48 },
      { label: "DATA DA EMISSÃO", value: date, width: 32, style: { align: "center" } },
    ],
    [
      { label: "ENDEREÇO", value: receiver.street ?? "", width: 90 },
      { label: "BAIRRO / DISTRITO", value: receiver.district ?? "", width: 44 },
      { label: "CEP", value: maskPostalCode(receiver.postalCode ?? ""), width: 28 },
      { label: "DATA DA SAÍDA", value: date, width: 32, style: { align: "center" } },
    ],
    [
      { label: "MUNICÍPIO", value: receiver.city ?? "", width: 90 },
      { label: "FONE / FAX", value: receiver.phone ?? "", width: 34 },
      { label: "UF", value: receiver.state ?? "", width: 10 },
      { label: "INSCRIÇÃO ESTADUAL", value: maskStateTaxId(receiver.stateTaxId), width: 28 },
      {
        label: "HORA DA SAÍDA",
        value: paperTime(issuedAt, timeZone),
        width: 32,
        style: { align: "center" },
      },
    ],
  ];
  return drawBlock(sheet, "DESTINATÁRIO / REMETENTE", rows, top);
}

function drawTaxes(sheet: Sheet, { amount, totals = {} }: DanfeView, top: number): number {
  const money = (label: string, value: number | undefined, width: number): FieldCell => ({
    label,
    value: plainMoney(value ?? 0),
    width,
    style: { align: "right" },
  });
  const fifth = wide / 5;
  const sixth = wide / 6;
  return drawBlock(
    sheet,
    "CÁLCULO DO IMPOSTO",
    [
      [
        money("BASE DE CÁLC. DO ICMS", totals.icmsBase, fifth),
        money("VALOR DO ICMS", totals.icms, fifth),
        money("BASE DE CÁLC. ICMS S.T.", totals.substitutionBase, fifth),
        money("VALOR DO ICMS SUBST.", totals.substitution, fifth),
        money("VALOR TOTAL DOS PRODUTOS", totals.goods ?? amount, fifth),
      ],
      [
        money("VALOR DO FRETE", totals.freight, sixth),
        money("VALOR DO SEGURO", totals.insurance, sixth),
        money("DESCONTO", totals.discount, sixth),
        money("OUTRAS DESPESAS", totals.other, sixth),
        money("VALOR DO IPI", totals.ipi, sixth),
        { ...money("VALOR TOTAL DA NOTA", amount, sixth), style: { align: "right", bold: true, size: 9 } },
      ],
    ],
    top,
  );
}

function drawCarrier(sheet: Sheet, { freight = "9" }: DanfeView, top: number): number {
  const blank = (label: string, width: number): FieldCell => ({ label, value: "", width });
  return drawBlock(
    sheet,
    "TRANSPORTADOR / VOLUMES TRANSPORTADOS",
    [
      [
        blank("NOME / RAZÃO SOCIAL", 76),
        { label: "FRETE POR CONTA", value: freights[freight] ?? freight, width: 36 },
        blank("CÓDIGO ANTT", 22),
        blank("PLACA DO VEÍCULO", 22),
        blank("UF", 10),
        blank("CNPJ / CPF", 28),
      ],
      [blank("ENDEREÇO", 90), blank("MUNICÍPIO", 66), blank("UF", 10), blank("INSCRIÇÃO ESTADUAL", 28)],
      [
        blank("QUANTIDADE", 26),
        blank("ESPÉCIE", 36),
        blank("MARCA", 36),
        blank("NUMERAÇÃO", 40),
        blank("PESO BRUTO", 28),
        blank("PESO LÍQUIDO", 28),
      ],
    ],
    top,
  );
}
