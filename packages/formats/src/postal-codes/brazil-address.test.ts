import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BRAZIL_AREA_CODES,
  detectBrazilPhone,
  generateBrazilLandline,
  generateBrazilMobile,
  isBrazilMobile,
} from "../phones/brazil-phone.ts";
import { generateMobile } from "../phones/latam-phone.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { BRAZIL_STATES, IBGE_STATE_CODES, isBrazilState, stateOfIbgeCode } from "./brazil-states.ts";
import { formatCep, generateAnyCep, generateCep, stateOfCep } from "./cep.ts";

describe("states", () => {
  it("knows twenty-seven by letters and by number", () => {
    expect(BRAZIL_STATES).toHaveLength(27);
    for (const state of BRAZIL_STATES) expect(stateOfIbgeCode(IBGE_STATE_CODES[state])).toBe(state);
    expect(stateOfIbgeCode("99")).toBeUndefined();
    expect(isBrazilState("SP")).toBe(true);
    expect(isBrazilState("toString")).toBe(false);
  });
});

describe("CEP", () => {
  it("lies in the range of its state", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...BRAZIL_STATES), (seed, state) => {
        const cep = generateCep(seededRandom(seed), state);
        expect(cep).toMatch(/^\d{8}$/);
        expect(stateOfCep(formatCep(cep))).toBe(state);
      }),
    );
    expect(stateOfCep(generateAnyCep(seededRandom(7)))).toBeDefined();
    expect(stateOfCep("01310-100")).toBe("SP");
    expect(stateOfCep("00999-999")).toBeUndefined();
    expect(stateOfCep("1310100")).toBeUndefined();
  });
});

describe("phones", () => {
  it("has the sixty-seven assigned area codes", () => {
    expect(BRAZIL_AREA_CODES).toHaveLength(67);
  });

  it("generates mobiles and landlines that are told apart", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const mobile = generateBrazilMobile(seededRandom(seed));
        expect(mobile).toMatch(/^\+55\d{2}9[6-9]\d{7}$/);
        expect(isBrazilMobile(mobile)).toBe(true);
        expect(detectBrazilPhone(generateBrazilLandline(seededRandom(seed), "21"))).toBe("landline");
      }),
    );
  });

  it("refuses a mobile without its ninth digit and areas that nobody has", () => {
    expect(detectBrazilPhone("+551187654321")).toBeUndefined();
    expect(detectBrazilPhone("+5520987654321")).toBeUndefined();
    expect(detectBrazilPhone("5511987654321")).toBeUndefined();
    expect(() => generateBrazilMobile(seededRandom(1), "20")).toThrow(RangeError);
  });

  it.each([
    ["AR", /^\+54911\d{8}$/],
    ["BR", /^\+55\d{2}9\d{8}$/],
    ["CL", /^\+569\d{8}$/],
    ["CO", /^\+573\d{9}$/],
    ["MX", /^\+52[2-9]\d{9}$/],
    ["PE", /^\+519\d{8}$/],
  ] as const)("writes a mobile of %s in E.164", (country, pattern) => {
    for (let seed = 0; seed < 50; seed++)
      expect(generateMobile(seededRandom(seed), country)).toMatch(pattern);
  });
});
