import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { isPersonTaxpayer, taxpayerField } from "./brazil-taxpayer.ts";
import {
  completeCnpj,
  formatCnpj,
  generateAlphanumericCnpj,
  generateCnpj,
  isValidCnpj,
  parseCnpj,
} from "./cnpj.ts";
import { completeCpf, formatCpf, generateCpf, isValidCpf } from "./cpf.ts";

/** Second opinion: weights 1..9 (and 0..9) from the left, remainder itself, 10 written as 0. */
function agreesWithCpfRule(cpf: string): boolean {
  const digits = Array.from(cpf, Number);
  const remainder = (length: number, first: number) =>
    (digits.slice(0, length).reduce((sum, digit, index) => sum + digit * (index + first), 0) % 11) % 10;
  return remainder(9, 1) === digits[9] && remainder(10, 0) === digits[10];
}

/** Second opinion: the published weight rows, remainder itself instead of its complement. */
function agreesWithCnpjRule(cnpj: string): boolean {
  const values = Array.from(cnpj, (character) => character.charCodeAt(0) - 48);
  const rows = ["678923456789", "5678923456789"];
  return rows.every((row) => {
    const sum = Array.from(row, Number).reduce(
      (total, weight, index) => total + weight * (values[index] ?? 0),
      0,
    );
    return (sum % 11) % 10 === values[row.length];
  });
}

function withOtherDigit(text: string, position: number): string {
  const other = (Number(text.charAt(position)) + 1) % 10;
  return text.slice(0, position) + other + text.slice(position + 1);
}

describe("CPF", () => {
  it("computes the worked example", () => {
    expect(completeCpf("111444777")).toBe("11144477735");
    expect(formatCpf("11144477735")).toBe("111.444.777-35");
    expect(isValidCpf("111.444.777-35")).toBe(true);
  });

  it("refuses eleven equal digits and other lengths, and takes any punctuation", () => {
    expect(isValidCpf("11111111111")).toBe(false);
    expect(isValidCpf("111.444.77735")).toBe(true);
    expect(isValidCpf(" 111 444 777/35 ")).toBe(true);
    expect(isValidCpf("111.444.777,35")).toBe(false);
    expect(isValidCpf("1114447773")).toBe(false);
  });

  it("generates numbers that the rule accepts and that fail with another check digit", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(9, 10), (seed, position) => {
        const cpf = generateCpf(seededRandom(seed));
        expect(isValidCpf(cpf) && agreesWithCpfRule(cpf)).toBe(true);
        expect(isValidCpf(withOtherDigit(cpf, position))).toBe(false);
      }),
    );
  });

  it("never hands out a reserved number, whatever the source says", () => {
    expect(isValidCpf(generateCpf({ integer: () => 0 }))).toBe(true);
  });
});

describe("CNPJ", () => {
  it("computes the worked examples, numeric and alphanumeric", () => {
    expect(completeCnpj("112223330001")).toBe("11222333000181");
    expect(completeCnpj("12ABC34501DE")).toBe("12ABC34501DE35");
    expect(formatCnpj("12ABC34501DE35")).toBe("12.ABC.345/01DE-35");
    expect(isValidCnpj("12.ABC.345/01DE-35")).toBe(true);
    expect(parseCnpj("12abc34501de35")).toBe("12ABC34501DE35");
    expect(isValidCnpj("00000000000000")).toBe(false);
  });

  it("generates headquarters numbers that the rule accepts and that fail with another check digit", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(12, 13), (seed, position) => {
        const cnpj = generateCnpj(seededRandom(seed));
        expect(cnpj).toMatch(/^\d{8}0001\d\d$/);
        expect(isValidCnpj(cnpj) && agreesWithCnpjRule(cnpj)).toBe(true);
        expect(isValidCnpj(withOtherDigit(cnpj, position))).toBe(false);
      }),
    );
  });

  it("keeps letters that look alike out of alphanumeric numbers", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const cnpj = generateAlphanumericCnpj(seededRandom(seed));
        expect(cnpj).toMatch(/^[A-Z][0-9A-Z]{11}\d\d$/);
        expect(cnpj).not.toMatch(/[IOUQF]/);
        expect(isValidCnpj(cnpj) && agreesWithCnpjRule(cnpj)).toBe(true);
      }),
    );
  });
});

describe("taxpayers", () => {
  it("fills the field of fiscal keys", () => {
    expect(taxpayerField("111.444.777-35")).toBe("00011144477735");
    expect(taxpayerField("11.222.333/0001-81")).toBe("11222333000181");
    expect(() => taxpayerField("123")).toThrow(RangeError);
    expect(isPersonTaxpayer("111.444.777-35")).toBe(true);
    expect(isPersonTaxpayer("11222333000181")).toBe(false);
  });
});
