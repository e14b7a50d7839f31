import { ProviderRefusal } from "@codespar/backend/ports";
import type { InvoiceInput, JsonObject } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryInvoice } from "../testing/arbitrary-input.ts";
import { publicSale, taxpayerSale } from "../testing/invoice-orders.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { facturamaTools } from "./tools.ts";
import { facturamaTranslator } from "./translate.ts";

const { invoice } = facturamaTranslator;
const id = "h8jOYbfBlW8Bh0dOGRvZTg2";
const uuid = "5F2B7C1A-3C4D-4E5F-8A9B-0C1D2E3F4A5B";
const active = {
  Id: id,
  CfdiType: "ingreso",
  Serie: "F",
  Folio: "914",
  Date: "2026-11-20T12:00:00",
  Currency: "MXN",
  Subtotal: 100,
  Total: 116,
  Complement: { TaxStamp: { Uuid: uuid, Date: "2026-11-20T12:00:01" } },
  Status: "active",
};

describe("what leaves for Facturama (provider-wire.md, facturama: pesos, base and IVA by item)", () => {
  it.each<[string, InvoiceInput, JsonObject]>([
    [
      "a sale to the public, of today",
      publicSale,
      {
        CfdiType: "I",
        OrderNumber: "tc_1",
        Serie: "F",
        ExpeditionPlace: "42501",
        Currency: "MXN",
        Exportation: "01",
        PaymentForm: "03",
        PaymentMethod: "PUE",
        GlobalInformation: { Periodicity: "01", Months: "11", Year: 2026 },
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
            Taxes: [{ Name: "IVA", Rate: 0.16, Base: 100, Total: 16, IsRetention: false }],
            Total: 116,
          },
        ],
      },
    ],
    [
      "a sale to a taxpayer that is paid later",
      taxpayerSale,
      {
        CfdiType: "I",
        OrderNumber: "tc_1",
        Serie: "F",
        ExpeditionPlace: "42501",
        Currency: "MXN",
        Exportation: "01",
        PaymentForm: "99",
        PaymentMethod: "PPD",
        Receiver: {
          Rfc: "GODE561231GR8",
          Name: "UNIVERSIDAD ROBOTICA",
          CfdiUse: "D10",
          FiscalRegime: "612",
          TaxZipCode: "65000",
        },
        Items: [
          {
            ProductCode: "53103001",
            IdentificationNumber: "53103001",
            Description: "Playera",
            UnitCode: "H87",
            Quantity: 2,
            UnitPrice: 43.105,
            Subtotal: 86.21,
            TaxObject: "02",
            Taxes: [{ Name: "IVA", Rate: 0.16, Base: 86.21, Total: 13.79, IsRetention: false }],
            Total: 100,
          },
          {
            ProductCode: "53103000",
            Description: "Taza",
            UnitCode: "H87",
            Quantity: 1.5,
            UnitPrice: 28.733333,
            Subtotal: 43.1,
            TaxObject: "02",
            Taxes: [{ Name: "IVA", Rate: 0.16, Base: 43.1, Total: 6.9, IsRetention: false }],
            Total: 50,
          },
        ],
      },
    ],
  ])("%s", async (_what, input, args) => {
    expect(await nativeCallsOf(invoice, input)).toEqual([
      { kind: "effect", tool: "facturama_create_cfdi", arguments: args },
    ]);
  });

  it("a credit note names the CFDI that it takes back; a transfer has no price and no currency", async () => {
    const [note] = await nativeCallsOf(invoice, {
      ...publicSale,
      cfdi_type: "egreso",
      related_uuid: uuid.toLowerCase(),
    });
    expect(note?.arguments).toMatchObject({
      CfdiType: "E",
      Serie: "NC",
      Relations: { Type: "01", Cfdis: [{ Uuid: uuid }] },
    });
    const [transfer] = await nativeCallsOf(invoice, { ...publicSale, cfdi_type: "traslado" });
    expect(transfer?.arguments).toMatchObject({
      CfdiType: "T",
      Currency: "XXX",
      Items: [{ UnitPrice: 0, Subtotal: 0, TaxObject: "01", Total: 0 }],
    });
    expect(transfer?.arguments).not.toHaveProperty("PaymentForm");
  });

  it.each([
    [1, { UnitPrice: 0.01, Subtotal: 0.01, Total: 0.01, Taxes: [{ Base: 0.01, Total: 0 }] }],
    [
      99_999_999_999,
      {
        Subtotal: 862_068_965.51,
        Total: 999_999_999.99,
        Taxes: [{ Base: 862_068_965.51, Total: 137_931_034.48 }],
      },
    ],
  ])("%i centavos are split to the centavo", async (unit_amount, item) => {
    const items = [{ description: "Playera", quantity: 1, unit_amount }];
    const [call] = await nativeCallsOf(invoice, { ...publicSale, items });
    expect(call?.arguments).toMatchObject({ Items: [item] });
  });

  it("whatever the contract lets through becomes native calls or a refusal", async () => {
    await expectNativeOrRefusal(invoice, arbitraryInvoice(["cfdi"]), facturamaTools);
  });
});

