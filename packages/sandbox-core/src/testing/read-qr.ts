import { decode } from "fast-png";
import jsQR from "jsqr";

/** What a phone would read from a PNG. */
export function readQr(png: Uint8Array): string | undefined {
  const { width, height, data, depth, channels } = decode(png);
  if (depth !== 1 || channels !== 1)
    throw new Error(`Not black and white: ${depth} bits, ${channels} channels.`);
  const stride = Math.ceil(width / 8);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isWhite = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      pixels.set([255 * isWhite, 255 * isWhite, 255 * isWhite, 255], (y * width + x) * 4);
    }
  }
  return jsQR.default(pixels, width, height)?.data;
}
