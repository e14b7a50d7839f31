import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BRAZIL_STATE_CODES, BRAZIL_STATES, isBrazilState, stateOfIbgeCode } from "../brazil-state.ts";
import { COUNTRY_CODES } from "../country.ts";
import { isTimeZone } from "../dates/dates-and-zones.ts";
import { seededRandom } from "../random/random.ts";
import { generateAnyCep, generateCep, stateOfCep } from "./cep.ts";
import { formatPostalCode, generatePostalCode, isValidPostalCode, parsePostalCode } from "./postal-code.ts";

describe("states", () => {
  it("knows twenty-seven by letters and by number, each with a time zone", () => {
    expect(BRAZIL_STATE_CODES).toHaveLength(27);
    for (const state of BRAZIL_STATE_CODES) {
      expect(stateOfIbgeCode(BRAZIL_STATES[state].ibge)).toBe(state);
      expect(isTimeZone(BRAZIL_STATES[state].timeZone)).toBe(true);
    }
    expect(stateOfIbgeCode("99")).toBeUndefined();
    expect(isBrazilState("SP")).toBe(true);
    expect(isBrazilState("toString")).toBe(false);
  });
});

describe("CEP", () => {
  it("lies in the range of its state", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...BRAZIL_STATE_CODES), (seed, state) => {
        const cep = generateCep(seededRandom(seed), state);
        expect(cep).toMatch(/^\d{8}$/);
        expect(stateOfCep(formatPostalCode(cep, "BR"))).toBe(state);
      }),
    );
    expect(stateOfCep(generateAnyCep(seededRandom(7)))).toBeDefined();
    expect(stateOfCep("01310-100")).toBe("SP");
    expect(stateOfCep("00999-999")).toBeUndefined();
    expect(stateOfCep("1310100")).toBeUndefined();
  });
});

describe("postal codes", () => {
  it.each([
    ["01310-100", "BR", "01310100"],
    ["01.310-100", "BR", "01310100"],
    ["06600", "MX", "06600"],
    ["c1425ckf", "AR", "C1425CKF"],
    ["1425", "AR", "1425"],
    ["110111", "CO", "110111"],
    ["832 0000", "CL", "8320000"],
    ["15001", "PE", "15001"],
  ] as const)("reads %s of %s", (text, country, code) => {
    expect(parsePostalCode(text, country)).toBe(code);
  });

  it("refuses other lengths and letters, and says what would be one", () => {
    expect(isValidPostalCode("0131010", "BR")).toBe(false);
    expect(isValidPostalCode("I1425CKF", "AR")).toBe(false);
    expect(() => formatPostalCode("123", "BR")).toThrow('CEP "123" is not valid. Pass one such as 01310100.');
  });

  it("reads what it generates and prints, in every country", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...COUNTRY_CODES), (seed, country) => {
        const code = generatePostalCode(seededRandom(seed), country);
        expect(parsePostalCode(code, country)).toBe(code);
        expect(parsePostalCode(formatPostalCode(code, country), country)).toBe(code);
      }),
    );
  });
});
