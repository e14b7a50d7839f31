import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTRIES, COUNTRY_CODES } from "../country.ts";
import { seededRandom } from "../random/random.ts";
import { formatPhone, generateBrazilLandline, generateMobile, isValidPhone, parsePhone } from "./phone.ts";

/** Every assigned area code (Anatel, Res. 749/2022). */
const BRAZIL_AREAS = (
  "11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 " +
  "61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99"
).split(" ");

describe("parsePhone", () => {
  it("takes the sixty-seven area codes of Brazil and no others", () => {
    const all = Array.from({ length: 100 }, (_, area) => String(area).padStart(2, "0"));
    expect(all.filter((area) => isValidPhone(`+55${area}987654321`))).toEqual(BRAZIL_AREAS);
    expect(all.filter((area) => isValidPhone(`+55${area}33334444`))).toEqual(BRAZIL_AREAS);
  });

  it.each([
    ["+55 (11) 98765-4321", "BR", "mobile", "+5511987654321"],
    ["+55 11 3333-4444", "BR", "landline", "+551133334444"],
    ["+54 9 11 4567-8901", "AR", "mobile", "+5491145678901"],
    ["+52 55 1234 5678", "MX", "mobile", "+525512345678"],
    ["+57 310 123 4567", "CO", "mobile", "+573101234567"],
    ["+57 601 234 5678", "CO", "landline", "+576012345678"],
    ["+56 9 5123 4567", "CL", "mobile", "+56951234567"],
    ["+56 2 2123 4567", "CL", "landline", "+56221234567"],
    ["+51 912 345 678", "PE", "mobile", "+51912345678"],
  ] as const)("reads %s as %s %s", (text, country, type, e164) => {
    expect(parsePhone(text)).toMatchObject({ country, type, e164 });
  });

  it.each([
    ["+55 11 8765 4321", "has no ninth digit"],
    ["+5520987654321", "nobody has the area 20"],
    ["5511987654321", "has no plus"],
    ["+5215512345678", "Mexico has no 1 any more"],
    ["+56 1 2345 6789", "nobody in Chile has it"],
    ["+1 212 555 0100", "is of no country here"],
    ["", "is empty"],
  ])("refuses %j: it %s", (text) => {
    expect(parsePhone(text)).toBeUndefined();
  });

  it("reads the national form where the country is known, and no other country's number", () => {
    expect(parsePhone("(11) 98765-4321", "BR")?.e164).toBe("+5511987654321");
    expect(parsePhone("+573101234567", "BR")).toBeUndefined();
  });
});

describe("formatPhone", () => {
  it.each([
    ["+5511987654321", "+55 11 98765-4321"],
    ["+551133334444", "+55 11 3333-4444"],
    ["+525512345678", "+52 55 1234 5678"],
    ["+56951234567", "+56 9 5123 4567"],
  ])("prints %s as %s", (text, printed) => {
    expect(formatPhone(text)).toBe(printed);
  });

  it("refuses what is no number", () => {
    expect(() => formatPhone("+551187654321")).toThrow(RangeError);
  });
});

it("reads what it generates and prints, in every country", () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...COUNTRY_CODES), (seed, country) => {
      const e164 = generateMobile(seededRandom(seed), country);
      expect(parsePhone(e164)).toMatchObject({ country, type: "mobile", e164 });
      expect(parsePhone(formatPhone(e164))?.e164).toBe(e164);
      expect(e164.startsWith(`+${COUNTRIES[country].phone.prefix}`)).toBe(true);
      expect(parsePhone(generateBrazilLandline(seededRandom(seed)))?.type).toBe("landline");
    }),
  );
});
