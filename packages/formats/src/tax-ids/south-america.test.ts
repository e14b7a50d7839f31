import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateCbu, generateCvu, isValidCbu } from "../bank-accounts/cbu.ts";
import { argentineQrUrl, generateCae } from "../fiscal/cae.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { asciiText, decodeBase64 } from "../text/base64.ts";
import { generatePseCus, isPseCus, PSE_MINIMUM } from "../vouchers/pse.ts";
import {
  generateWebpayAuthorizationCode,
  generateWebpayToken,
  requireBuyOrder,
  WEBPAY_TEST_COMMERCE_CODE,
} from "../vouchers/webpay.ts";
import { cuitDigit, formatCuit, generateCuit, isValidCuit } from "./cuit.ts";
import { completeNit, generateNit, isValidNit } from "./nit.ts";
import { completeRuc, generateRuc, isValidRuc } from "./ruc.ts";
import { completeRut, generateRut, isValidRut } from "./rut.ts";

const nextDigit = (digit: string) => String((Number(digit) + 1) % 10);
const withOtherEnd = (text: string) =>
  text.slice(0, -1) + (text.endsWith("K") ? "0" : nextDigit(text.slice(-1)));

describe("Argentina", () => {
  it("computes the CUIT of the example and has none for some bases", () => {
    expect(formatCuit(`3070308853${cuitDigit("3070308853")}`)).toBe("30-70308853-4");
    expect(isValidCuit("30-70308853-4")).toBe(true);
    expect(isValidCuit("99-70308853-4")).toBe(false);
    const bases = Array.from({ length: 22 }, (_, index) => cuitDigit(String(3_000_000_000 + index)));
    expect(bases).toContain(undefined);
  });

  it("generates CUITs whose sum, check digit included, is a multiple of 11", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("person", "company"), (seed, holder) => {
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

  it("accepts the CBU of the example and never ends a block in zero", () => {
    expect(isValidCbu("2850590940090418135201")).toBe(true);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 21 }), (seed, position) => {
        for (const cbu of [generateCbu(seededRandom(seed)), generateCvu(seededRandom(seed))]) {
          expect(isValidCbu(cbu)).toBe(true);
          expect(cbu.charAt(7)).not.toBe("0");
          expect(cbu.charAt(21)).not.toBe("0");
          const other = nextDigit(cbu.charAt(position));
          expect(isValidCbu(cbu.slice(0, position) + other + cbu.slice(position + 1))).toBe(false);
        }
      }),
    );
    expect(generateCvu(seededRandom(1))).toMatch(/^00000031\d{14}$/);
  });

  it("authorizes invoices for ten days and packs their QR code", () => {
    const cae = generateCae(seededRandom(1), Date.UTC(2026, 10, 21, 2));
    expect(cae.code).toMatch(/^\d{14}$/);
    expect(cae.expiresOn).toBe("20261130");
    const voucher = {
      ver: 1,
      fecha: "2026-11-20",
      cuit: 30703088534,
      ptoVta: 1,
      tipoCmp: 6,
      nroCmp: 94,
      importe: 12100,
      moneda: "PES",
      ctz: 1,
      tipoCodAut: "E",
      codAut: Number(cae.code),
    } as const;
    const url = new URL(argentineQrUrl(voucher));
    expect(JSON.parse(asciiText(decodeBase64(url.search.slice(3)) ?? new Uint8Array()))).toEqual(voucher);
  });
});

describe("Colombia", () => {
  it("computes the NIT of the example", () => {
    expect(completeNit("890903938")).toBe("890903938-8");
    expect(isValidNit("890.903.938-8")).toBe(true);
  });

  it("generates companies with a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const nit = generateNit(seededRandom(seed));
        expect(nit).toMatch(/^[89]\d{8}-\d$/);
        expect(isValidNit(nit)).toBe(true);
        expect(isValidNit(withOtherEnd(nit))).toBe(false);
      }),
    );
  });

  it("gives PSE payments a trace code", () => {
    expect(isPseCus(generatePseCus(seededRandom(1)))).toBe(true);
    expect(isPseCus("49263990")).toBe(true);
    expect(PSE_MINIMUM).toBe(160_000);
  });
});

describe("Chile", () => {
  it("computes the RUTs of the examples", () => {
    expect(completeRut("76086428")).toBe("76086428-5");
    expect(completeRut("12345670")).toBe("12345670-K");
    expect(isValidRut("12.345.670-k")).toBe(true);
    expect(isValidRut("760864285")).toBe(true);
  });

  it("generates persons and companies with a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("person", "company"), (seed, holder) => {
        const rut = generateRut(seededRandom(seed), holder);
        expect(isValidRut(rut)).toBe(true);
        expect(isValidRut(withOtherEnd(rut))).toBe(false);
      }),
    );
  });

  it("knows the pieces of a Webpay transaction", () => {
    expect(generateWebpayToken(seededRandom(1))).toMatch(/^[0-9a-f]{64}$/);
    expect(generateWebpayAuthorizationCode(seededRandom(1))).toMatch(/^\d{6}$/);
    expect(WEBPAY_TEST_COMMERCE_CODE).toBe("597055555532");
    expect(requireBuyOrder("ordenCompra-12345678")).toBe("ordenCompra-12345678");
    expect(() => requireBuyOrder("x".repeat(27))).toThrow(RangeError);
  });
});

describe("Peru", () => {
  it("computes the RUC of the example", () => {
    expect(completeRuc("2013131295")).toBe("20131312955");
  });

  it("generates persons and companies with a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("person", "company"), (seed, holder) => {
        const ruc = generateRuc(seededRandom(seed), holder);
        expect(isValidRuc(ruc)).toBe(true);
        expect(isValidRuc(withOtherEnd(ruc))).toBe(false);
      }),
    );
  });
});