describe("what Facturama returns (provider-wire.md, facturama: local times, a stamp)", () => {
  const reads = (document: JsonObject) =>
    translateWith({ facturama_get_cfdi: document }).translate(invoice, { action: "get", invoice_id: id });

  it("is read with all that it says", async () => {
    const { translate } = translateWith({ facturama_create_cfdi: active });
    expect(await translate(invoice, publicSale)).toEqual({
      invoice_id: id,
      type: "cfdi",
      status: "authorized",
      number: 914,
      series: "F",
      uuid,
      issued_at: "2026-11-20T12:00:00-06:00",
      amount: 11_600,
    });
  });

  it.each([
    ["active", "authorized"],
    ["canceled", "cancelled"],
    ["pending", "processing"],
    ["something_new", "processing"],
  ])("%s is %s", async (Status, status) => {
    expect(await reads({ ...active, Status })).toMatchObject({ invoice_id: id, status });
  });

  it("counts by its stamp, and is malformed without an id", async () => {
    expect(await reads(without(active, "Status"))).toMatchObject({ status: "authorized", uuid });
    expect(await reads(without(active, "Complement.TaxStamp.Uuid"))).toMatchObject({ status: "processing" });
    await expect(reads(without(active, "Id"))).rejects.toThrow(/without the document's id/);
  });

  it.each([
    ["CFDI40147", "invoice_rejected"],
    ["400", "bad_request"],
  ])("is a refusal by its code: %s is %s", async (providerCode, code) => {
    const refusal = new ProviderRefusal({ code: "bad_request", message: "No.", providerCode });
    const { translate } = translateWith({ facturama_create_cfdi: refusal });
    await expect(translate(invoice, publicSale)).rejects.toMatchObject({ code, providerCode });
  });
});

it.each([
  ["active", "authorized"],
  ["canceled", "cancelled"],
])("after a cancellation the document is read again: %s is %s", async (Status, status) => {
  const { calls, translate } = translateWith({
    facturama_get_cfdi: { ...active, Status },
    facturama_cancel_cfdi: { Status: "pending", Message: "En espera del receptor", Uuid: uuid },
  });
  expect(await translate(invoice, { action: "cancel", invoice_id: id })).toMatchObject({ status });
  expect(calls).toEqual([
    { kind: "read", tool: "facturama_get_cfdi", arguments: { id, type: "issued" } },
    { kind: "effect", tool: "facturama_cancel_cfdi", arguments: { id, type: "issued", motive: "02" } },
    { kind: "read", tool: "facturama_get_cfdi", arguments: { id, type: "issued" } },
  ]);
});

it("refuses what is no CFDI, and corrects none", async () => {
  const { translate } = translateWith({ facturama_get_cfdi: active });
  await expect(translate(invoice, { ...publicSale, type: "nfse" })).rejects.toMatchObject({
    code: "not_supported",
  });
  await expect(
    translate(invoice, { action: "correct", invoice_id: id, reason: "Nombre del cliente" }),
  ).rejects.toMatchObject({ code: "not_supported" });
});
