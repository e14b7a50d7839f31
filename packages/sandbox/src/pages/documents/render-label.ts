import { createPdf } from "../pdf/create-pdf.ts";
import { encodeBars } from "../pdf/encode-bars.ts";
import { encodeDataMatrix } from "../pdf/encode-modules.ts";
import { winAnsiText } from "../pdf/winansi-text.ts";
import { maskPostalCode, type Party } from "./party.ts";

export interface LabelView {
  language: "pt" | "es";
  carrier: string;
  service: string;
  /** What the bars say: the carrier's code, or the provider's number while that is kept back. */
  code: string;
  /** The provider's own name for the order. */
  number: string;
  sender: Party;
  recipient: Party;
  /** Grams. */
  weight: number;
  /** `20 x 15 x 10 cm`. */
  measures: string;
  parcels: number;
  /** Epoch milliseconds. */
  createdAt: number;
  isCancelled: boolean;
}

const words = {
  pt: {
    to: "DESTINATÁRIO",
    from: "REMETENTE",
    parcels: "Volumes",
    weight: "Peso",
    postal: "CEP",
    order: "Pedido",
    none: "NÃO POSTAR",
    cancelled: "CANCELADA",
  },
  es: {
    to: "DESTINATARIO",
    from: "REMITENTE",
    parcels: "Paquetes",
    weight: "Peso",
    postal: "C.P.",
    order: "Orden",
    none: "NO ENVIAR",
    cancelled: "CANCELADA",
  },
} as const;

const left = 5;
const wide = 90;

/** A label of 100 by 150 mm, the size of thermal printers. */
export async function renderLabel(view: LabelView): Promise<Uint8Array> {
  const word = words[view.language];
  const { sender, recipient, code } = view;
  const pdf = await createPdf({
    title: `${view.carrier} ${code}`,
    language: view.language === "pt" ? "pt-BR" : "es-MX",
    createdAt: view.createdAt,
    watermark: [view.isCancelled ? word.cancelled : word.none, "SANDBOX"],
  });
  const sheet = pdf.addSheet({ width: 100, height: 150 });
  sheet.frame({ x: 3, y: 3, width: 94, height: 144 }, 1);
  sheet.text(view.carrier, { x: left, y: 6, width: 62, height: 9 }, { size: 18, bold: true });
  sheet.text(view.service, { x: left, y: 15, width: 62, height: 6 }, { size: 11 });
  sheet.text(`${word.order}: ${view.number}`, { x: left, y: 22, width: 62, height: 4 }, { size: 7.5 });
  sheet.text(
    [`${word.parcels}: ${view.parcels}`, `${word.weight}: ${view.weight} g`, view.measures]
      .filter((part) => part !== "")
      .join(" · "),
    { x: left, y: 26, width: 66, height: 4 },
    { size: 7.5 },
  );
  // readers of codes take ASCII, as do all carriers' codes
  const scanned = asciiCode(code);
  const [matrix, bars] = await Promise.all([encodeDataMatrix(scanned), encodeBars("code128", scanned)]);
  sheet.modules(matrix, { x: 70, y: 6, width: 25, height: 25 });
  sheet.rule({ x: 3, y: 33, width: 94 });
  sheet.text(code, { x: left, y: 36, width: wide, height: 6 }, { size: 13, bold: true, align: "center" });
  // ten modules of white on both sides, inside the frame
  sheet.bars(bars, { x: left + 6, y: 43, width: wide - 12, height: 22 });
  sheet.rule({ x: 3, y: 68, width: 94 });
  sheet.fill({ x: 3, y: 68, width: 36, height: 5.5 }, 0);
  sheet.text(
    word.to,
    { x: left, y: 68, width: 34, height: 5.5 },
    { size: 8, bold: true, grey: 1, vertical: "middle" },
  );
  drawParty(recipient, 76, 11);
  sheet.rule({ x: 3, y: 114, width: 94 });
  sheet.text(word.from, { x: left, y: 116, width: 40, height: 4 }, { size: 7, bold: true });
  drawParty(sender, 120, 8);
  return pdf.save();

  function drawParty(
    { name, street, district, city, state, postalCode, phone }: Party,
    top: number,
    size: number,
  ): void {
    const place = [city, state].filter((part) => part !== undefined).join(" - ");
    const lines = [
      { text: name, bold: true },
      { text: [street, district].filter((part) => part !== undefined).join(", "), bold: false },
      { text: place, bold: false },
      { text: postalCode === undefined ? "" : `${word.postal} ${maskPostalCode(postalCode)}`, bold: true },
      { text: phone ?? "", bold: false },
    ].filter(({ text }) => text !== "");
    const height = size * 0.45;
    for (const [index, { text, bold }] of lines.entries()) {
      sheet.text(text, { x: left, y: top + index * height, width: wide, height }, { size, bold });
    }
  }
}

function asciiCode(code: string): string {
  const ascii = winAnsiText(code).replace(/[^\x20-\x7e]/g, "?");
  return ascii === "" ? "?" : ascii.slice(0, 48);
}
