import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BRAZIL_STATE_CODES, BRAZIL_STATES } from "../brazil-state.ts";
import { cyclicSum, mod11Digit } from "../check-digits/check-digits.ts";
import { seededRandom } from "../random/random.ts";
import { generateCnpj } from "../tax-ids/cnpj.ts";
import { generateCpf } from "../tax-ids/cpf.ts";
import {
  generateAuthorizationProtocol,
  generateDigestValue,
  isValidAuthorizationProtocol,
} from "./authorization-protocol.ts";
import {
  dfeXmlId,
  formatDfeAccessKey,
  generateDfeAccessKey,
  isValidDfeAccessKey,
  parseDfeAccessKey,
} from "./dfe-access-key.ts";
import { generateNumericCode, isNumericCode } from "./dfe-numeric-code.ts";
import {
  dpsId,
  formatNfseAccessKey,
  generateNfseAccessKey,
  generateVerificationCode,
  isValidNfseAccessKey,
  parseNfseAccessKey,
} from "./nfse-access-key.ts";

const NOVEMBER = Date.UTC(2026, 10, 20, 15);
const ISSUER = "11222333000181";
const random = seededRandom(1);

/** Second opinion: walks the key from the left and asks for a sum, check digit included, of 0 or 1 modulo 11. */
function hasRightDigit(key: string): boolean {
  let sum = Number(key.charAt(key.length - 1));
  for (let index = 0; index < key.length - 1; index++) {
    sum += (key.charCodeAt(index) - 48) * (((key.length - 2 - index) % 8) + 2);
  }
  return sum % 11 === 0 || (key.endsWith("0") && sum % 11 === 1);
}

describe("DF-e access key", () => {
  it.each([
    ["55", ISSUER, 1234, "80716253", "35261111222333000181550010000012341807162533"],
    ["57", ISSUER, 77, "55512347", "35261111222333000181570010000000771555123473"],
    ["58", ISSUER, 12, "90817263", "35261111222333000181580010000000121908172630"],
    ["55", "12ABC34501DE35", 1234, "80716253", "35261112ABC34501DE35550010000012341807162534"],
  ] as const)(
    "reproduces the worked example of model %s of %s",
    (model, issuer, number, numericCode, key) => {
      const input = {
        state: "SP",
        issuedAt: NOVEMBER,
        issuer,
        model,
        series: 1,
        number,
        numericCode,
      } as const;
      expect(generateDfeAccessKey(random, input)).toBe(key);
      expect(parseDfeAccessKey(key)).toMatchObject({ state: "SP", month: "2026-11", issuer, model, number });
    },
  );

  it("reproduces the check digit of the manual", () => {
    expect(mod11Digit(cyclicSum("5206043300991100250655012000000780026730161"))).toBe(5);
  });

  it("is read back as what it was made of", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...BRAZIL_STATE_CODES),
        fc.constantFrom("55", "65", "57", "67", "58"),
        fc.integer({ min: 0, max: 919 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (seed, state, model, series, number) => {
          const issuer = generateCnpj(seededRandom(seed));
          const key = generateDfeAccessKey(seededRandom(seed), {
            state,
            issuedAt: NOVEMBER,
            issuer,
            model,
            series,
            number,
          });
          expect(key).toMatch(/^[0-9]{6}[A-Z0-9]{12}[0-9]{26}$/);
          expect(hasRightDigit(key)).toBe(true);
          expect(parseDfeAccessKey(key)).toMatchObject({
            state,
            issuer,
            model,
            series,
            number,
            emissionType: "1",
          });
          expect(isNumericCode(parseDfeAccessKey(key)?.numericCode ?? "", number)).toBe(true);
          const other = (Number(key.charAt(43)) + 1) % 10;
          expect(parseDfeAccessKey(key.slice(0, 43) + other)).toBeUndefined();
        },
      ),
    );
  });

  it("keeps the month of the issuer while UTC is already in the next one", () => {
    const issuedAt = Date.UTC(2026, 11, 1, 2);
    const key = generateDfeAccessKey(random, {
      state: "SP",
      issuedAt,
      issuer: ISSUER,
      model: "55",
      series: 1,
      number: 1,
    });
    expect(key.slice(2, 6)).toBe("2611");
  });

  it("takes the month of the state's own clocks, or of those that are named", () => {
    const input = {
      issuer: ISSUER,
      model: "55",
      series: 1,
      number: 1,
      issuedAt: Date.UTC(2026, 11, 1, 3, 30),
    } as const;
    expect(generateDfeAccessKey(random, { ...input, state: "SP" }).slice(2, 6)).toBe("2612");
    expect(generateDfeAccessKey(random, { ...input, state: "AM" }).slice(2, 6)).toBe("2611");
    const timeZone = "America/Sao_Paulo";
    expect(generateDfeAccessKey(random, { ...input, state: "AM", timeZone }).slice(2, 6)).toBe("2612");
  });

  it("is printed in groups of four", () => {
    const key = "35261111222333000181550010000012341807162533";
    const printed = "3526 1111 2223 3300 0181 5500 1000 0012 3418 0716 2533";
    expect(formatDfeAccessKey(key)).toBe(printed);
    expect(parseDfeAccessKey(printed)?.key).toBe(key);
    expect(isValidDfeAccessKey(key.replace("7", "8"))).toBe(false);
    expect(() => formatDfeAccessKey("?")).toThrow(RangeError);
  });

  it("lets a person issue in the series of persons alone", () => {
    const issuer = generateCpf(random);
    const input = { state: "MG", issuedAt: NOVEMBER, issuer, model: "55", number: 5 } as const;
    expect(parseDfeAccessKey(generateDfeAccessKey(random, { ...input, series: 920 }))?.issuer).toBe(issuer);
    expect(() => generateDfeAccessKey(random, { ...input, series: 1 })).toThrow(RangeError);
    expect(() => generateDfeAccessKey(random, { ...input, issuer: ISSUER, series: 1000 })).toThrow(
      RangeError,
    );
    expect(() => generateDfeAccessKey(random, { ...input, issuer: ISSUER, series: 1, number: 0 })).toThrow(
      RangeError,
    );
  });

  it("names the Id attribute after the document", () => {
    const key = "35261111222333000181550010000012341807162533";
    expect(dfeXmlId(key)).toBe(`NFe${key}`);
    expect(parseDfeAccessKey(dfeXmlId(key))).toEqual(parseDfeAccessKey(key));
    expect(dfeXmlId("35261111222333000181570010000000771555123473")).toMatch(/^CTe/);
    expect(dfeXmlId("35261111222333000181580010000000121908172630")).toMatch(/^MDFe/);
  });
});

