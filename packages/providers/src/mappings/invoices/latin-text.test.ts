import fc from "fast-check";
import { expect, it } from "vitest";
import { latinText } from "./latin-text.ts";

it.each([
  ["Camiseta – “azul”", 'Camiseta - "azul"'],
  ["Caf\u0065\u0301", "Café"],
  ["  two  blanks\nand a line ", "two blanks and a line"],
  ["d’água…", "d'água..."],
])("writes %j as a layout takes it", (text, expected) => {
  expect(latinText(text, 120, "items.0.description")).toBe(expected);
});

it.each([
  ["Camiseta 😀", '"😀"'],
  ["Чай", '"Ч"'],
  ["100 €", '"€"'],
])("refuses %j, which no likeness stands for (SEFAZ 225)", (text, shown) => {
  expect(() => latinText(text, 120, "items.0.description")).toThrow(
    expect.objectContaining({ providerCode: "225", message: expect.stringContaining(shown) }),
  );
});

it("refuses a text of blanks alone", () => {
  expect(() => latinText(" \n ", 60, "customer.name")).toThrow(/customer\.name is blank/);
});

it("returns what leiauteNFe's TString takes, or refuses, whatever the text and the length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 120 }), (text, length) => {
      let written: string;
      try {
        written = latinText(text, length, "field");
      } catch (error) {
        expect(error).toMatchObject({ name: "ProviderRefusal", code: "invalid_request" });
        return;
      }
      expect(written.length).toBeLessThanOrEqual(length);
      // the pattern of TString, tiposBasico_v4.00.xsd
      expect(written).toMatch(/^[!-ÿ]([ -ÿ]*[!-ÿ])?$/);
    }),
  );
});
