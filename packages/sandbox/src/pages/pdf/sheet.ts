import type { PDFFont, PDFPage } from "pdf-lib";
import type { BarWidths } from "./encode-bars.ts";
import type { Modules } from "./encode-modules.ts";
import { winAnsiText } from "./winansi-text.ts";
import { wrapText } from "./wrap-text.ts";

/** Millimetres from the paper's upper left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextStyle {
  /** Points. @default 8 */
  size?: number | undefined;
  bold?: boolean | undefined;
  /** For digits that people compare one by one. */
  mono?: boolean | undefined;
  align?: "left" | "center" | "right" | undefined;
  /** @default "top" */
  vertical?: "top" | "middle" | "bottom" | undefined;
  /** 0 black to 1 white. @default 0 */
  grey?: number | undefined;
}

/** One field of a row. */
export interface FieldCell {
  label: string;
  value: string;
  /** Millimetres. */
  width: number;
  style?: TextStyle | undefined;
}

export interface SheetFonts {
  regular: PDFFont;
  bold: PDFFont;
  mono: PDFFont;
}

/** Points in a millimetre. */
const POINTS = 72 / 25.4;
const lineSpacing = 1.18;
/** Of Helvetica, as a share of its size. */
const ascent = 0.74;
const padding = 0.8;
const amountPattern = /^(?:R?\$ ?)?[\d.,-]+$/;

