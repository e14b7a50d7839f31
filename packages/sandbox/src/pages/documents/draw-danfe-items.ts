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
}

/** Height of one item's row, in millimetres. */
export const itemHeight = 5.6;

const columns: readonly { label: string; width: number; align: "left" | "right" | "center" }[] = [
  { label: "CÓDIGO", width: 24, align: "left" },
  { label: "DESCRIÇÃO DO PRODUTO / SERVIÇO", width: 76, align: "left" },
  { label: "NCM/SH", width: 16, align: "center" },
  { label: "CFOP", width: 10, align: "center" },
  { label: "UN", width: 8, align: "center" },
  { label: "QUANT.", width: 18, align: "right" },
  { label: "VALOR UNIT.", width: 21, align: "right" },
  { label: "VALOR TOTAL", width: 21, align: "right" },
];

/** The table of items. Returns where it ends. */
export function drawDanfeItems(sheet: Sheet, lines: readonly FiscalLine[], top: number): number {
  drawTitle(sheet, "DADOS DOS PRODUTOS / SERVIÇOS", top + 1);
  let y = top + 4.4;
  const drawCells = (values: readonly string[], height: number, size: number, bold = false) => {
    let x = left;
    for (const [index, { width, align }] of columns.entries()) {
      const area = { x: x + 0.8, y, width: width - 1.6, height };
      sheet.frame({ x, y, width, height }, 0.3);
      sheet.text(values[index] ?? "", area, {
        size,
        align: bold ? "center" : align,
        bold,
        vertical: "middle",
      });
      x += width;
    }
    y += height;
  };
  drawCells(
    columns.map(({ label }) => label),
    4.4,
    5.4,
    true,
  );
  for (const { code, description, ncm, quantity, unitPrice, amount } of lines) {
    drawCells(
      [
        code,
        description,
        ncm ?? "",
        "5102",
        "UN",
        plainNumber(quantity, "pt-BR", 4),
        plainNumber(unitPrice),
        plainMoney(amount),
      ],
      itemHeight,
      6.5,
    );
  }
  return y;
}
