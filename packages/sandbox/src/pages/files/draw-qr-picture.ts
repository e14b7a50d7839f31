import { encode as encodePng } from "fast-png";
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
  const { data, size } = encodeQr(text, { border: quietZone, ecc: "M", maskPattern: 0 });
  const width = size * scale;
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * width).fill(0xff);
  for (let y = 0; y < width; y += 1) {
    const row = data[Math.floor(y / scale)] ?? [];
    for (let x = 0; x < width; x += 1) {
      if (row[Math.floor(x / scale)] !== true) continue;
      const at = y * stride + (x >> 3);
      bits[at] = (bits[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const png = encodePng({ width, height: width, data: bits, depth: 1, channels: 1 });
  return Buffer.from(png).toString("base64");
}
