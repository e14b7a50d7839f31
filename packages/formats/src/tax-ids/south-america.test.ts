import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { formatCedula, isValidCedula } from "./cedula.ts";
import { cuitDigit, formatCuit, generateCuit, isValidCuit } from "./cuit.ts";
import { formatDni, isValidDni } from "./dni.ts";
import { completeNit, formatNit, generateNit, isValidNit } from "./nit.ts";
import { completeRuc, generateRuc, isValidRuc } from "./ruc.ts";
import { completeRut, formatRut, generateRut, isValidRut } from "./rut.ts";

const nextDigit = (digit: string) => String((Number(digit) + 1) % 10);
const withOtherEnd = (text: string) =>
  text.slice(0, -1) + (text.endsWith("K") ? "0" : nextDigit(text.slice(-1)));
const anyHolder = fc.constantFrom("person", "company");

describe("Argentina", () => {
  it("computes the CUIT of the example and has none for some bases", () => {
    expect(cuitDigit("3070308853")).toBe(4);
    expect(formatCuit("30703088534")).toBe("30-70308853-4");
    expect(isValidCuit("30-70308853-4")).toBe(true);
    expect(isValidCuit("99-70308853-4")).toBe(false);
    const bases = Array.from({ length: 22 }, (_, index) => cuitDigit(String(3_000_000_000 + index)));
    expect(bases).toContain(undefined);
  });

  it("generates CUITs whose sum, check digit included, is a multiple of 11", () => {
    fc.assert(
      fc.property(fc.integer(), anyHolder, (seed, holder) => {
        const cuit = generateCuit(seededRandom(seed), holder);
        expect(isValidCuit(cuit)).toBe(true);
        const sum = Array.from("54327654321", Number).reduce(
          (total, weight, index) => total + weight * Number(cuit.charAt(index)),
          0,
        );
        expect(sum % 11).toBe(0);
        expect(isValidCuit(withOtherEnd(cuit))).toBe(false);
      }),
    );
  });

  it("takes a DNI of seven or eight digits", () => {
    expect(formatDni("30123456")).toBe("30.123.456");
    expect(formatDni("5123456")).toBe("5.123.456");
    expect(isValidDni("92.123.456")).toBe(true);
    expect(isValidDni("301234567")).toBe(false);
    expect(isValidDni("01234567")).toBe(false);
    expect(isValidDni("3012345-6")).toBe(false);
  });
});

describe("Colombia", () => {
  it("computes the NIT of the example", () => {
    expect(completeNit("890903938")).toBe("8909039388");
    expect(formatNit("890903938-8")).toBe("890.903.938-8");
    expect(isValidNit("890.903.938-8")).toBe(true);
  });

  it("generates companies with a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const nit = generateNit(seededRandom(seed));
        expect(nit).toMatch(/^[89]\d{9}$/);
        expect(isValidNit(nit)).toBe(true);
        expect(isValidNit(withOtherEnd(nit))).toBe(false);
      }),
    );
  });

  it("takes a cédula of the older series and of the newer", () => {
    expect(formatCedula("1020304050")).toBe("1.020.304.050");
    expect(formatCedula("52123456")).toBe("52.123.456");
    expect(isValidCedula("123456789")).toBe(false);
    expect(isValidCedula("2020304050")).toBe(false);
  });
});

describe("Chile", () => {
  it("computes the RUTs of the examples", () => {
    expect(completeRut("76086428")).toBe("760864285");
    expect(completeRut("12345670")).toBe("12345670K");
    expect(isValidRut("12.345.670-k")).toBe(true);
    expect(isValidRut("760864285")).toBe(true);
    expect(formatRut("76086428-5")).toBe("76.086.428-5");
  });

  it("takes the payer of Webpay's test environment", () => {
    expect(isValidRut("11.111.111-1")).toBe(true);
  });

  it("generates persons and companies with a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), anyHolder, (seed, holder) => {
        const rut = generateRut(seededRandom(seed), holder);
        expect(isValidRut(rut)).toBe(true);
        expect(isValidRut(withOtherEnd(rut))).toBe(false);
      }),
    );
  });
});

describe("Peru", () => {
  it("computes the RUC of the example", () => {
    expect(completeRuc("2013131295")).toBe("20131312955");
  });

  it("generates persons and companies with a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), anyHolder, (seed, holder) => {
        const ruc = generateRuc(seededRandom(seed), holder);
        expect(isValidRuc(ruc)).toBe(true);
        expect(isValidRuc(withOtherEnd(ruc))).toBe(false);
      }),
    );
  });
});
