import { expect, it } from "vitest";
import { describeCfdi } from "../testing/describe-cfdi.ts";
import { simulate } from "../testing/simulate.ts";
import { facturamaSimulation } from "./simulate.ts";
import { facturamaTranslator } from "./translate.ts";

describeCfdi(facturamaSimulation, facturamaTranslator);

const item = {
  Description: "Playera",
  Quantity: 1,
  Subtotal: 100,
  Taxes: [{ Name: "IVA", Rate: 0.16, Base: 100, Total: 16 }],
};

it("responds with the fields of its API, in the local time of Mexico", async () => {
  const response = await simulate(facturamaSimulation).call("facturama_create_cfdi", {
    CfdiType: "I",
    Receiver: { Rfc: "GODE561231GR8", Name: "Universidad" },
    Items: [{ ...item, Total: 116 }],
  });
  expect(response).toMatchObject({
    ok: true,
    data: {
      CfdiType: "ingreso",
      Status: "active",
      Date: "2026-11-20T09:00:00",
      Total: 116,
      Complement: { TaxStamp: { Uuid: expect.any(String), RfcProvCertif: "SAT970701NN3" } },
    },
  });
});

it("refuses a total that is not the sum with CFDI40119", async () => {
  const response = await simulate(facturamaSimulation).call("facturama_create_cfdi", {
    CfdiType: "I",
    Receiver: { Rfc: "GODE561231GR8" },
    Items: [{ ...item, Total: 115 }],
  });
  expect(response).toMatchObject({ ok: false, providerCode: "CFDI40119" });
});
