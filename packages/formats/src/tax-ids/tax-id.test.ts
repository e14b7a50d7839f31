import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTRIES, COUNTRY_CODES, type DocumentType } from "../country.ts";
import { seededRandom } from "../random/random.ts";
import { completeNit } from "./nit.ts";
import { formatTaxId, generateTaxId, isValidTaxId, parseTaxId } from "./tax-id.ts";

const types = COUNTRY_CODES.flatMap((code): readonly DocumentType[] => COUNTRIES[code].documents);

describe("parseTaxId", () => {
  it.each([
    ["111.444.777-35", "BR", "cpf", "11144477735"],
    ["12.abc.345/01de-35", "BR", "cnpj", "12ABC34501DE35"],
    ["gode561231gr8", "MX", "rfc", "GODE561231GR8"],
    ["HEGG560427MVZRRL04", "MX", "curp", "HEGG560427MVZRRL04"],
    ["30-70308853-4", "AR", "cuit", "30703088534"],
    ["30.123.456", "AR", "dni", "30123456"],
    ["890.903.938-8", "CO", "nit", "8909039388"],
    ["8909039388", "CO", "nit", "8909039388"],
    ["1020304050", "CO", "cc", "1020304050"],
    ["52.123.456", "CO", "cc", "52123456"],
    ["12.345.670-k", "CL", "rut", "12345670K"],
    ["20131312955", "PE", "ruc", "20131312955"],
  ] as const)("reads %s of %s as %s", (text, country, type, value) => {
    expect(parseTaxId(text, country)).toEqual({ type, country, value });
  });

  it("takes a cédula that ends in a NIT's check digit for a cédula, unless a hyphen says otherwise", () => {
    const nit = completeNit("5212345");
    expect(parseTaxId(nit, "CO")?.type).toBe("cc");
    expect(parseTaxId(`5.212.345-${nit.slice(-1)}`, "CO")).toEqual({
      type: "nit",
      country: "CO",
      value: nit,
    });
    // the hyphen of a NIT with a typing error does not make it a cédula
    expect(parseTaxId(`5.212.345-${(Number(nit.slice(-1)) + 1) % 10}`, "CO")).toBeUndefined();
  });

  it("takes only documents that say what they are when the country is not known", () => {
    expect(parseTaxId("111.444.777-35")?.country).toBe("BR");
    expect(parseTaxId("890903938-8")?.type).toBe("nit");
    expect(parseTaxId("76086428-5")?.type).toBe("rut");
    expect(parseTaxId("30123456")).toBeUndefined();
    expect(parseTaxId("1020304050")).toBeUndefined();
  });

  it("does not take a document of another country", () => {
    expect(isValidTaxId("30-70308853-4", "BR")).toBe(false);
    expect(isValidTaxId("30-70308853-4", "AR")).toBe(true);
  });

  it("reads what it generates and what it prints, for every type", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...types), (seed, type) => {
        const value = generateTaxId(seededRandom(seed), type);
        const country = COUNTRY_CODES.find((code) =>
          (COUNTRIES[code].documents as readonly DocumentType[]).includes(type),
        );
        expect(parseTaxId(value, country)).toEqual({ type, country, value });
        const printed = formatTaxId(value, type);
        expect(parseTaxId(printed, country)).toEqual({ type, country, value });
        expect(formatTaxId(printed, type)).toBe(printed);
        expect(parseTaxId(` ${printed.toLowerCase()} `, country)?.value).toBe(value);
      }),
    );
  });

  it("never throws on what is not a document", () => {
    const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9A-Z./-]{0,20}$/));
    fc.assert(
      fc.property(
        anyText,
        fc.option(fc.constantFrom(...COUNTRY_CODES), { nil: undefined }),
        (text, country) => {
          const found = parseTaxId(text, country);
          if (found !== undefined) expect(parseTaxId(found.value, found.country)).toEqual(found);
        },
      ),
    );
  });

  it("refuses to print what is no document, and says what would be one", () => {
    expect(() => formatTaxId("111.444.777-36", "cpf")).toThrow(
      'CPF "111.444.777-36" is not valid. Pass eleven digits with the right check digits.',
    );
    for (const type of types) expect(() => formatTaxId("?", type)).toThrow(RangeError);
  });
});
