import type { InvoiceInput, JsonObject, MexicoIssuer } from "@codespar/contract";
import { expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { facturapiTranslator } from "./translate.ts";

const { invoice } = facturapiTranslator;

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
const created = {
  facturapi_create_invoice: { id: "1", status: "valid" },
  facturapi_create_credit_note: { id: "1", status: "valid" },
  facturapi_create_transfer_document: { id: "1", status: "valid" },
};

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
      "facturapi_create_invoice",
      {
        type: "I",
        external_id: "tc_1",
        idempotency_key: "tc_1",
        customer: {
          legal_name: "PUBLICO EN GENERAL",
          tax_id: "XAXX010101000",
          tax_system: "616",
          address: {
            zip: "42501",
          },
        },
        use: "S01",
        series: "F",
        payment_form: "04",
        payment_method: "PUE",
        global: {
          periodicity: "day",
          months: "11",
          year: 2026,
        },
        items: [
          {
            quantity: 1,
            product: {
              description: "Playera",
              product_key: "53103000",
              unit_key: "H87",
              price: 116,
              tax_included: true,
              taxability: "02",
              taxes: [
                {
                  type: "IVA",
                  factor: "Tasa",
                  rate: 0.16,
                },
              ],
            },
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
      "facturapi_create_invoice",
      {
        type: "I",
        external_id: "tc_1",
        idempotency_key: "tc_1",
        customer: {
          legal_name: "UNIVERSIDAD ROBOTICA",
          tax_id: "GODE561231GR8",
          tax_system: "612",
          email: "cfdi@example.com",
          address: {
            zip: "65000",
          },
        },
        use: "G03",
        series: "F",
        payment_form: "04",
        payment_method: "PUE",
        items: [
          {
            quantity: 2,
            product: {
              description: "Playera",
              product_key: "53103000",
              unit_key: "H87",
              price: 49.95,
              tax_included: true,
              taxability: "02",
              taxes: [
                {
                  type: "IVA",
                  factor: "Tasa",
                  rate: 0.16,
                },
              ],
            },
          },
          {
            quantity: 1,
            product: {
              description: "Libro",
              product_key: "55101509",
              sku: "LIB-1",
              unit_key: "E48",
              price: 108,
              tax_included: true,
              taxability: "02",
              taxes: [
                {
                  type: "IVA",
                  factor: "Tasa",
                  rate: 0,
                },
              ],
            },
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
      "facturapi_create_credit_note",
      {
        type: "E",
        external_id: "tc_1",
        idempotency_key: "tc_1",
        customer: {
          legal_name: "UNIVERSIDAD ROBOTICA",
          tax_id: "GODE561231GR8",
          tax_system: "612",
          email: "cfdi@example.com",
          address: {
            zip: "65000",
          },
        },
        use: "G02",
        series: "NC",
        payment_form: "04",
        payment_method: "PUE",
        items: [
          {
            quantity: 2,
            product: {
              description: "Playera",
              product_key: "53103000",
              unit_key: "H87",
              price: 49.95,
              tax_included: true,
              taxability: "02",
              taxes: [
                {
                  type: "IVA",
                  factor: "Tasa",
                  rate: 0.16,
                },
              ],
            },
          },
          {
            quantity: 1,
            product: {
              description: "Libro",
              product_key: "55101509",
              sku: "LIB-1",
              unit_key: "E48",
              price: 108,
              tax_included: true,
              taxability: "02",
              taxes: [
                {
                  type: "IVA",
                  factor: "Tasa",
                  rate: 0,
                },
              ],
            },
          },
        ],
        related_documents: [
          {
            relationship: "01",
            documents: ["6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63"],
          },
        ],
      },
    ],
  ]);
});

it("stamps a traslado of nothing", async () => {
  expect(await sent({ ...sale, cfdi_type: "traslado" })).toEqual([
    [
      "effect",
      "facturapi_create_transfer_document",
      {
        type: "T",
        external_id: "tc_1",
        idempotency_key: "tc_1",
        customer: {
          legal_name: "UNIVERSIDAD ROBOTICA",
          tax_id: "GODE561231GR8",
          tax_system: "612",
          email: "cfdi@example.com",
          address: {
            zip: "65000",
          },
        },
        use: "S01",
        series: "T",
        items: [
          {
            quantity: 2,
            product: {
              description: "Playera",
              product_key: "53103000",
              unit_key: "H87",
              price: 49.95,
              tax_included: true,
              taxability: "01",
              taxes: [],
            },
          },
          {
            quantity: 1,
            product: {
              description: "Libro",
              product_key: "55101509",
              sku: "LIB-1",
              unit_key: "E48",
              price: 108,
              tax_included: true,
              taxability: "01",
              taxes: [],
            },
          },
        ],
      },
    ],
  ]);
});

it("sends the use, the form of payment and the period that it is told", async () => {
  const [call] = await sent({ ...sale, use: "I04", payment_form: "99" });
  expect(call?.[2]).toMatchObject({ use: "I04", payment_form: "99", payment_method: "PPD" });
  const global = { periodicity: "05", months: "13", year: 2026 } as const;
  const [summed] = await sent({ ...sale, customer: { name: "Público en general" }, global });
  expect(summed?.[2]).toMatchObject({
    customer: { legal_name: "PUBLICO EN GENERAL" },
    global: { periodicity: "two_months", months: "13", year: 2026 },
  });
  const [named] = await sent({ ...sale, customer: { name: "Maria" } });
  expect(named?.[2]).not.toHaveProperty("global");
});

it("tells Facturapi of products that are exempt, or no object of tax", async () => {
  const products = [
    { codes: ["LIB*"], product_key: "55101509", iva: "exempt" as const },
    { codes: ["*"], product_key: "53103000", tax_object: "01" },
  ];
  const [call] = await sent(sale, { ...mexico, products });
  expect(call?.[2]).toMatchObject({
    items: [
      { product: { taxability: "01", taxes: [] } },
      { product: { taxability: "02", taxes: [{ type: "IVA", factor: "Exento" }] } },
    ],
  });
});

const document: JsonObject = {
  id: "1",
  date: "2026-11-20T15:00:00.000Z",
  series: "F",
  folio_number: 42,
  uuid: "6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63",
  total: 207.9,
};

it.each([
  ["valid", "authorized"],
  ["canceled", "cancelled"],
  ["failed", "rejected"],
  ["pending", "processing"],
  ["draft", "processing"],
])("reads an invoice that is %s as %s", async (status, expected) => {
  const { translate } = translateWith({ facturapi_get_invoice: { ...document, status } });
  expect(await translate(invoice, { action: "get", invoice_id: "1" })).toEqual({
    invoice_id: "1",
    type: "cfdi",
    status: expected,
    number: 42,
    series: "F",
    uuid: document.uuid,
    issued_at: document.date,
    amount: 20790,
  });
});

it("cancels, or leaves standing what the receiver has to accept first", async () => {
  for (const [status, expected] of [
    ["canceled", "cancelled"],
    ["valid", "authorized"],
  ] as const) {
    const { calls, translate } = translateWith({
      facturapi_get_invoice: { ...document, status: "valid" },
      facturapi_cancel_invoice: { ...document, status, cancellation_status: "pending" },
    });
    expect(await translate(invoice, { action: "cancel", invoice_id: "1" })).toMatchObject({
      status: expected,
    });
    expect(calls[1]?.arguments).toEqual({ id: "1", motive: "02" });
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
