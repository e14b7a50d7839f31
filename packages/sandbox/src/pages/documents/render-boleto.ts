import { boletoBankName, formatCompeCode } from "@codespar/formats";
import { createPdf } from "../pdf/create-pdf.ts";
import { encodeBars } from "../pdf/encode-bars.ts";
import { encodeQr } from "../pdf/encode-modules.ts";
import type { Sheet } from "../pdf/sheet.ts";
import { dayFirst, plainMoney } from "./format-paper.ts";
import { paperDate } from "./local-time.ts";
import { addressLines, namePayer, type Party } from "./party.ts";

export interface BoletoView {
  /** 44 digits. */
  barcode: string;
  /** The 47 digits that people type, with their dots. */
  line: string;
  /** `YYYY-MM-DD`. */
  dueDate: string;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** Time zone where it is issued. */
  timeZone: string;
  /** Centavos. */
  amount: number;
  /** The provider's id. */
  ourNumber: string;
  /** The seller's own. */
  documentNumber: string;
  beneficiary: Party;
  payer: Party;
  instructions: readonly string[];
  /** "Copia e cola", where the boleto can be paid by Pix as well. */
  pixCode?: string | undefined;
}

const left = 12;
const wide = 186;
/** The column of amounts at the right. */
const side = 44;
const rowHeight = 7.6;

/** A boleto as FEBRABAN lays it out: the payer's receipt, and the part for the bank with its bar code of 103 by 13 mm. */
export async function renderBoleto(boleto: BoletoView): Promise<Uint8Array> {
  const pdf = await createPdf({
    title: `Boleto ${boleto.documentNumber}`,
    language: "pt-BR",
    createdAt: boleto.issuedAt,
  });
  const sheet = pdf.addSheet();
  const cut = await drawReceipt(sheet, boleto);
  sheet.rule({ x: left, y: cut, width: wide }, true);
  sheet.text(
    "Corte na linha pontilhada",
    { x: left, y: cut - 3.2, width: wide, height: 3 },
    { size: 6, align: "right" },
  );
  const end = drawBoleto(sheet, boleto, cut + 8);
  sheet.bars(await encodeBars("interleaved2of5", boleto.barcode), {
    x: left + 4,
    y: end + 3,
    width: 103,
    height: 13,
  });
  return pdf.save();
}

async function drawReceipt(sheet: Sheet, boleto: BoletoView): Promise<number> {
  const { beneficiary, payer, pixCode } = boleto;
  let y = drawHead(sheet, boleto, 14);
  y = sheet.row(
    [
      {
        label: "Beneficiário",
        value: namePayer(beneficiary),
        width: wide - side,
      },
      { label: "Vencimento", value: dayFirst(boleto.dueDate), width: side, style: strong },
    ],
    { x: left, y, height: rowHeight },
  );
  y = sheet.row(
    [
      { label: "Pagador", value: namePayer(payer), width: wide - side },
      { label: "Valor do documento", value: `R$ ${plainMoney(boleto.amount)}`, width: side, style: strong },
    ],
    { x: left, y, height: rowHeight },
  );
  y = sheet.row(
    [
      {
        label: "Endereço do beneficiário",
        value: addressLines(beneficiary).join(", "),
        width: wide - side - 44,
        style: { size: 7 },
      },
      { label: "Número do documento", value: boleto.documentNumber, width: 44 },
      { label: "Nosso número", value: boleto.ourNumber, width: side, style: { size: 7, align: "right" } },
    ],
    { x: left, y, height: rowHeight },
  );
  sheet.text("Recibo do pagador", { x: left, y: y + 1, width: wide, height: 4 }, { size: 7, align: "right" });
  sheet.text(
    "Boleto do ambiente de testes CodeSpar: nenhum banco o conhece e ele não pode ser pago.",
    { x: left, y: y + 1, width: wide - 60, height: 8 },
    { size: 8, bold: true },
  );
  if (pixCode === undefined) return y + 40;
  sheet.modules(await encodeQr(pixCode), { x: left, y: y + 9, width: 44, height: 44 });
  sheet.text(
    "Pague também por Pix",
    { x: left + 48, y: y + 13, width: 100, height: 6 },
    { size: 11, bold: true },
  );
  sheet.text(pixCode, { x: left + 48, y: y + 20, width: 130, height: 24 }, { size: 7, mono: true });
  return y + 62;
}

