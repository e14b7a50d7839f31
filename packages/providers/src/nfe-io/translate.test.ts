import type { InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { companyOrder, order, regularIssuer } from "../testing/invoice-orders.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { nfeIoTools } from "./tools.ts";
import { nfeIoTranslator } from "./translate.ts";

const { invoice } = nfeIoTranslator;
const key = "35261111222333000181550010000000421627073946";
const product = {
  id: "nfe_1",
  serie: 1,
  number: 42,
  status: "Issued",
  createdOn: "2026-11-20T15:00:00Z",
  authorization: { accessKey: key, protocol: "135260000000042", message: "Autorizado o uso da NF-e" },
  totals: { icms: { invoiceAmount: 129.9 } },
};
const service = {
  id: "nfse_1",
  status: "Issued",
  flowStatus: "Issued",
  number: 7,
  rpsSerialNumber: "IO",
  rpsNumber: 12,
  checkCode: "AB12-CD34",
  issuedOn: "2026-11-20T15:00:00Z",
  servicesAmount: 129.9,
};
const serviceOrder: InvoiceInput = { ...order, type: "nfse" };

/** What leaves for NFE.io where this issuer sells. */
async function sent(input: InvoiceInput, brazil = testIssuers.brazil) {
  const tool = `nfe_io_create_${input.type}`;
  const { calls, translate } = translateWith({ [tool]: { id: "x", status: "Created" } });
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }) });
  expect(calls).toMatchObject([{ kind: "effect", tool }]);
  return calls[0]?.arguments;
}

