import type { FieldCell, Sheet } from "../pdf/sheet.ts";

/** Left margin of a DANFE, in millimetres. */
export const left = 8;
/** Width between the margins, in millimetres. */
export const wide = 194;
/** Height of a row of fields, in millimetres. */
export const rowHeight = 7;

/** Rows of fields under a title. Returns where the next block begins. */
export function drawBlock(sheet: Sheet, name: string, rows: readonly FieldCell[][], top: number): number {
  drawTitle(sheet, name, top + 1);
  let y = top + 4.4;
  for (const row of rows) y = sheet.row(row, { x: left, y, height: rowHeight });
  return y;
}

export function drawTitle(sheet: Sheet, text: string, y: number): void {
  sheet.text(text, { x: left, y, width: wide, height: 3 }, { size: 6.5, bold: true });
}

/** `000.001.234`, as SEFAZ writes it. */
export function groupedNumber(number: number): string {
  return String(number)
    .padStart(9, "0")
    .replace(/\B(?=(\d{3})+$)/g, ".");
}