function drawBoleto(sheet: Sheet, boleto: BoletoView, top: number): number {
  const { beneficiary, payer, instructions, issuedAt, timeZone } = boleto;
  const issued = paperDate(issuedAt, timeZone);
  const main = wide - side;
  let y = drawHead(sheet, boleto, top);
  const body = y;
  const row = (cells: [label: string, value: string, width: number][]) => {
    y = sheet.row(
      cells.map(([label, value, width]) => ({ label, value, width })),
      { x: left, y, height: rowHeight },
    );
  };
  row([["Local de pagamento", "Pagável em qualquer banco até o vencimento", main]]);
  row([["Beneficiário", namePayer(beneficiary), main]]);
  row([
    ["Data do documento", issued, 28],
    ["Número do documento", boleto.documentNumber, 46],
    ["Espécie doc.", "DM", 18],
    ["Aceite", "N", 14],
    ["Data do processamento", issued, main - 106],
  ]);
  row([
    ["Uso do banco", "", 28],
    ["Carteira", "109", 24],
    ["Espécie", "R$", 22],
    ["Quantidade", "", 32],
    ["Valor", "", main - 106],
  ]);
  const labels: [string, string][] = [
    ["Vencimento", dayFirst(boleto.dueDate)],
    ["Agência/Código do beneficiário", "0001/0000001-0"],
    ["Nosso número", boleto.ourNumber],
    ["(=) Valor do documento", `R$ ${plainMoney(boleto.amount)}`],
    ["(-) Desconto / Abatimento", ""],
    ["(-) Outras deduções", ""],
    ["(+) Mora / Multa", ""],
    ["(+) Outros acréscimos", ""],
    ["(=) Valor cobrado", ""],
  ];
  for (const [index, [label, value]] of labels.entries()) {
    const isStrong = index === 0 || index === 3;
    sheet.field(
      label,
      value,
      { x: left + main, y: body + index * rowHeight, width: side, height: rowHeight },
      isStrong ? strong : { size: 7, align: "right" },
    );
  }
  const instructionsHeight = labels.length * rowHeight - (y - body);
  sheet.field("Instruções (texto de responsabilidade do beneficiário)", "", {
    x: left,
    y,
    width: main,
    height: instructionsHeight,
  });
  const lineHeight = 4;
  for (const [index, text] of instructions.slice(0, 8).entries()) {
    sheet.text(text, { x: left + 1, y: y + 4 + index * lineHeight, width: main - 2, height: lineHeight });
  }
  y += instructionsHeight;
  const address = addressLines(payer).join(", ");
  sheet.field("Pagador", [namePayer(payer), address].filter((part) => part !== "").join(" - "), {
    x: left,
    y,
    width: wide,
    height: 12,
  });
  sheet.text(
    "Autenticação mecânica - Ficha de compensação",
    { x: left, y: y + 12.5, width: wide, height: 3 },
    { size: 6, align: "right" },
  );
  return y + 13;
}

/** Bank, its code and the line that people type; returns where the form begins. */
function drawHead(sheet: Sheet, { barcode, line }: BoletoView, y: number): number {
  const compe = barcode.slice(0, 3);
  sheet.text(
    boletoBankName(compe),
    { x: left, y, width: 46, height: 7 },
    { size: 12, bold: true, vertical: "middle" },
  );
  sheet.frame({ x: left + 47, y, width: 18, height: 7 });
  sheet.text(
    formatCompeCode(compe),
    { x: left + 47, y, width: 18, height: 7 },
    { size: 13, bold: true, align: "center", vertical: "middle" },
  );
  sheet.text(
    line,
    { x: left + 66, y, width: wide - 66, height: 7 },
    { size: 10.5, bold: true, align: "right", vertical: "middle" },
  );
  return y + 8;
}

const strong = { size: 9, bold: true, align: "right" } as const;