describe("what leaves for NFE.io (provider-wire.md, nfe-io: reais, taxpayers as numbers)", () => {
  it("a product invoice of one centavo", async () => {
    expect(await sent(order)).toEqual({
      serie: 1,
      operationNature: "Venda de mercadoria",
      operationType: "Outgoing",
      destination: "Internal_Operation",
      printType: "NFeNormalPortrait",
      purposeType: "Normal",
      consumerType: "FinalConsumer",
      presenceType: "Internet",
      buyer: {
        type: "NaturalPerson",
        name: "Maria Exemplo",
        federalTaxNumber: 52998224725,
        stateTaxNumberIndicator: "NonTaxPayer",
        address: {
          country: "BRA",
          postalCode: "13010000",
          street: "Rua Barão de Jaguara",
          number: "50",
          district: "Centro",
          city: { code: "3509502", name: "Campinas" },
          state: "SP",
        },
      },
      items: [
        {
          code: "1",
          description: "Camiseta",
          ncm: "61091000",
          cfop: 5102,
          unit: "UN",
          quantity: 1,
          unitAmount: 0.01,
          totalAmount: 0.01,
          unitTax: "UN",
          quantityTax: 1,
          taxUnitAmount: 0.01,
          totalIndicator: true,
          tax: {
            icms: { origin: "0", csosn: "102" },
            pis: { cst: "49", baseTax: 0.01, rate: 0, amount: 0 },
            cofins: { cst: "49", baseTax: 0.01, rate: 0, amount: 0 },
          },
        },
      ],
      totals: {
        icms: {
          baseTax: 0,
          icmsAmount: 0,
          productAmount: 0.01,
          pisAmount: 0,
          cofinsAmount: 0,
          invoiceAmount: 0.01,
        },
      },
      transport: { freightModality: "Free" },
      payment: [{ paymentDetail: [{ method: "Others", methodDescription: "Outros", amount: 0.01 }] }],
    });
  });

  it("a product invoice to a company, with every tax", async () => {
    expect(await sent(companyOrder, regularIssuer)).toMatchObject({
      serie: 7,
      operationNature: "Venda",
      consumerType: "Normal",
      buyer: {
        type: "LegalEntity",
        federalTaxNumber: 11444777000161,
        email: "compras@example.com",
        stateTaxNumberIndicator: "TaxPayer",
        stateTaxNumber: "110042490114",
        address: { additionalInformation: "sala 2", phone: "1133334444" },
      },
      items: [
        {
          code: "CAM-1",
          cest: "2806300",
          cfop: 5101,
          unit: "PC",
          quantity: 2,
          unitAmount: 50,
          totalAmount: 100,
          tax: {
            icms: {
              origin: "1",
              cst: "20",
              baseTaxModality: "3",
              baseTax: 50,
              baseTaxReduction: 50,
              rate: 18,
              amount: 9,
            },
            pis: { cst: "01", baseTax: 91, rate: 1.65, amount: 1.5 },
            cofins: { cst: "07" },
          },
        },
        { code: "2", ncm: "49019900", tax: { icms: { origin: "0", cst: "40" }, pis: { cst: "06" } } },
      ],
      totals: {
        icms: {
          baseTax: 50,
          icmsAmount: 9,
          productAmount: 139.9,
          pisAmount: 1.5,
          cofinsAmount: 0,
          invoiceAmount: 139.9,
        },
      },
      additionalInformation: { taxpayer: "Pagamento pay_1" },
    });
  });

  it("a credit of Simples Nacional, and an interstate sale", async () => {
    const goods = testIssuers.brazil.goods?.map((rule) => ({
      ...rule,
      icms: { cst: "101" as const, credit_rate: 2.5 },
    }));
    const items = [{ description: "Camiseta", quantity: 1, unit_amount: 10_000 }];
    const address = { ...order.customer?.address, postal_code: "20040-002", city_code: "3304557" };
    expect(
      await sent(
        { ...order, items, customer: { ...order.customer, address } },
        { ...testIssuers.brazil, goods },
      ),
    ).toMatchObject({
      destination: "Interstate_Operation",
      items: [{ cfop: 6108, tax: { icms: { csosn: "101", snCreditRate: 2.5, snCreditAmount: 2.5 } } }],
    });
  });

  it("a service invoice under our id, of somebody or of nobody", async () => {
    expect(await sent({ type: "nfse", items: order.items })).toEqual({
      externalId: "tc_1",
      cityServiceCode: "02919",
      federalServiceCode: "010101",
      description: "Camiseta",
      servicesAmount: 0.01,
      taxationType: "WithinCity",
      issRate: 0.029,
      issTaxAmount: 0,
    });
    expect(
      await sent(
        { ...serviceOrder, items: [{ description: "Aula", quantity: 2, unit_amount: 5000 }] },
        {
          ...testIssuers.brazil,
          series: { nfse: 3 },
          services: [
            {
              codes: ["*"],
              service_code: "080101",
              cnae: "8599604",
              nbs: "122051900",
              iss_rate: 5,
              iss_withheld: true,
            },
          ],
        },
      ),
    ).toMatchObject({
      borrower: { type: "NaturalPerson", federalTaxNumber: 52998224725, address: { country: "BRA" } },
      cityServiceCode: "080101",
      cnaeCode: "8599604",
      nbsCode: "122051900",
      rpsSerialNumber: "3",
      servicesAmount: 100,
      issRate: 0.05,
      issTaxAmount: 5,
      issAmountWithheld: 5,
    });
  });

  it("an amount at its greatest", async () => {
    const items = [{ description: "Camiseta", quantity: 1, unit_amount: 99_999_999_999 }];
    expect(await sent({ ...serviceOrder, items })).toMatchObject({
      servicesAmount: 999_999_999.99,
      issTaxAmount: 29_000_000,
    });
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    await expectNativeOrRefusal(invoice, arbitraryInvoice(["nfe", "nfse"]), nfeIoTools);
  });
});