describe("numeric code", () => {
  it("is never an obvious one, nor the number of the document", () => {
    expect(isNumericCode("11111111", 5)).toBe(false);
    expect(isNumericCode("01234567", 5)).toBe(false);
    expect(isNumericCode("00000005", 5)).toBe(false);
    expect(isNumericCode("00000005", 6)).toBe(true);
    expect(generateNumericCode({ integer: () => 0 }, 1)).toBe("00000002");
    expect(generateNumericCode({ integer: () => 99_999_999 }, 1)).toBe("00000002");
  });
});

describe("authorization", () => {
  it("has a protocol of authorizer, state, year and sequence", () => {
    const protocol = generateAuthorizationProtocol(random, { state: "SP", at: NOVEMBER, sequence: 42 });
    expect(protocol).toBe("135260000000042");
    for (const state of BRAZIL_STATE_CODES) {
      const drawn = generateAuthorizationProtocol(random, { state, at: NOVEMBER });
      expect(drawn.slice(1, 3)).toBe(BRAZIL_STATES[state].ibge);
      expect(isValidAuthorizationProtocol(drawn)).toBe(true);
    }
    expect(isValidAuthorizationProtocol("143090022222702")).toBe(true);
    expect(isValidAuthorizationProtocol("1430900222227020")).toBe(false);
  });

  it("has a digest of twenty bytes", () => {
    expect(generateDigestValue(random)).toMatch(/^[A-Za-z0-9+/]{27}=$/);
  });
});

describe("NFS-e", () => {
  it("reproduces the worked example", () => {
    const input = { city: "3550308", provider: ISSUER, number: 123, issuedAt: NOVEMBER, code: "000456789" };
    const key = generateNfseAccessKey(random, input);
    expect(key).toBe("35503082211222333000181000000000012326110004567895");
    expect(parseNfseAccessKey(`NFS${key}`)).toEqual({
      key,
      city: "3550308",
      environment: "2",
      provider: ISSUER,
      number: 123,
      month: "2026-11",
      code: "000456789",
    });
    expect(formatNfseAccessKey(key)).toBe("35503 08221 12223 33000 18100 00000 00012 32611 00045 67895");
  });

  it("follows the check digit rule for every provider, but takes foreign keys without it", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1e12 }), (seed, number) => {
        const provider = seed % 2 ? generateCpf(seededRandom(seed)) : generateCnpj(seededRandom(seed));
        const input = { city: "3304557", provider, number, issuedAt: NOVEMBER };
        const key = generateNfseAccessKey(seededRandom(seed), input);
        expect(isValidNfseAccessKey(key) && hasRightDigit(key)).toBe(true);
        expect(key.slice(8, 9)).toBe(provider.length === 11 ? "1" : "2");
      }),
    );
    expect(isValidNfseAccessKey("31062001251235800000112230000000173023019580208160")).toBe(true);
    expect(isValidNfseAccessKey("3106200125123580000011223000000017302301958020816")).toBe(false);
  });

  it("names the declaration that it comes from", () => {
    expect(dpsId({ city: "3550308", provider: ISSUER, series: 1, number: 123 })).toBe(
      "DPS355030821122233300018100001000000000000123",
    );
  });

  it("has a short code in cities of the older standard", () => {
    expect(generateVerificationCode(random)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });
});