/** One side of paper, measured in millimetres from its upper left corner, and the few things that forms are made of. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  readonly #page: PDFPage;
  readonly #fonts: SheetFonts;
  readonly #draw: typeof import("pdf-lib");

  constructor(page: PDFPage, fonts: SheetFonts, library: typeof import("pdf-lib")) {
    this.#page = page;
    this.#fonts = fonts;
    this.#draw = library;
    this.width = page.getWidth() / POINTS;
    this.height = page.getHeight() / POINTS;
  }

  /**
   * Writes a text into an area: wrapped, and cut with an ellipsis where the area ends. An amount at the right, of which no digit
   * may be missing, is written smaller until it fits.
   */
  text(text: string, area: Area, style: TextStyle = {}): void {
    const { align = "left", vertical = "top", grey = 0 } = style;
    const font = this.#fontOf(style);
    const size =
      align === "right" && amountPattern.test(text) ? this.#fit(text, area, style) : (style.size ?? 8);
    const lineHeight = size * lineSpacing;
    const capacity = Math.max(1, Math.floor((area.height * POINTS) / lineHeight + 0.05));
    const width = area.width * POINTS;
    const lines = wrapText(winAnsiText(text), width, capacity, (part) => font.widthOfTextAtSize(part, size));
    const free = area.height * POINTS - lines.length * lineHeight;
    const shift = vertical === "top" ? 0 : vertical === "middle" ? free / 2 : free;
    const { grayscale } = this.#draw;
    for (const [index, line] of lines.entries()) {
      const slack = width - (align === "left" ? 0 : font.widthOfTextAtSize(line, size));
      const indent = align === "left" ? 0 : align === "center" ? slack / 2 : slack;
      this.#page.drawText(line, {
        x: area.x * POINTS + indent,
        y: this.#fromTop(area.y) - shift - index * lineHeight - size * (ascent + (lineSpacing - 1) / 2),
        size,
        font,
        color: grayscale(grey),
      });
    }
  }

  /** A framed box with a small caption and its value, of which fiscal forms consist. */
  field(label: string, value: string, area: Area, style: TextStyle = {}): void {
    this.frame(area);
    const inside = { ...area, x: area.x + padding, width: area.width - 2 * padding };
    this.text(label, { ...inside, y: area.y + 0.4, height: 2.4 }, { size: 5.2, grey: 0.25 });
    const top = area.y + 2.7;
    this.text(value, { ...inside, y: top, height: area.y + area.height - top - 0.2 }, style);
  }

  /** Fields side by side from an upper left corner; returns where the next row begins. */
  row(cells: readonly FieldCell[], { x, y, height }: { x: number; y: number; height: number }): number {
    let left = x;
    for (const { label, value, width, style } of cells) {
      this.field(label, value, { x: left, y, width, height }, style);
      left += width;
    }
    return y + height;
  }

  /** The outline of an area. @param weight Points. */
  frame(area: Area, weight = 0.5): void {
    const { rgb } = this.#draw;
    this.#page.drawRectangle({ ...this.#rectangle(area), borderWidth: weight, borderColor: rgb(0, 0, 0) });
  }

  /** An area in one shade, 0 black to 1 white. */
  fill(area: Area, grey: number): void {
    this.#page.drawRectangle({ ...this.#rectangle(area), color: this.#draw.grayscale(grey) });
  }

  /** A line from side to side of an area's upper edge. */
  rule({ x, y, width }: Omit<Area, "height">, dashed = false): void {
    this.#page.drawLine({
      start: { x: x * POINTS, y: this.#fromTop(y) },
      end: { x: (x + width) * POINTS, y: this.#fromTop(y) },
      thickness: 0.5,
      ...(dashed ? { dashArray: [2, 2] } : {}),
    });
  }

  /** A bar code that fills an area; the paper around it stays white for ten modules, which readers need. */
  bars(widths: BarWidths, area: Area): void {
    const modules = widths.reduce((sum, width) => sum + width, 0);
    const unit = area.width / modules;
    this.fill({ ...area, x: area.x - 10 * unit, width: area.width + 20 * unit }, 1);
    let x = 0;
    let path = "";
    for (const [index, width] of widths.entries()) {
      if (index % 2 === 0) path += rectanglePath(x * unit, 0, width * unit, area.height);
      x += width;
    }
    this.#fillPath(path, area);
  }

  /** A two-dimensional code as large as fits an area, its quiet zone of four modules inside. */
  modules(rows: Modules, area: Area): void {
    const quiet = 4;
    const side = rows.length + 2 * quiet;
    const unit = Math.min(area.width, area.height) / side;
    this.fill({ ...area, width: side * unit, height: side * unit }, 1);
    let path = "";
    for (const [y, row] of rows.entries()) {
      for (let x = 0; x < row.length; x += 1) {
        if (row[x] !== true) continue;
        const start = x;
        while (row[x + 1] === true) x += 1;
        path += rectanglePath((start + quiet) * unit, (y + quiet) * unit, (x + 1 - start) * unit, unit);
      }
    }
    this.#fillPath(path, area);
  }

  /** Writes across the whole sheet what it is worth. Drawn first, so that it lies under everything. */
  watermark(lines: readonly string[]): void {
    const { degrees, rgb } = this.#draw;
    const angle = Math.atan2(this.height, this.width);
    const diagonal = Math.hypot(this.width, this.height) * POINTS;
    const font = this.#fonts.bold;
    const size = Math.min(
      ...lines.map((line) => (0.72 * diagonal) / font.widthOfTextAtSize(line, 1)),
      this.width * 0.4,
    );
    for (const [index, line] of lines.entries()) {
      const along = -font.widthOfTextAtSize(line, size) / 2;
      const across = ((lines.length - 1) / 2 - index) * size * 1.1 - size * 0.35;
      this.#page.drawText(line, {
        x: (this.width * POINTS) / 2 + along * Math.cos(angle) - across * Math.sin(angle),
        y: (this.height * POINTS) / 2 + along * Math.sin(angle) + across * Math.cos(angle),
        size,
        font,
        color: rgb(0.72, 0.1, 0.1),
        opacity: 0.14,
        rotate: degrees((angle * 180) / Math.PI),
      });
    }
  }

  /** The size at which a text has room on one line, down to a size that still can be read. */
  #fit(text: string, area: Area, style: TextStyle): number {
    const { size = 8 } = style;
    const natural = this.#fontOf(style).widthOfTextAtSize(winAnsiText(text), size);
    const share = (area.width * POINTS) / natural;
    return share >= 1 ? size : Math.max(3.5, size * share * 0.995);
  }

  #fontOf({ bold = false, mono = false }: TextStyle): PDFFont {
    if (mono) return this.#fonts.mono;
    return bold ? this.#fonts.bold : this.#fonts.regular;
  }

  /** The distance from the lower edge in points, where PDF counts from. */
  #fromTop(y: number): number {
    return (this.height - y) * POINTS;
  }

  #rectangle({ x, y, width, height }: Area) {
    return {
      x: x * POINTS,
      y: this.#fromTop(y + height),
      width: width * POINTS,
      height: height * POINTS,
    };
  }

  #fillPath(path: string, { x, y }: Area): void {
    if (path === "") return;
    this.#page.drawSvgPath(path, {
      x: x * POINTS,
      y: this.#fromTop(y),
      scale: POINTS,
      color: this.#draw.rgb(0, 0, 0),
      borderWidth: 0,
    });
  }
}

function rectanglePath(x: number, y: number, width: number, height: number): string {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((value) => value.toFixed(4));
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}