describe("what NFE.io returns of a product (provider-wire.md, nfe-io: status)", () => {
  const reads = (document: JsonObject) =>
    translateWith({ nfe_io_get_nfe: document }).translate(invoice, {
      action: "get",
      type: "nfe",
      invoice_id: "nfe_1",
    });

  it("is read with all that it says", async () => {
    expect(await reads(product)).toEqual({
      invoice_id: "nfe_1",
      type: "nfe",
      status: "authorized",
      number: 42,
      series: "1",
      access_key: key,
      protocol: "135260000000042",
      issued_at: "2026-11-20T15:00:00Z",
      amount: 12_990,
    });
  });

  it.each([
    ["None", "processing"],
    ["Created", "processing"],
    ["Processing", "processing"],
    ["Issued", "authorized"],
    ["IssuedContingency", "processing"],
    ["Cancelled", "cancelled"],
    ["Disabled", "cancelled"],
    ["IssueDenied", "rejected"],
    ["Error", "rejected"],
    ["SomethingNew", "processing"],
  ])("%s is %s", async (status, expected) => {
    expect(await reads({ ...product, status })).toMatchObject({ status: expected });
  });

  it("is never a success without a status, and malformed without an id", async () => {
    expect(await reads(without(product, "status"))).toMatchObject({ status: "processing" });
    await expect(reads(without(product, "id"))).rejects.toThrow(/without the document's id/);
  });

  it("is a refusal with SEFAZ's reason where it was rejected at once", async () => {
    const authorization = { statusCode: "778", message: "Rejeicao: NCM inexistente" };
    const { translate } = translateWith({
      nfe_io_create_nfe: { id: "nfe_1", status: "Error", authorization },
    });
    await expect(translate(invoice, order)).rejects.toMatchObject({
      code: "invoice_rejected",
      providerCode: "778",
      message: "Rejeicao: NCM inexistente",
      invoiceId: "nfe_1",
    });
  });
});

describe("what NFE.io returns of a service (provider-wire.md, nfe-io: status, flowMessage)", () => {
  const reads = (document: JsonObject) =>
    translateWith({ nfe_io_get_nfse: document }).translate(invoice, {
      action: "get",
      type: "nfse",
      invoice_id: "nfse_1",
    });

  it("is read with all that it says", async () => {
    expect(await reads(service)).toEqual({
      invoice_id: "nfse_1",
      type: "nfse",
      status: "authorized",
      number: 7,
      series: "IO",
      access_key: "AB12-CD34",
      issued_at: "2026-11-20T15:00:00Z",
      amount: 12_990,
    });
    expect(await reads(without(service, "number"))).toMatchObject({ number: 12 });
  });

  it.each([
    ["None", "processing"],
    ["Created", "processing"],
    ["Issued", "authorized"],
    ["Cancelled", "cancelled"],
    ["Error", "rejected"],
    ["SomethingNew", "processing"],
  ])("%s is %s", async (status, expected) => {
    expect(await reads({ ...service, status })).toMatchObject({ status: expected });
  });

  it("says why it was refused, in the city's code and words", async () => {
    const flowMessage = "E160 - Arquivo em desacordo com o XML Schema - campo CNAE";
    expect(await reads({ ...service, status: "Error", flowMessage })).toMatchObject({
      rejection: { code: "E160", message: "Arquivo em desacordo com o XML Schema - campo CNAE" },
    });
  });
});

it.each(["nfe", "nfse"] as const)("a cancelled %s is read again, for it is only taken in", async (type) => {
  const document = { ...(type === "nfe" ? product : service), status: "Issued" };
  const { calls, translate } = translateWith({
    [`nfe_io_get_${type}`]: document,
    [`nfe_io_cancel_${type}`]: {},
  });
  const cancel = { action: "cancel", type, invoice_id: document.id, reason: "Pedido repetido por engano" };
  expect(await translate(invoice, cancel as InvoiceInput)).toMatchObject({ status: "authorized" });
  expect(calls.map(({ kind, tool, arguments: args }) => [kind, tool, args])).toEqual([
    ["read", `nfe_io_get_${type}`, { id: document.id }],
    // a service invoice is cancelled without a reason
    [
      "effect",
      `nfe_io_cancel_${type}`,
      { id: document.id, ...(type === "nfe" ? { reason: "Pedido repetido por engano" } : {}) },
    ],
    ["read", `nfe_io_get_${type}`, { id: document.id }],
  ]);
});

it.each<[string, InvoiceInput, string]>([
  ["a CT-e", { ...order, type: "cte" }, "not_supported"],
  [
    "a city that nobody looks up",
    {
      ...order,
      customer: {
        ...order.customer,
        address: { ...order.customer?.address, postal_code: "13010-000", city_code: undefined },
      },
    },
    "invalid_request",
  ],
])("refuses %s before anything is sent", async (_what, input, code) => {
  await expect(nativeCallsOf(invoice, input)).rejects.toMatchObject({ name: "ProviderRefusal", code });
});
