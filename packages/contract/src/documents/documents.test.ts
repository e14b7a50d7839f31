import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countries } from "../wire/server.ts";
import { documentNames, documentType } from "./document-type.ts";

const valid = [
  ["111.444.777-35", "cpf"],
  ["11144477735", "cpf"],
  ["11.222.333/0001-81", "cnpj"],
  ["12.ABC.345/01DE-35", "cnpj"],
  ["12abc34501de35", "cnpj"],
  ["GODE561231GR8", "rfc"],
  ["EKU9003173C9", "rfc"],
  ["XAXX010101000", "rfc"],
  ["30-70308853-4", "cuit"],
  ["890903938-8", "nit"],
  ["76086428-5", "rut"],
  ["12.345.670-k", "rut"],
  // SAT has registered it, although its check character is another
  ["SIN9311169P8", "rfc"],
] as const;

const invalid = [
  "111.444.777-36",
  "111.111.111-11",
  "11.222.333/0001-82",
  "12.ABC.345/01DE-36",
  "00000000000000",
  "AAA011301AA1",
  "HEGG560427MVZRRL04",
  "GODE561331GR8",
  "30-70308853-5",
  "12345670-1",
  "",
  "abc",
  "🙂",
];

describe("documentType", () => {
  it.each(valid)("takes %s as %s", (document, type) => {
    expect(documentType(document)).toBe(type);
  });

  it.each(invalid)("refuses %j", (document) => {
    expect(documentType(document)).toBeUndefined();
  });

  it("knows a document of another country when asked for one country", () => {
    expect(documentType("30-70308853-4", "BR")).toBeUndefined();
    expect(documentType("30-70308853-4", "AR")).toBe("cuit");
  });

  it("takes documents without check digits where the country is known", () => {
    expect(documentType("1020304050", "CO")).toBe("cc");
    expect(documentType("30.123.456", "AR")).toBe("dni");
    expect(documentType("30123456")).toBeUndefined();
    expect(documentType("HEGG560427MVZRRL04", "MX")).toBeUndefined();
  });

  it("names the documents of a country", () => {
    expect(countries.map(documentNames)).toEqual(["CPF or CNPJ", "RFC", "CUIT or DNI", "NIT or CC", "RUT"]);
  });

  it("notices any single wrong digit of a CPF and a CNPJ", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("11144477735", "11222333000181"),
        fc.nat(13),
        fc.integer({ min: 1, max: 9 }),
        (document, at, add) => {
          const place = at % document.length;
          const digit = (Number(document[place]) + add) % 10;
          const changed = document.slice(0, place) + digit + document.slice(place + 1);
          expect(documentType(changed, "BR")).toBeUndefined();
        },
      ),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void documentType(text)));
  });
});
