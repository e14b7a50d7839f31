import { expect, it } from "vitest";
import { boletoBarcodeOf } from "./boleto-barcode.ts";

it("puts the fields of a digitable line back into barcode order", () => {
  const barcode = "00194165600000159900000001234567890123456171";
  expect(boletoBarcodeOf("00190.00009 01234.567897 01234.561718 4 16560000015990")).toBe(barcode);
  expect(boletoBarcodeOf("00190000090123456789701234561718416560000015990")).toBe(barcode);
});
