import { deflateSync } from "node:zlib";
import { wrapPng } from "@codespar/sandbox-core";
import { encode as encodeQr } from "uqr";

/** Pixels on a side of one module. */
const scale = 4;
/** Modules of white around the code that a reader needs (ISO/IEC 18004). */
const quietZone = 4;

/**
 * The QR code of a text as base64 of a PNG, in the same step: providers respond such pictures within a call. Always the
 * first mask, which every reader takes: trying all eight for the prettiest is most of the time.
 */
export function drawQrPicture(text: string): string {
  const { data, size } = encodeQr(text, { border: 0, ecc: "M", maskPattern: 0 });
  const width = (size + 2 * quietZone) * scale;
  // a row begins with its filter, and a module is four bits wide: half a byte
  const stride = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(stride * width).fill(0xff);
  for (let at = 0; at < rows.length; at += stride) rows[at] = 0;
  for (const [y, row] of data.entries()) {
    const at = (y + quietZone) * scale * stride;
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const module = x + quietZone;
      const byte = at + 1 + (module >> 1);
      rows[byte] = (rows[byte] ?? 0) & (module % 2 === 0 ? 0x0f : 0xf0);
    }
    for (let line = 1; line < scale; line += 1) rows.copyWithin(at + line * stride, at, at + stride);
  }
  const png = wrapPng({ width, height: width }, deflateSync(rows, { level: 1 }));
  return Buffer.from(png).toString("base64");
}
