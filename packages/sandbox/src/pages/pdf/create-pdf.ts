import { Sheet } from "./sheet.ts";

export interface PdfOptions {
  title: string;
  /** Of the text, such as `pt-BR`. */
  language: string;
  /** Epoch milliseconds; also the file's own date, so that the same document gives the same bytes. */
  createdAt: number;
  /** What stands across every sheet. @default "SEM VALOR FISCAL" and "SANDBOX" */
  watermark?: readonly string[] | undefined;
}

/** Millimetres. */
export interface PaperSize {
  width: number;
  height: number;
}

export const A4: PaperSize = { width: 210, height: 297 };

export interface Pdf {
  /** A further sheet. @default A4 */
  addSheet(size?: PaperSize): Sheet;
  save(): Promise<Uint8Array>;
}

/** Begins a PDF whose every sheet says that it is worth nothing. The library is loaded when the first one is made. */
export async function createPdf({
  title,
  language,
  createdAt,
  watermark = ["SEM VALOR FISCAL", "SANDBOX"],
}: PdfOptions): Promise<Pdf> {
  const library = await import("pdf-lib");
  const { PDFDocument, StandardFonts } = library;
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);
  document.setProducer("CodeSpar sandbox");
  document.setSubject(watermark.join(" · "));
  document.setCreationDate(new Date(createdAt));
  document.setModificationDate(new Date(createdAt));
  const [regular, bold, mono] = await Promise.all([
    document.embedFont(StandardFonts.Helvetica),
    document.embedFont(StandardFonts.HelveticaBold),
    document.embedFont(StandardFonts.CourierBold),
  ]);
  return {
    addSheet({ width, height } = A4) {
      const points = 72 / 25.4;
      const page = document.addPage([width * points, height * points]);
      const sheet = new Sheet(page, { regular, bold, mono }, library);
      sheet.watermark(watermark);
      return sheet;
    },
    save: () => document.save(),
  };
}
