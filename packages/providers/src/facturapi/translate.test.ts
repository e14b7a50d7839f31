import { ProviderRefusal } from "@codespar/backend/ports";
import type { InvoiceInput, JsonObject, MexicoIssuer } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { testIssuers } from "../simulation/test-issuers.ts";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { publicSale, taxpayerSale } from "../testing/invoice-orders.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { testFiscal } from "../testing/test-fiscal.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { facturapiTools } from "./tools.ts";
import { facturapiTranslator } from "./translate.ts";

const { invoice } = facturapiTranslator;
const id = "58e93bd8e86eb318b0197456";
const uuid = "5F2B7C1A-3C4D-4E5F-8A9B-0C1D2E3F4A5B";
const valid = {
  id,
  uuid,
  status: "valid",
  type: "I",
  folio_number: 914,
  series: "F",
  total: 116,
  created_at: "2026-11-20T18:00:00.000Z",
  cancellation_status: "none",
  livemode: false,
};
const public_ = {
  legal_name: "PUBLICO EN GENERAL",
  tax_id: "XAXX010101000",
  tax_system: "616",
  address: { zip: "42501" },
};
const iva = { type: "IVA", factor: "Tasa", rate: 0.16 };

describe("what leaves for Facturapi (provider-wire.md, facturapi: pesos with IVA, our id twice)", () => {
  it.each<[string, InvoiceInput, string, JsonObject]>([
    [
      "a sale to the public, of today",
      publicSale,
      "facturapi_create_invoice",
      {
        type: "I",
        external_id: "tc_1",
        idempotency_key: "tc_1",
        customer: public_,
        use: "S01",
        series: "F",
        payment_form: "03",
        payment_method: "PUE",
        global: { periodicity: "day", months: "11", year: 2026 },
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
              taxes: [iva],
            },
          },
        ],
      },
    ],
    [
      "a sale to a taxpayer that is paid later",
      taxpayerSale,
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
          address: { zip: "65000" },
        },
        use: "D10",
        series: "F",
        payment_form: "99",
        payment_method: "PPD",
        items: [
          {
            quantity: 2,
            product: {
              description: "Playera",
              product_key: "53103001",
              sku: "53103001",
              unit_key: "H87",
              price: 50,
              tax_included: true,
              taxability: "02",
              taxes: [iva],
            },
          },
          {
            quantity: 1.5,
            product: {
              description: "Taza",
              product_key: "53103000",
              unit_key: "H87",
              price: 33.33,
              tax_included: true,
              taxability: "02",
              taxes: [iva],
            },
          },
        ],
      },
    ],
  ])("%s", async (_what, input, tool, args) => {
    expect(await nativeCallsOf(invoice, input)).toEqual([{ kind: "effect", tool, arguments: args }]);
  });

  it("a credit note names the CFDI that it takes back", async () => {
    const [call] = await nativeCallsOf(invoice, {
      ...publicSale,
      cfdi_type: "egreso",
      related_uuid: uuid.toLowerCase(),
    });
    expect(call).toMatchObject({
      tool: "facturapi_create_credit_note",
      arguments: {
        type: "E",
        series: "NC",
        related_documents: [{ relationship: "01", documents: [uuid] }],
      },
    });
  });

  it("a transfer has no price, no payment and no tax", async () => {
    const [call] = await nativeCallsOf(invoice, { ...publicSale, cfdi_type: "traslado" });
    expect(call?.tool).toBe("facturapi_create_transfer_document");
    expect(call?.arguments).toMatchObject({
      type: "T",
      series: "T",
      items: [{ quantity: 1, product: { price: 0, taxability: "01", taxes: [] } }],
    });
    expect(call?.arguments).not.toHaveProperty("payment_form");
    expect(call?.arguments).not.toHaveProperty("payment_method");
  });

  it.each([
    [1, 0.01],
    [99_999_999_999, 999_999_999.99],
  ])("%i centavos are %d pesos", async (unit_amount, price) => {
    const items = [{ description: "Playera", quantity: 1, unit_amount }];
    const [call] = await nativeCallsOf(invoice, { ...publicSale, items });
    expect(call?.arguments).toMatchObject({ items: [{ product: { price } }] });
  });

  it.each<[string, Partial<NonNullable<MexicoIssuer["products"]>[number]>, JsonObject]>([
    ["exempt", { iva: "exempt" }, { taxability: "02", taxes: [{ type: "IVA", factor: "Exento" }] }],
    ["8% at the border", { iva: 8 }, { taxes: [{ type: "IVA", factor: "Tasa", rate: 0.08 }] }],
    ["0%", { iva: 0 }, { taxes: [{ type: "IVA", factor: "Tasa", rate: 0 }] }],
    ["no object of tax", { tax_object: "01" }, { taxability: "01", taxes: [] }],
  ])("a product that is %s", async (_what, rule, product) => {
    const products = [{ codes: ["*"], product_key: "53103000", ...rule }];
    const { calls, translate } = translateWith({ facturapi_create_invoice: valid });
    const fiscal = testFiscal()("tc_1", { mexico: { ...testIssuers.mexico, products } });
    await translate(invoice, publicSale, { fiscal });
    expect(calls[0]?.arguments).toMatchObject({ items: [{ product }] });
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    await expectNativeOrRefusal(invoice, arbitraryInvoice(["cfdi"]), facturapiTools);
  });
});

