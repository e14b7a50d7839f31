import type { InvoiceInput, JsonObject, MexicoIssuer } from "@codespar/contract";
import { expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { facturamaTranslator } from "./translate.ts";

const { invoice } = facturamaTranslator;

const mexico: MexicoIssuer = {
  ...testIssuers.mexico,
  payment_form: "04",
  products: [
    { codes: ["LIB*"], product_key: "55101509", unit_key: "E48", iva: 0 },
    { codes: ["*"], product_key: "53103000" },
  ],
};
const sale: InvoiceInput = {
  type: "cfdi",
  customer: {
    name: "UNIVERSIDAD ROBOTICA",
    document: "GODE561231GR8",
    tax_regime: "612",
    email: "cfdi@example.com",
    address: { postal_code: "65000" },
  },
  items: [
    { description: "Playera", quantity: 2, unit_amount: 4995 },
    { description: "Libro", quantity: 1, unit_amount: 10800, code: "LIB-1" },
  ],
};
const created = { facturama_create_cfdi: { Id: "1", Status: "active" } };

async function sent(input: InvoiceInput, issuer = mexico) {
  const { calls, translate } = translateWith(created);
  await translate(invoice, input, { fiscal: testFiscal()("tc_1", { mexico: issuer }) });
  return calls.map(({ kind, tool, arguments: args }) => [kind, tool, args]);
}

// SAT, Anexo 20 (CFDI 4.0)
it("stamps for the public in general, with the day that it covers", async () => {
  const input: InvoiceInput = {
    type: "cfdi",
    customer: {},
    items: [{ description: "Playera", quantity: 1, unit_amount: 11600 }],
  };
  expect(await sent(input)).toEqual([
    [
      "effect",
      "facturama_create_cfdi",
      {
        CfdiType: "I",
        OrderNumber: "tc_1",
        Serie: "F",
        ExpeditionPlace: "42501",
        Currency: "MXN",
        Exportation: "01",
        PaymentForm: "04",
        PaymentMethod: "PUE",
        GlobalInformation: {
          Periodicity: "01",
          Months: "11",
          Year: 2026,
        },
        Receiver: {
          Rfc: "XAXX010101000",
          Name: "PUBLICO EN GENERAL",
          CfdiUse: "S01",
          FiscalRegime: "616",
          TaxZipCode: "42501",
        },
        Items: [
          {
            ProductCode: "53103000",
            Description: "Playera",
            UnitCode: "H87",
            Quantity: 1,
            UnitPrice: 100,
            Subtotal: 100,
            TaxObject: "02",
            Taxes: [
              {
                Name: "IVA",
                Rate: 0.16,
                Base: 100,
                Total: 16,
                IsRetention: false,
              },
            ],
            Total: 116,
          },
        ],
      },
    ],
  ]);
});

it("stamps an ingreso to a taxpayer, with keys and rates by product code", async () => {
  expect(await sent(sale)).toEqual([
    [
      "effect",
      "facturama_create_cfdi",
      {
        CfdiType: "I",
        OrderNumber: "tc_1",
        Serie: "F",
        ExpeditionPlace: "42501",
        Currency: "MXN",
        Exportation: "01",
        PaymentForm: "04",
        PaymentMethod: "PUE",
        Receiver: {
          Rfc: "GODE561231GR8",
          Name: "UNIVERSIDAD ROBOTICA",
          CfdiUse: "G03",
          FiscalRegime: "612",
          TaxZipCode: "65000",
        },
        Items: [
          {
            ProductCode: "53103000",
            Description: "Playera",
            UnitCode: "H87",
            Quantity: 2,
            UnitPrice: 43.06,
            Subtotal: 86.12,
            TaxObject: "02",
            Taxes: [
              {
                Name: "IVA",
                Rate: 0.16,
                Base: 86.12,
                Total: 13.78,
                IsRetention: false,
              },
            ],
            Total: 99.9,
          },
          {
            ProductCode: "55101509",
            IdentificationNumber: "LIB-1",
            Description: "Libro",
            UnitCode: "E48",
            Quantity: 1,
            UnitPrice: 108,
            Subtotal: 108,
            TaxObject: "02",
            Taxes: [
              {
                Name: "IVA",
                Rate: 0,
                Base: 108,
                Total: 0,
                IsRetention: false,
              },
            ],
            Total: 108,
          },
        ],
      },
    ],
  ]);
});

it("stamps an egreso that names its ingreso, for returns", async () => {
  const input: InvoiceInput = {
    ...sale,
    cfdi_type: "egreso",
    related_uuid: "6b1e7c3a-9d42-4f0b-8a55-2c7e19d04f63",
  };
  expect(await sent(input)).toEqual([
    [
      "effect",
      "facturama_create_cfdi",
      {
        CfdiType: "E",
        OrderNumber: "tc_1",
        Serie: "NC",
        ExpeditionPlace: "42501",
        Currency: "MXN",
        Exportation: "01",
        PaymentForm: "04",
        PaymentMethod: "PUE",
        Receiver: {
          Rfc: "GODE561231GR8",
          Name: "UNIVERSIDAD ROBOTICA",
          CfdiUse: "G02",
          FiscalRegime: "612",
          TaxZipCode: "65000",
        },
        Items: [
          {
            ProductCode: "53103000",
            Description: "Playera",
            UnitCode: "H87",
            Quantity: 2,
            UnitPrice: 43.06,
            Subtotal: 86.12,
            TaxObject: "02",
            Taxes: [
              {
                Name: "IVA",
                Rate: 0.16,
                Base: 86.12,
                Total: 13.78,
                IsRetention: false,
              },
            ],
            Total: 99.9,
          },
          {
            ProductCode: "55101509",
            IdentificationNumber: "LIB-1",
            Description: "Libro",
            UnitCode: "E48",
            Quantity: 1,
            UnitPrice: 108,
            Subtotal: 108,
            TaxObject: "02",
            Taxes: [
              {
                Name: "IVA",
                Rate: 0,
                Base: 108,
                Total: 0,
                IsRetention: false,
              },
            ],
            Total: 108,
          },
        ],
        Relations: {
          Type: "01",
          Cfdis: [
            {
              Uuid: "6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63",
            },
          ],
        },
      },
    ],
  ]);
});

it("stamps a traslado of nothing", async () => {
  expect(await sent({ ...sale, cfdi_type: "traslado" })).toEqual([
    [
      "effect",
      "facturama_create_cfdi",
      {
        CfdiType: "T",
        OrderNumber: "tc_1",
        Serie: "T",
        ExpeditionPlace: "42501",
        Currency: "XXX",
        Exportation: "01",
        Receiver: {
          Rfc: "GODE561231GR8",
          Name: "UNIVERSIDAD ROBOTICA",
          CfdiUse: "S01",
          FiscalRegime: "612",
          TaxZipCode: "65000",
        },
        Items: [
          {
            ProductCode: "53103000",
            Description: "Playera",
            UnitCode: "H87",
            Quantity: 2,
            UnitPrice: 0,
            Subtotal: 0,
            TaxObject: "01",
            Total: 0,
          },
          {
            ProductCode: "55101509",
            IdentificationNumber: "LIB-1",
            Description: "Libro",
            UnitCode: "E48",
            Quantity: 1,
            UnitPrice: 0,
            Subtotal: 0,
            TaxObject: "01",
            Total: 0,
          },
        ],
      },
    ],
  ]);
});

it("sends the use, the form of payment and the period that it is told", async () => {
  const [call] = await sent({ ...sale, use: "I04", payment_form: "99" });
  expect(call?.[2]).toMatchObject({ Receiver: { CfdiUse: "I04" }, PaymentForm: "99", PaymentMethod: "PPD" });
  const global = { periodicity: "04", months: "10", year: 2026 } as const;
  const [summed] = await sent({ ...sale, customer: { name: "Público en general" }, global });
  expect(summed?.[2]).toMatchObject({
    Receiver: { Name: "PUBLICO EN GENERAL" },
    GlobalInformation: { Periodicity: "04", Months: "10", Year: 2026 },
  });
});

const document: JsonObject = {
  Id: "1",
  Date: "2026-11-20T09:00:00",
  Serie: "F",
  Folio: "42",
  Total: 207.9,
  Complement: { TaxStamp: { Uuid: "6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63" } },
};

it.each([
  ["active", "authorized"],
  ["canceled", "cancelled"],
])("reads a CFDI that is %s as %s, at the time of Mexico City", async (Status, expected) => {
  const { calls, translate } = translateWith({ facturama_get_cfdi: { ...document, Status } });
  expect(await translate(invoice, { action: "get", invoice_id: "1" })).toEqual({
    invoice_id: "1",
    type: "cfdi",
    status: expected,
    number: 42,
    series: "F",
    uuid: "6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63",
    issued_at: "2026-11-20T09:00:00-06:00",
    amount: 20790,
  });
  expect(calls[0]?.arguments).toEqual({ id: "1", type: "issued" });
});

it("cancels, or leaves standing what the receiver has to accept first", async () => {
  for (const [Status, expected] of [
    ["canceled", "cancelled"],
    ["pending", "authorized"],
  ] as const) {
    const { translate } = translateWith({
      facturama_get_cfdi: { ...document, Status: "active" },
      facturama_cancel_cfdi: { Status },
    });
    expect(await translate(invoice, { action: "cancel", invoice_id: "1" })).toMatchObject({
      status: expected,
    });
  }
});

it.each<[string, InvoiceInput, MexicoIssuer | null, RegExp]>([
  ["without a fiscal profile", sale, null, /fiscalProfiles\.create\(\{ mexico/],
  [
    "without a rule for the product",
    sale,
    { ...mexico, products: [] },
    /no rule in mexico\.products for an item without code/,
  ],
  [
    "without the receiver's regime",
    { ...sale, customer: { ...sale.customer, tax_regime: undefined } },
    mexico,
    /customer\.tax_regime is missing/,
  ],
  [
    "without their postal code",
    { ...sale, customer: { ...sale.customer, address: undefined } },
    mexico,
    /customer\.address\.postal_code is missing/,
  ],
  [
    "for a use that their regime has not",
    { ...sale, use: "D01", customer: { ...sale.customer, tax_regime: "621" } },
    mexico,
    /use D01 does not go with customer\.tax_regime 621/,
  ],
  [
    "for a use that the public has not",
    { ...sale, customer: {}, use: "G03" },
    mexico,
    /use G03 does not go with the public/,
  ],
  [
    "with an object of tax that is not made here",
    sale,
    { ...mexico, products: [{ codes: ["*"], product_key: "53103000", tax_object: "03" }] },
    /tax_object 03, which is not made here/,
  ],
])("refuses %s before anything is sent", async (_what, input, issuer, message) => {
  const { calls, translate } = translateWith({});
  const translated = translate(invoice, input, { fiscal: testFiscal()("tc_1", { mexico: issuer }) });
  await expect(translated).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
  expect(calls).toEqual([]);
});
