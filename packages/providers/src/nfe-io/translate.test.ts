import type { TranslationContext } from "@codespar/backend/ports";
import type { BrazilIssuer, InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import {
  fullGoodsOrder,
  goodsOrder,
  regularIssuer,
  serviceIssuer,
  serviceOrder,
} from "../testing/fiscal-orders.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { nfeIoTranslator } from "./translate.ts";

const { invoice } = nfeIoTranslator;

/** What is sent to issue. */
async function sent(input: InvoiceInput, brazil: BrazilIssuer, more: Partial<TranslationContext> = {}) {
  const tool = `nfe_io_create_${input.type}`;
  const { calls, translate } = translateWith({ [tool]: { id: "1", status: "Processing" } });
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }), ...more });
  expect(calls[0]).toMatchObject({ kind: "effect", tool });
  return calls[0]?.arguments;
}

const ibs_cbs = { cst: "000", class_code: "000001", ibs_state_rate: 0.1, ibs_city_rate: 0, cbs_rate: 0.9 };

// specification of client-nodejs
it("writes the least that an NF-e takes", async () => {
  expect(await sent(goodsOrder, testIssuers.brazil)).toEqual({
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
      address: {
        country: "BRA",
        postalCode: "01310100",
        street: "Avenida Paulista",
        number: "1578",
        district: "Bela Vista",
        city: {
          code: "3550308",
          name: "São Paulo",
        },
        state: "SP",
      },
      stateTaxNumberIndicator: "NonTaxPayer",
    },
    items: [
      {
        code: "1",
        description: "Camiseta",
        ncm: "61091000",
        cfop: 5102,
        unit: "UN",
        quantity: 3,
        unitAmount: 19.99,
        totalAmount: 59.97,
        unitTax: "UN",
        quantityTax: 3,
        taxUnitAmount: 19.99,
        totalIndicator: true,
        tax: {
          icms: {
            origin: "0",
            csosn: "102",
          },
          pis: {
            cst: "49",
            baseTax: 59.97,
            rate: 0,
            amount: 0,
          },
          cofins: {
            cst: "49",
            baseTax: 59.97,
            rate: 0,
            amount: 0,
          },
        },
      },
    ],
    totals: {
      icms: {
        baseTax: 0,
        icmsAmount: 0,
        productAmount: 59.97,
        pisAmount: 0,
        cofinsAmount: 0,
        invoiceAmount: 59.97,
      },
    },
    transport: {
      freightModality: "Free",
    },
    payment: [
      {
        paymentDetail: [
          {
            method: "Others",
            methodDescription: "Outros",
            amount: 59.97,
          },
        ],
      },
    ],
  });
});

it("writes everything that an order and a profile say", async () => {
  expect(await sent(fullGoodsOrder, regularIssuer)).toEqual({
    serie: 7,
    operationNature: "Venda",
    operationType: "Outgoing",
    destination: "Interstate_Operation",
    printType: "NFeNormalPortrait",
    purposeType: "Normal",
    consumerType: "Normal",
    presenceType: "Internet",
    buyer: {
      type: "LegalEntity",
      name: "Empresa Exemplo Ltda",
      federalTaxNumber: 11222333000181,
      email: "compras@example.com",
      address: {
        country: "BRA",
        postalCode: "20040002",
        street: "Rua do Ouvidor",
        number: "50",
        additionalInformation: "sala 3",
        district: "Centro",
        city: {
          code: "3304557",
          name: "Rio de Janeiro",
        },
        state: "RJ",
        phone: "1133334444",
      },
      stateTaxNumberIndicator: "TaxPayer",
      stateTaxNumber: "110042490114",
    },
    items: [
      {
        code: "CAM-1",
        description: "Camiseta",
        ncm: "61091000",
        cest: "2806300",
        cfop: 6101,
        unit: "PC",
        quantity: 2,
        unitAmount: 50,
        totalAmount: 100,
        unitTax: "PC",
        quantityTax: 2,
        taxUnitAmount: 50,
        totalIndicator: true,
        tax: {
          icms: {
            origin: "1",
            cst: "20",
            baseTaxModality: "3",
            baseTax: 50,
            baseTaxReduction: 50,
            rate: 12,
            amount: 6,
          },
          pis: {
            cst: "01",
            baseTax: 94,
            rate: 1.65,
            amount: 1.55,
          },
          cofins: {
            cst: "01",
            baseTax: 94,
            rate: 7.6,
            amount: 7.14,
          },
        },
      },
      {
        code: "2",
        description: "Livro",
        ncm: "49019900",
        cfop: 6102,
        unit: "UN",
        quantity: 1,
        unitAmount: 39.9,
        totalAmount: 39.9,
        unitTax: "UN",
        quantityTax: 1,
        taxUnitAmount: 39.9,
        totalIndicator: true,
        tax: {
          icms: {
            origin: "0",
            cst: "40",
          },
          pis: {
            cst: "06",
          },
          cofins: {
            cst: "06",
          },
        },
      },
    ],
    totals: {
      icms: {
        baseTax: 50,
        icmsAmount: 6,
        productAmount: 139.9,
        pisAmount: 1.55,
        cofinsAmount: 7.14,
        invoiceAmount: 139.9,
      },
    },
    transport: {
      freightModality: "Free",
    },
    payment: [
      {
        paymentDetail: [
          {
            method: "Others",
            methodDescription: "Outros",
            amount: 139.9,
          },
        ],
      },
    ],
    additionalInformation: {
      taxpayer: "Pagamento pay_1",
    },
  });
});

