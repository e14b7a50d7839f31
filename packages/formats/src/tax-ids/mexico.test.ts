import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { completeCurp, generateCurp, isValidCurp } from "./curp.ts";
import { SAFE_FINAL_INITIALS } from "./name-initials.ts";
import {
  completeRfc,
  FOREIGN_RFC,
  formatRfc,
  generateCompanyRfc,
  generatePersonRfc,
  hasRfcCheckCharacter,
  isValidRfc,
  PUBLIC_RFC,
  parseRfc,
  TEST_ISSUER_RFC,
} from "./rfc.ts";

/** Words that SAT (Anexo of the RFC) and RENAPO replace when a name gives them. */
const INCONVENIENT = (
  "BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO KACA KACO KAGA KAGO " +
  "KAKA KOGE KOJO KULO MAME MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE PUTA PUTO QULO RATA RUIN " +
  "BACA BAKA COGI COLA FALO GETA GUEI JETA KAKO KOGI KOJA KOJE KOJI KOLA LILO LOCA LOCO LOKA LOKO MIAR MOKO " +
  "MULO NACA NACO PIPI PITO POPO ROBA ROBE ROBO SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY"
).split(" ");

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

  // Company RFCs that SAT's register confirms, and whose last character is not the computed one.
  it.each(["SIN9311169P8"])(
    "takes %s, which SAT has registered, although its check character does not fit",
    (rfc) => {
      expect(isValidRfc(rfc)).toBe(true);
      expect(hasRfcCheckCharacter(rfc)).toBe(false);
    },
  );

  it("says whether the check character fits, for a warning", () => {
    for (const rfc of ["GODE561231GR8", "gode-561231-gr8", TEST_ISSUER_RFC, PUBLIC_RFC, FOREIGN_RFC]) {
      expect(hasRfcCheckCharacter(rfc)).toBe(true);
    }
    expect(hasRfcCheckCharacter("AAA010101AAA")).toBe(false);
    expect(hasRfcCheckCharacter("?")).toBe(false);
  });

  it.each([
    "GODE561331GR8",
    "GODE560231GR8",
    "GODE5612311GR8",
    "GO561231GR8",
    "GODE561231GRB",
    "GOD3561231GR8",
    "",
  ])("refuses %j by its shape or date", (rfc) => {
    expect(parseRfc(rfc)).toBeUndefined();
  });

  it("prints in upper case", () => {
    expect(formatRfc("gode 561231 gr8")).toBe("GODE561231GR8");
  });

  it("generates persons and companies that the rule accepts", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const person = generatePersonRfc(seededRandom(seed));
        const company = generateCompanyRfc(seededRandom(seed));
        expect(person).toHaveLength(13);
        expect(company).toHaveLength(12);
        expect(INCONVENIENT).not.toContain(person.slice(0, 4));
        for (const rfc of [person, company]) {
          expect(isValidRfc(rfc) && agreesWithRfcRule(rfc)).toBe(true);
          expect(hasRfcCheckCharacter(rfc)).toBe(true);
          expect(hasRfcCheckCharacter(rfc.slice(0, -1) + (rfc.endsWith("1") ? "2" : "1"))).toBe(false);
        }
      }),
    );
  });
});

it("keeps the last of four initials to letters that end no inconvenient word", () => {
  for (const word of INCONVENIENT) expect(SAFE_FINAL_INITIALS).not.toContain(word.charAt(3));
});

describe("CURP", () => {
  it("computes the worked example", () => {
    expect(completeCurp("HEGG560427MVZRRL0")).toBe("HEGG560427MVZRRL04");
    expect(isValidCurp("HEGG560427MVZRRL04")).toBe(true);
    expect(isValidCurp("HEGG560427MXXRRL04")).toBe(false);
  });

  it("gives the century by its homonym character", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const older = generateCurp(seededRandom(seed));
        const younger = generateCurp(seededRandom(seed), true);
        expect(older).toMatch(/^[A-Z]{4}\d{6}[HM][A-Z]{5}\d\d$/);
        expect(younger).toMatch(/^[A-Z]{4}0\d{5}[HM][A-Z]{5}[A-Z]\d$/);
        for (const curp of [older, younger]) {
          expect(INCONVENIENT).not.toContain(curp.slice(0, 4));
          expect(isValidCurp(curp)).toBe(true);
          expect(isValidCurp(curp.slice(0, 17) + ((Number(curp.charAt(17)) + 1) % 10))).toBe(false);
        }
      }),
    );
  });
});
