import { decode } from "fast-png";
import { readCodes } from "./read-codes.ts";

/** The codes that a scanner finds in a PNG of one bit a pixel. */
export function readPng(png: Uint8Array): ReturnType<typeof readCodes> {
  const { width, height, data, depth } = decode(png);
  if (depth !== 1) throw new TypeError(`A pixel has ${depth} bits.`);
  // rows are padded to bytes
  const stride = Math.ceil(width / 8);
  const grey = Uint8Array.from({ length: width * height }, (_, index) => {
    const x = index % width;
    const byte = Number(data[Math.floor(index / width) * stride + (x >> 3)]);
    return byte & (0x80 >> (x & 7)) ? 255 : 0;
  });
  return readCodes({ grey, width, height });
}
