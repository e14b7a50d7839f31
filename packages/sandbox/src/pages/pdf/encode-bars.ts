import { loadBwip } from "./load-bwip.ts";

/** Widths in modules, a bar first, then a space, and so on. */
export type BarWidths = readonly number[];

/** FEBRABAN wants wide bars of three modules; the encoder makes them two. */
const wideModules = 3;

/** Code 128 of an ASCII text (ISO/IEC 15417), or Interleaved 2 of 5 of an even number of digits (ISO/IEC 16390). */
export async function encodeBars(symbology: "code128" | "interleaved2of5", text: string): Promise<BarWidths> {
  const bwip = await loadBwip();
  const [symbol] = bwip.raw({ bcid: symbology, text });
  if (symbol === undefined || !("sbs" in symbol)) {
    throw new Error(`${symbology} made no bars of a text of ${text.length} characters.`);
  }
  return symbology === "code128"
    ? symbol.sbs
    : symbol.sbs.map((width) => (width === 2 ? wideModules : width));
}
