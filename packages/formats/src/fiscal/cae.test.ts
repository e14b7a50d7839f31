import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { asciiText, decodeBase64 } from "../text/base64.ts";
import { argentineQrUrl, generateCae, isValidCae, parseCae } from "./cae.ts";

describe("CAE", () => {
  it("authorizes invoices for ten days and packs their QR code", () => {
    const cae = generateCae(seededRandom(1), Date.UTC(2026, 10, 21, 2));
    expect(cae.code).toMatch(/^\d{14}$/);
    expect(isValidCae(cae.code)).toBe(true);
    expect(parseCae(" 70417054367476 ")).toBe("70417054367476");
    expect(isValidCae("7041705436747")).toBe(false);
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