describe("what Facturapi returns (provider-wire.md, facturapi)", () => {
  const reads = (document: JsonObject) =>
    translateWith({ facturapi_get_invoice: document }).translate(invoice, { action: "get", invoice_id: id });

  it("is read with all that it says", async () => {
    const { calls, translate } = translateWith({ facturapi_create_invoice: valid });
    expect(await translate(invoice, publicSale)).toEqual({
      invoice_id: id,
      type: "cfdi",
      status: "authorized",
      number: 914,
      series: "F",
      uuid,
      issued_at: "2026-11-20T18:00:00.000Z",
      amount: 11_600,
    });
    expect(calls).toHaveLength(1);
  });

  it.each([
    ["draft", "processing"],
    ["pending", "processing"],
    ["valid", "authorized"],
    ["canceled", "cancelled"],
    ["failed", "rejected"],
    ["something_new", "processing"],
  ])("%s is %s", async (status, expected) => {
    expect(await reads({ ...valid, status })).toMatchObject({ invoice_id: id, status: expected });
  });

  it("is never a success without a status, and malformed without an id", async () => {
    expect(await reads(without(valid, "status"))).toMatchObject({ status: "processing" });
    await expect(reads(without(valid, "id"))).rejects.toThrow(/without the document's id/);
  });

  it("is a refusal where the stamp failed, or where SAT says no", async () => {
    const failed = translateWith({ facturapi_create_invoice: { ...valid, status: "failed" } });
    await expect(failed.translate(invoice, publicSale)).rejects.toMatchObject({
      code: "invoice_rejected",
      invoiceId: id,
    });
    for (const [providerCode, code] of [
      ["CFDI40145", "invoice_rejected"],
      ["400", "bad_request"],
    ]) {
      const refusal = new ProviderRefusal({ code: "bad_request", message: "No.", providerCode });
      const { translate } = translateWith({ facturapi_create_invoice: refusal });
      await expect(translate(invoice, publicSale)).rejects.toMatchObject({ code, providerCode });
    }
  });
});

it.each([
  ["valid", "authorized"],
  ["canceled", "cancelled"],
])("after a cancellation the document is read again: %s is %s", async (status, expected) => {
  const document = { ...valid, status, cancellation_status: "pending" };
  const { calls, translate } = translateWith({
    facturapi_get_invoice: document,
    facturapi_cancel_invoice: document,
  });
  const cancel = { action: "cancel", invoice_id: id } as const;
  expect(await translate(invoice, cancel)).toMatchObject({ status: expected });
  expect(calls).toEqual([
    { kind: "read", tool: "facturapi_get_invoice", arguments: { id } },
    { kind: "effect", tool: "facturapi_cancel_invoice", arguments: { id, motive: "02" } },
    { kind: "read", tool: "facturapi_get_invoice", arguments: { id } },
  ]);
});

it.each<[string, InvoiceInput, string, RegExp]>([
  ["an NF-e", { ...publicSale, type: "nfe" }, "not_supported", /Facturapi does not issue a nfe/],
  [
    "a taxpayer without regime",
    { ...taxpayerSale, customer: { ...taxpayerSale.customer, tax_regime: undefined } },
    "invalid_request",
    /customer\.tax_regime is missing/,
  ],
  ["a use that does not go with the public", { ...publicSale, use: "G03" }, "invalid_request", /use G03/],
])("refuses %s before anything is sent", async (_what, input, code, message) => {
  const { calls, translate } = translateWith({});
  await expect(translate(invoice, input)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
  expect(calls).toEqual([]);
});

it("corrects no CFDI", async () => {
  const { translate } = translateWith({ facturapi_get_invoice: valid });
  await expect(
    translate(invoice, { action: "correct", invoice_id: id, reason: "Nombre del cliente" }),
  ).rejects.toMatchObject({ code: "not_supported" });
});
