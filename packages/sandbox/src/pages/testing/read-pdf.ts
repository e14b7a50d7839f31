import { PDFiumLibrary } from "@hyzyla/pdfium";
import { type ReadCode, readCodes } from "./read-codes.ts";

/** Chrome's own reader, so that what tests see is what people see. */
let library: Promise<PDFiumLibrary> | undefined;

export interface ReadPage {
  /** Points. */
  width: number;
  height: number;
  text: string;
  /** Every code that a scanner finds on it. */
  codes: ReadCode[];
}

/** Opens a PDF with PDFium, renders every page and scans it. @param scale Pixels for each point. */
export async function readPdf(bytes: Uint8Array, scale = 4): Promise<ReadPage[]> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  const document = await pdfium.loadDocument(bytes);
  try {
    const pages: ReadPage[] = [];
    for (const page of document.pages()) {
      const text = page.getText();
      const { data, width, height, originalWidth, originalHeight } = await page.render({
        scale,
        render: "bitmap",
        colorSpace: "Gray",
      });
      const codes = await readCodes({ grey: data, width, height });
      pages.push({ width: originalWidth, height: originalHeight, text, codes });
    }
    return pages;
  } finally {
    document.destroy();
  }
}