it("writes the least that an NFS-e takes", async () => {
  expect(await sent({ ...goodsOrder, type: "nfse" }, testIssuers.brazil)).toEqual({
    externalId: "tc_1",
    borrower: {
      type: "NaturalPerson",
      name: "Maria Exemplo",
      federalTaxNumber: 52998224725,
      address: {
        country: "BRA",
        postalCode: "01310100",
        street: "Avenida Paulista",
        number: "1578",
        district: "Bela Vista",
        city: {
          code: "3550308",
          name: "São Paulo",
        },
        state: "SP",
      },
    },
    cityServiceCode: "02919",
    federalServiceCode: "010101",
    description: "Camiseta",
    servicesAmount: 59.97,
    taxationType: "WithinCity",
    issRate: 0.029,
    issTaxAmount: 1.74,
  });
});

it("writes a service whose ISS is withheld", async () => {
  expect(await sent(serviceOrder, serviceIssuer)).toEqual({
    externalId: "tc_1",
    borrower: {
      type: "LegalEntity",
      name: "Empresa Exemplo Ltda",
      federalTaxNumber: 11222333000181,
      email: "compras@example.com",
      address: {
        country: "BRA",
        postalCode: "20040002",
        street: "Rua do Ouvidor",
        number: "50",
        additionalInformation: "sala 3",
        district: "Centro",
        city: {
          code: "3304557",
          name: "Rio de Janeiro",
        },
        state: "RJ",
        phone: "1133334444",
      },
    },
    cityServiceCode: "02919",
    federalServiceCode: "010101",
    cnaeCode: "6201501",
    description: "Desenvolvimento de programa",
    servicesAmount: 2000,
    taxationType: "WithinCity",
    issRate: 0.029,
    issTaxAmount: 58,
    issAmountWithheld: 58,
  });
});

describe("what NFE.io says of a product invoice", () => {
  const document: JsonObject = {
    id: "1",
    serie: 7,
    number: 42,
    createdOn: "2026-11-20T12:00:00-03:00",
    totals: { icms: { invoiceAmount: 59.97 } },
    authorization: {
      accessKey: "35261111222333000181550070000000421627073940",
      protocol: "135260000000042",
      statusCode: "539",
      message: "Duplicidade de NF-e",
    },
    links: { pdf: "https://nfe.example.com/1.pdf", xml: "https://nfe.example.com/1.xml" },
  };
  const read = (status: string) =>
    translateWith({ nfe_io_get_nfe: { ...document, status } }).translate(invoice, {
      action: "get",
      type: "nfe",
      invoice_id: "1",
    });

  it.each([
    ["Issued", "authorized"],
    ["Cancelled", "cancelled"],
    ["Error", "rejected"],
    ["IssueDenied", "rejected"],
    ["Created", "processing"],
    ["Processing", "processing"],
  ])("%s is %s", async (status, expected) => {
    const output = await read(status);
    expect(output).toEqual({
      invoice_id: "1",
      type: "nfe",
      status: expected,
      number: 42,
      series: "7",
      access_key: "35261111222333000181550070000000421627073940",
      protocol: "135260000000042",
      issued_at: "2026-11-20T12:00:00-03:00",
      amount: 5997,
      pdf_url: "https://nfe.example.com/1.pdf",
      xml_url: "https://nfe.example.com/1.xml",
      ...(expected === "rejected" ? { rejection: { code: "539", message: "Duplicidade de NF-e" } } : {}),
    });
  });
});

it.each([
  ["Issued", "Issued", "authorized"],
  ["Cancelled", "Cancelled", "cancelled"],
  ["Error", "IssueFailed", "rejected"],
  ["None", "WaitingSend", "processing"],
])("a service invoice that is %s (%s) is %s", async (status, flowStatus, expected) => {
  const flowMessage = "E160 - Tomador inválido";
  const document = {
    id: "2",
    status,
    flowStatus,
    flowMessage,
    number: 7,
    servicesAmount: 2000,
    checkCode: "A1B2",
  };
  const { translate } = translateWith({ nfe_io_get_nfse: document });
  const output = await translate(invoice, { action: "get", type: "nfse", invoice_id: "2" });
  expect(output).toMatchObject({
    type: "nfse",
    status: expected,
    number: 7,
    amount: 200_000,
    access_key: "A1B2",
  });
  expect(output.rejection).toEqual(
    expected === "rejected" ? { code: "E160", message: "Tomador inválido" } : undefined,
  );
});

it.each<[string, InvoiceInput, Partial<BrazilIssuer>, RegExp]>([
  [
    "IBS and CBS, which it has no fields for",
    goodsOrder,
    { goods: regularIssuer.goods?.map((rule) => ({ ...rule, icms: { cst: "102" }, ibs_cbs })) },
    /has ibs_cbs, and NFE\.io has no fields/,
  ],
  [
    "postal code and number alone, which it does not look up",
    {
      ...goodsOrder,
      customer: { ...goodsOrder.customer, address: { postal_code: "13010-000", number: "1" } },
    },
    {},
    /customer\.address\.street, .* missing: NFE\.io looks no postal code up/,
  ],
  [
    "two services in one document",
    {
      ...serviceOrder,
      items: [...(serviceOrder.items ?? []), { description: "Outro", quantity: 1, unit_amount: 100 }],
    },
    { services: [...(serviceIssuer.services ?? []), { codes: ["*"], service_code: "070201" }] },
    /items\.1 is taxed by another rule than items\.0/,
  ],
])("refuses %s before anything is sent", async (_what, input, change, message) => {
  const { calls, translate } = translateWith({});
  const brazil = { ...testIssuers.brazil, ...change };
  const translated = translate(invoice, input, { fiscal: testFiscal()("tc_1", { brazil }) });
  await expect(translated).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
  expect(calls).toEqual([]);
});
