import { loadBwip } from "./load-bwip.ts";

/** Rows of modules, true where it is black, without a margin. */
export type Modules = readonly (readonly boolean[])[];

/** Bytes that version 40 holds with error correction M. */
const mostBytes = 2331;

/**
 * A QR code (ISO/IEC 18004) with error correction M, as Pix, SEFAZ and SAT ask for. A text that no code holds, such as an
 * address with a caller's reference of thousands of characters, makes none.
 */
export async function encodeQr(text: string): Promise<Modules> {
  if (new TextEncoder().encode(text).byteLength > mostBytes) return [];
  const { encode } = await import("uqr");
  return encode(text, { border: 0, ecc: "M" }).data;
}

/** A Data Matrix (ISO/IEC 16022), as postal labels carry it. */
export async function encodeDataMatrix(text: string): Promise<Modules> {
  const bwip = await loadBwip();
  const [symbol] = bwip.raw({ bcid: "datamatrix", text });
  if (symbol === undefined || !("pixs" in symbol)) {
    throw new Error(`Data Matrix made nothing of a text of ${text.length} characters.`);
  }
  const { pixs, pixx } = symbol;
  return Array.from({ length: pixs.length / pixx }, (_, row) =>
    pixs.slice(row * pixx, (row + 1) * pixx).map((module) => module === 1),
  );
}
