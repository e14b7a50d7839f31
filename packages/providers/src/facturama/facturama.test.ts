import { expect, it } from "vitest";
import { describeCfdi } from "../testing/describe-cfdi.ts";
import { simulate } from "../testing/simulate.ts";
import { facturamaSimulation } from "./simulate.ts";
import { facturamaTranslator } from "./translate.ts";

describeCfdi(facturamaSimulation, facturamaTranslator);

const cfdi = {
  CfdiType: "I",
  ExpeditionPlace: "42501",
  Exportation: "01",
  PaymentForm: "04",
  PaymentMethod: "PUE",
  Receiver: {
    Rfc: "GODE561231GR8",
    Name: "Universidad",
    CfdiUse: "G03",
    FiscalRegime: "612",
    TaxZipCode: "65000",
  },
};
const item = {
  Description: "Playera",
  TaxObject: "02",
  Quantity: 1,
  Subtotal: 100,
  Taxes: [{ Name: "IVA", Rate: 0.16, Base: 100, Total: 16 }],
};

it("responds with the fields of its API, in the local time of Mexico", async () => {
  const response = await simulate(facturamaSimulation).call("facturama_create_cfdi", {
    ...cfdi,
    Items: [{ ...item, Total: 116 }],
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      CfdiType: "ingreso",
      Status: "active",
      PaymentTerms: "04",
      PaymentMethod: "PUE",
      Date: "2026-11-20T09:00:00",
      Total: 116,
      Complement: { TaxStamp: { Uuid: expect.any(String), RfcProvCertif: "SAT970701NN3" } },
    },
  });
});

it("refuses a total that is not the sum with CFDI40119", async () => {
  const response = await simulate(facturamaSimulation).call("facturama_create_cfdi", {
    ...cfdi,
    Items: [{ ...item, Total: 115 }],
  });
  expect(response).toMatchObject({ ok: false, providerCode: "CFDI40119" });
});

it.each<[string, object]>([
  // SAT, Anexo 20: matrix of errors of the CFDI 4.0
  ["CFDI40130", { Receiver: { ...cfdi.Receiver, Rfc: "XAXX010101000", Name: "PUBLICO EN GENERAL" } }],
  ["CFDI40147", { Receiver: { ...cfdi.Receiver, TaxZipCode: null } }],
  ["CFDI40157", { Receiver: { ...cfdi.Receiver, FiscalRegime: null } }],
  ["CFDI40161", { Receiver: { ...cfdi.Receiver, FiscalRegime: "605" } }],
  ["400", { ExpeditionPlace: null }],
  ["400", { Exportation: null }],
  ["400", { Items: [{ ...item, TaxObject: null, Total: 116 }] }],
])("refuses with %s what CFDI 4.0 does not take", async (providerCode, change) => {
  const args = { ...cfdi, Items: [{ ...item, Total: 116 }], ...change };
  expect(await simulate(facturamaSimulation).call("facturama_create_cfdi", args)).toMatchObject({
    ok: false,
    providerCode,
  });
});
