import { expect, it } from "vitest";
import { readPng } from "../testing/read-png.ts";
import { drawQrPicture } from "./draw-qr-picture.ts";

it.each([
  "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D",
  "x",
  "São Paulo ".repeat(30),
])("draws what a scanner reads: %s", async (text) => {
  const base64 = drawQrPicture(text);
  expect(base64).toMatch(/^iVBORw0KGgo/);
  expect(await readPng(Buffer.from(base64, "base64"))).toEqual([{ format: "QRCode", text }]);
});
