import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { PUBLIC_RFC } from "../tax-ids/rfc.ts";
import {
  cfdiVerificationUrl,
  formatFolioFiscal,
  generateCfdiSeal,
  generateCfdiStamp,
  generateFolioFiscal,
  isValidFolioFiscal,
  parseFolioFiscal,
  TEST_CERTIFICATE_NUMBER,
} from "./cfdi.ts";

const AT = Date.UTC(2026, 10, 21, 3);

describe("CFDI", () => {
  it("is stamped with an upper-case UUID, two seals and local time", () => {
    const stamp = generateCfdiStamp(seededRandom(1), AT);
    expect(stamp.UUID).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
    expect(stamp.FechaTimbrado).toBe("2026-11-20T21:00:00");
    expect(stamp.SelloCFD).toMatch(/^[A-Za-z0-9+/]{342}==$/);
    expect(stamp.SelloSAT).not.toBe(stamp.SelloCFD);
    expect(TEST_CERTIFICATE_NUMBER).toMatch(/^\d{20}$/);
  });

  it("points at SAT's page with the last eight characters of its seal", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const seal = generateCfdiSeal(seededRandom(seed));
        const url = cfdiVerificationUrl({
          uuid: "A",
          issuerRfc: "ÑA&010101AA1",
          receiverRfc: PUBLIC_RFC,
          total: "159.90",
          seal,
        });
        const query = new URL(url).searchParams;
        expect(query.get("fe")).toBe(seal.slice(-8));
        expect(query.get("re")).toBe("ÑA&010101AA1");
        expect(query.get("tt")).toBe("159.90");
      }),
    );
  });

  it("has a folio fiscal, a UUID in upper case", () => {
    const folio = generateFolioFiscal(seededRandom(1));
    expect(parseFolioFiscal(` ${folio.toLowerCase()} `)).toBe(folio);
    expect(formatFolioFiscal(folio.toLowerCase())).toBe(folio);
    expect(isValidFolioFiscal(folio.slice(1))).toBe(false);
    expect(() => formatFolioFiscal("?")).toThrow(RangeError);
  });
});
