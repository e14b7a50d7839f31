import type { Sheet } from "../pdf/sheet.ts";
import { drawTitle, left } from "./danfe-layout.ts";
import { plainMoney, plainNumber } from "./format-paper.ts";

export interface FiscalLine {
  code: string;
  description: string;
  /** NCM of goods. */
  ncm?: string | undefined;
  quantity: number;
  /** Reais, up to ten decimals. */
  unitPrice: number;
  /** Centavos. */
  amount: number;
  /** CFOP. @default "5102", a sale within the state */
  operation?: string | undefined;
  /** uCom. @default "UN" */
  unit?: string | undefined;
  /** What the document says of ICMS and IPI; not printed where it says nothing. */
  taxes?: LineTaxes | undefined;
}

/** Amounts in centavos, rates in percent as the document has them. */
export interface LineTaxes {
  /** Origin with CST, or with CSOSN under Simples Nacional. */
  situation?: string | undefined;
  icmsBase?: number | undefined;
  icms?: number | undefined;
  icmsRate?: string | undefined;
  ipi?: number | undefined;
  ipiRate?: string | undefined;
}

/** Height of one item's row, in millimetres. */
export const itemHeight = 5.6;

const columns: readonly { label: string; width: number; align: "left" | "right" | "center" }[] = [
  { label: "CÓDIGO", width: 18, align: "left" },
  { label: "DESCRIÇÃO DO PRODUTO / SERVIÇO", width: 50, align: "left" },
  { label: "NCM/SH", width: 13, align: "center" },
  { label: "O/CST", width: 8, align: "center" },
  { label: "CFOP", width: 8, align: "center" },
  { label: "UN", width: 7, align: "center" },
  { label: "QUANT.", width: 13, align: "right" },
  { label: "VALOR UNIT.", width: 15, align: "right" },
  { label: "VALOR TOTAL", width: 15, align: "right" },
  { label: "B. CÁLC. ICMS", width: 14, align: "right" },
  { label: "V. ICMS", width: 11, align: "right" },
  { label: "V. IPI", width: 10, align: "right" },
  { label: "% ICMS", width: 6, align: "right" },
  { label: "% IPI", width: 6, align: "right" },
];

/** The table of items (MOC 7.0, Anexo II), with the taxes of each. Returns where it ends. */
export function drawDanfeItems(sheet: Sheet, lines: readonly FiscalLine[], top: number): number {
  drawTitle(sheet, "DADOS DOS PRODUTOS / SERVIÇOS", top + 1);
  let y = top + 4.4;
  const drawCells = (values: readonly string[], height: number, isHead: boolean) => {
    let x = left;
    for (const [index, { width, align }] of columns.entries()) {
      const area = { x: x + 0.6, y, width: width - 1.2, height };
      sheet.frame({ x, y, width, height }, 0.3);
      sheet.text(values[index] ?? "", area, {
        size: isHead ? 4.4 : 6,
        align: isHead ? "center" : align,
        bold: isHead,
        vertical: "middle",
      });
      x += width;
    }
    y += height;
  };
  drawCells(
    columns.map(({ label }) => label),
    4.4,
    true,
  );
  for (const line of lines) drawCells(getCells(line), itemHeight, false);
  return y;
}

/** As it is where it is no number, which nobody but its sender can explain. */
function printRate(rate = "0"): string {
  const number = Number(rate);
  return Number.isFinite(number) ? plainNumber(number) : rate;
}

function getCells({ taxes = {}, operation = "5102", unit = "UN", ...line }: FiscalLine): string[] {
  return [
    line.code,
    line.description,
    line.ncm ?? "",
    taxes.situation ?? "",
    operation,
    unit,
    plainNumber(line.quantity, "pt-BR", 4),
    plainNumber(line.unitPrice),
    plainMoney(line.amount),
    ...[taxes.icmsBase, taxes.icms, taxes.ipi].map((amount) => plainMoney(amount ?? 0)),
    ...[taxes.icmsRate, taxes.ipiRate].map(printRate),
  ];
}
