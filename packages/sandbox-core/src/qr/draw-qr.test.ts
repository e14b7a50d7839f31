import { expect, it } from "vitest";
import { readQr } from "../testing/read-qr.ts";
import { drawQr } from "./draw-qr.ts";

it.each(["00020101", "São Paulo", "0".repeat(400)])("draws what a reader reads: %s", async (text) => {
  expect(readQr(await drawQr(text))).toBe(text);
});
