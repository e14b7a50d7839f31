import { decode } from "fast-png";
import { expect, it } from "vitest";
import { readPng } from "../testing/read-png.ts";
import { drawBarsPng, drawQrPng, drawQrSvg } from "./draw-picture.ts";

it.each(["00020101", "São Paulo", "0".repeat(400)])(
  "draws a QR code that a scanner reads: %s",
  async (text) => {
    expect(await readPng(await drawQrPng(text))).toEqual([{ format: "QRCode", text }]);
  },
);

it("draws bars that a scanner reads", async () => {
  expect(await readPng(await drawBarsPng("93000123456789"))).toEqual([
    { format: "Code128", text: "93000123456789" },
  ]);
});

it("draws the same code as a vector picture", async () => {
  const svg = await drawQrSvg("00020101");
  const { width } = decode(await drawQrPng("00020101"));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  // the three corners of a QR code are seven modules wide, after four of white
  expect(svg).toContain("M4 4h7v1h-7z");
  expect(svg).toContain(`width="${width}"`);
});
