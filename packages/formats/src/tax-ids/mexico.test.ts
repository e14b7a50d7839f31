import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bankOfClabe,
  CLABE_BANKS,
  type ClabeBank,
  completeClabe,
  generateClabe,
  isValidClabe,
} from "../bank-accounts/clabe.ts";
import { generateSpeiReference, generateSpeiTrackingKey, isSpeiTrackingKey } from "../bank-accounts/spei.ts";
import { generateCfdiSeal, generateCfdiStamp, TEST_CERTIFICATE_NUMBER } from "../fiscal/cfdi-stamp.ts";
import { cfdiVerificationUrl } from "../fiscal/cfdi-verification-url.ts";
import { seededRandom } from "../random/seeded-random.ts";
import {
  generateConektaOxxoReference,
  generateStripeOxxoNumber,
  OXXO_LIMITS,
  oxxoExpiry,
} from "../vouchers/oxxo.ts";
import { completeCurp, generateCurp, isValidCurp } from "./curp.ts";
import {
  completeRfc,
  FOREIGN_RFC,
  generateCompanyRfc,
  generatePersonRfc,
  isValidRfc,
  PUBLIC_RFC,
  TEST_ISSUER_RFC,
} from "./rfc.ts";

const AT = Date.UTC(2026, 10, 21, 3);

/** Second opinion: the sum with the check digit itself at weight 1 is a multiple of 11, A counting as 10. */
function agreesWithRfcRule(rfc: string): boolean {
  const table = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  const sum = Array.from(rfc.padStart(13, " ")).reduce(
    (total, character, index) => total + table.indexOf(character) * (13 - index),
    0,
  );
  return sum % 11 === 0;
}

describe("RFC", () => {
  it("computes the worked example and knows the published ones", () => {
    expect(completeRfc("GODE561231GR")).toBe("GODE561231GR8");
    for (const rfc of ["GODE561231GR8", TEST_ISSUER_RFC, PUBLIC_RFC, FOREIGN_RFC])
      expect(isValidRfc(rfc)).toBe(true);
  });

  it("refuses the sample that goes round, rude initials and dates that do not exist", () => {
    expect(isValidRfc("AAA010101AAA")).toBe(false);
    expect(isValidRfc(completeRfc("PEDO561231GR"))).toBe(false);
    expect(isValidRfc(completeRfc("GODE561331GR"))).toBe(false);
    expect(isValidRfc(completeRfc("GODE560231GR"))).toBe(false);
    expect(isValidRfc(completeRfc("GODE561231WR"))).toBe(false);
  });

  it("generates persons and companies that the rule accepts", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const person = generatePersonRfc(seededRandom(seed));
        const company = generateCompanyRfc(seededRandom(seed));
        expect(person).toHaveLength(13);
        expect(company).toHaveLength(12);
        for (const rfc of [person, company]) {
          expect(isValidRfc(rfc) && agreesWithRfcRule(rfc)).toBe(true);
          expect(isValidRfc(rfc.slice(0, -1) + (rfc.endsWith("1") ? "2" : "1"))).toBe(false);
        }
      }),
    );
  });
});

describe("CURP", () => {
  it("computes the worked example", () => {
    expect(completeCurp("HEGG560427MVZRRL0")).toBe("HEGG560427MVZRRL04");
    expect(isValidCurp("HEGG560427MVZRRL04")).toBe(true);
    expect(isValidCurp("HEGG560427MXXRRL04")).toBe(false);
  });

  it("tells the century by its homonym character", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const older = generateCurp(seededRandom(seed));
        const younger = generateCurp(seededRandom(seed), true);
        expect(older).toMatch(/^[A-Z]{4}\d{6}[HM][A-Z]{5}\d\d$/);
        expect(younger).toMatch(/^[A-Z]{4}0\d{5}[HM][A-Z]{5}[A-Z]\d$/);
        for (const curp of [older, younger]) {
          expect(isValidCurp(curp)).toBe(true);
          expect(isValidCurp(curp.slice(0, 17) + ((Number(curp.charAt(17)) + 1) % 10))).toBe(false);
        }
      }),
    );
  });
});

describe("CLABE", () => {
  it("computes the worked examples", () => {
    expect(completeClabe("03218000011835971")).toBe("032180000118359719");
    expect(completeClabe("64618015700000000")).toBe("646180157000000004");
    expect(generateClabe(seededRandom(1), { plaza: "180", account: 15_700_000_000 })).toBe(
      "646180157000000004",
    );
    expect(bankOfClabe("646180157000000004")).toBe("STP");
    expect(bankOfClabe("999180157000000004")).toBeUndefined();
  });

  it("names its bank and notices every wrong digit", () => {
    // Object.keys forgets the literal type; the table has no other keys.
    const banks = Object.keys(CLABE_BANKS) as ClabeBank[];
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...banks),
        fc.integer({ min: 0, max: 17 }),
        (seed, bank, position) => {
          const clabe = generateClabe(seededRandom(seed), { bank });
          expect(clabe.slice(0, 6)).toBe(`${bank}180`);
          expect(isValidClabe(clabe)).toBe(true);
          const other = (Number(clabe.charAt(position)) + 1) % 10;
          expect(isValidClabe(clabe.slice(0, position) + other + clabe.slice(position + 1))).toBe(false);
        },
      ),
    );
  });
});

describe("SPEI and OXXO", () => {
  it("dates the tracking key in Mexico", () => {
    const key = generateSpeiTrackingKey(seededRandom(1), { bank: "646", at: AT });
    expect(key).toMatch(/^2026112040646[0-9A-Z]{15}$/);
    expect(isSpeiTrackingKey(key)).toBe(true);
    expect(isSpeiTrackingKey("x".repeat(31))).toBe(false);
    expect(generateSpeiReference(seededRandom(1))).toMatch(/^[1-9]\d{6}$/);
  });

  it("ends a voucher before midnight in Mexico City", () => {
    expect(generateConektaOxxoReference(seededRandom(1))).toMatch(/^93000\d{9}$/);
    expect(generateStripeOxxoNumber(seededRandom(1))).toMatch(/^\d{32}$/);
    expect(new Date(oxxoExpiry(AT)).toISOString()).toBe("2026-11-24T05:59:59.000Z");
    expect(() => oxxoExpiry(AT, 8)).toThrow(RangeError);
    expect(OXXO_LIMITS).toEqual({ minimum: 1000, maximum: 1_000_000 });
  });
});

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
});
