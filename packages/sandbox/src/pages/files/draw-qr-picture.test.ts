import { decode } from "fast-png";
import { expect, it } from "vitest";
import { readCodes } from "../testing/read-codes.ts";
import { drawQrPicture } from "./draw-qr-picture.ts";

it.each([
  "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D",
  "x",
  "São Paulo ".repeat(30),
])("draws what a scanner reads: %s", async (text) => {
  const base64 = drawQrPicture(text);
  expect(base64).toMatch(/^iVBORw0KGgo/);
  const { width, height, data, depth } = decode(Buffer.from(base64, "base64"));
  // one bit a pixel, rows padded to bytes
  expect(depth).toBe(1);
  const stride = Math.ceil(width / 8);
  const grey = Uint8Array.from({ length: width * height }, (_, index) => {
    const x = index % width;
    const byte = Number(data[Math.floor(index / width) * stride + (x >> 3)]);
    return byte & (0x80 >> (x & 7)) ? 255 : 0;
  });
  expect(await readCodes({ grey, width, height })).toEqual([{ format: "QRCode", text }]);
});
