import { expect, it } from "vitest";
import { toIdentification } from "./identification.ts";

it.each([
  ["1020304050", "COP", { type: "CC", number: "1020304050", isCompany: false }],
  ["890.903.938-8", "COP", { type: "NIT", number: "8909039388", isCompany: true }],
  ["30.123.456", "ARS", { type: "DNI", number: "30123456", isCompany: false }],
  ["30-70308853-4", "ARS", { type: "CUIT", number: "30703088534", isCompany: true }],
  ["111.444.777-35", "BRL", { type: "CPF", number: "11144477735", isCompany: false }],
  ["11.222.333/0001-81", "BRL", { type: "CNPJ", number: "11222333000181", isCompany: true }],
  ["GODE561231GR8", "MXN", { type: "RFC", number: "GODE561231GR8", isCompany: false }],
  ["EKU9003173C9", "MXN", { type: "RFC", number: "EKU9003173C9", isCompany: true }],
  ["12.345.670-k", "CLP", { type: "RUT", number: "12345670K", isCompany: false }],
] as const)("says what %s is where %s is paid", (document, currency, identification) => {
  expect(toIdentification({ document }, currency)).toEqual(identification);
});

it("leaves out the type of a document from elsewhere, and everything without one", () => {
  expect(toIdentification({ document: "111.444.777-35" }, "COP")).toEqual({
    type: undefined,
    number: "11144477735",
    isCompany: false,
  });
  expect(toIdentification({ name: "Ana" }, "BRL")).toBeUndefined();
});
