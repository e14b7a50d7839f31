import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, formatEpochDay, requireEpochDay } from "../dates/dates-and-zones.ts";
import { seededRandom } from "../random/random.ts";
import {
  barcodeOfBoletoLine,
  boletoDueDate,
  encodeBoleto,
  formatBoletoLine,
  generateBoleto,
  isValidBoleto,
  parseBoleto,
} from "./boleto.ts";
import { COMPE_CODES } from "./boleto-banks.ts";
import { dateOfFactor, dueDateFactor } from "./due-date-factor.ts";

const BARCODE = "00194165600000159900000001234567890123456171";
const PRINTED = "00190.00009 01234.567897 01234.561718 4 16560000015990";
const anyDate = fc
  .integer({ min: requireEpochDay("2000-07-03"), max: requireEpochDay("2049-10-13") })
  .map(formatEpochDay);

describe("due date factor", () => {
  it.each([
    ["1997-10-07", 0],
    ["2000-07-03", 1000],
    ["2025-02-21", 9999],
    ["2025-02-22", 1000],
    ["2026-12-10", 1656],
    ["2049-10-13", 9999],
  ])("counts %s as %i", (date, factor) => {
    expect(dueDateFactor(date)).toBe(factor);
  });

  it("finds the date again in the nearest cycle", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (due, shift) => {
        expect(dateOfFactor(dueDateFactor(due), addDays(due, shift))).toBe(due);
      }),
    );
    expect(dateOfFactor(0, "2026-12-10")).toBeUndefined();
  });

  it("refuses what was before boletos had one, and what is not a date", () => {
    expect(() => dueDateFactor("1997-10-06")).toThrow(RangeError);
    expect(() => dueDateFactor("2026-02-30")).toThrow(RangeError);
  });
});

describe("boleto", () => {
  it("reproduces the worked example", () => {
    const boleto = encodeBoleto({
      bank: COMPE_CODES.bancoDoBrasil,
      amount: 15990,
      dueDate: "2026-12-10",
      freeField: "0000001234567890123456171",
    });
    expect(boleto.barcode).toBe(BARCODE);
    expect(formatBoletoLine(boleto.line)).toBe(PRINTED);
  });

  it("reads barcode, bare line and printed line as the same boleto", () => {
    expect(parseBoleto(PRINTED)).toEqual(parseBoleto(BARCODE));
    expect(parseBoleto(PRINTED.replace(/\D/g, ""))).toMatchObject({
      bank: "001",
      amount: 15990,
      factor: 1656,
    });
  });

  it("gives back bank, amount and due date", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...Object.values(COMPE_CODES)),
        fc.integer({ min: 0, max: 9_999_999_999 }),
        anyDate,
        (seed, bank, amount, dueDate) => {
          const { barcode, line } = generateBoleto(seededRandom(seed), { bank, amount, dueDate });
          expect(barcode).toMatch(/^\d{44}$/);
          expect(line).toMatch(/^\d{47}$/);
          const parsed = parseBoleto(line);
          expect(parsed).toMatchObject({ barcode, bank, amount });
          expect(parsed && boletoDueDate(parsed, dueDate)).toBe(dueDate);
          expect(parseBoleto(formatBoletoLine(barcode))).toEqual(parsed);
          expect(Number(line.slice(-10))).toBe(amount);
        },
      ),
    );
  });

  it("notices any wrong digit in the first three fields of the line, and a wrong general digit", () => {
    const line = PRINTED.replace(/\D/g, "");
    for (let position = 0; position < 33; position++) {
      const other = (Number(line.charAt(position)) + 1) % 10;
      expect(parseBoleto(line.slice(0, position) + other + line.slice(position + 1))).toBeUndefined();
    }
  });

  it("never has a general digit of zero", () => {
    for (let seed = 0; seed < 500; seed++) {
      expect(generateBoleto(seededRandom(seed), { bank: "341", amount: seed }).barcode.charAt(4)).not.toBe(
        "0",
      );
    }
  });

  it("puts the fields of a line back into barcode order", () => {
    expect(barcodeOfBoletoLine(PRINTED)).toBe(BARCODE);
    expect(barcodeOfBoletoLine(PRINTED.replaceAll(/\D/g, ""))).toBe(BARCODE);
  });

  it("prints a barcode as its line, and refuses to print what is no boleto", () => {
    expect(formatBoletoLine(BARCODE)).toBe(PRINTED);
    expect(isValidBoleto(PRINTED)).toBe(true);
    expect(() => formatBoletoLine(BARCODE.replace("7", "8"))).toThrow(RangeError);
  });

  it("refuses amounts and fields that do not fit", () => {
    expect(() => encodeBoleto({ bank: "341", amount: 1.5, freeField: "0".repeat(25) })).toThrow(RangeError);
    expect(() => encodeBoleto({ bank: "341", amount: 1e10, freeField: "0".repeat(25) })).toThrow(RangeError);
    expect(() => encodeBoleto({ bank: "34", amount: 1, freeField: "0".repeat(25) })).toThrow(RangeError);
    expect(() => encodeBoleto({ bank: "341", amount: 1, freeField: "0" })).toThrow(RangeError);
  });
});
