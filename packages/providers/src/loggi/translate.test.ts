import type { JsonObject, ShipInput } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { loggiTools } from "./tools.ts";
import { loggiTranslator } from "./translate.ts";

const { ship } = loggiTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };
const label: ShipInput = { action: "label", ...fullestConsignment("BR"), service_id: "loggi:express" };
const price = (units: string, nanos: number) => ({ totalAmount: { currencyCode: "BRL", units, nanos } });
const goods = (units: string, nanos: number) => ({ currencyCode: "BRL", units, nanos });
const bought = {
  loggi_create_shipment: {
    packages: [{ loggiKey: "LGI-1", trackingCode: "TRK-1", price: price("23", 400_000_000) }],
  },
  loggi_get_label: { success: [{ loggiKey: "LGI-1", labelUrl: "https://loggi.example/label" }] },
};

describe("what leaves for Loggi (provider-wire.md, loggi: whole grams and centimetres, units and nanos)", () => {
  it("one parcel for a quote", async () => {
    expect(await nativeCallsOf(ship, quote)).toEqual([
      {
        kind: "read",
        tool: "loggi_calculate_shipping",
        arguments: {
          shipFrom: { correiosAddress: { cep: "01310100" } },
          shipTo: { correiosAddress: { cep: "20040002" } },
          packages: [{ weightG: 750, lengthCm: 20, widthCm: 15, heightCm: 10, goodsValue: goods("0", 0) }],
        },
      },
    ]);
  });

  it("two parcels, part of a gram rounded up, for a label", async () => {
    const calls = await nativeCallsOf(ship, label, bought);
    expect(calls).toEqual([
      {
        kind: "effect",
        tool: "loggi_create_shipment",
        arguments: {
          shipFrom: { correiosAddress: { cep: "01310100" } },
          shipTo: {
            correiosAddress: { cep: "20040002", cidade: "Rio de Janeiro", uf: "RJ", logradouro: "Rua A, 10" },
          },
          packages: [
            { weightG: 750, lengthCm: 20, widthCm: 15, heightCm: 10, goodsValue: goods("129", 900_000_000) },
            { weightG: 1251, lengthCm: 30, widthCm: 10, heightCm: 5, goodsValue: goods("0", 0) },
          ],
          freightType: "express",
          recipient: {
            name: "Maria Exemplo",
            federalTaxId: "52998224725",
            phoneNumber: "+5521987654321",
            email: "maria@example.com",
          },
          externalId: "tc_1",
        },
      },
      {
        kind: "read",
        tool: "loggi_get_label",
        arguments: { loggiKeys: ["LGI-1"], layout: "LABEL_LAYOUT_A6" },
      },
    ]);
  });

  const tracked = { loggi_track_shipment: { packages: [{ loggiKey: "LGI-1", trackingCode: "TRK-1" }] } };
  it.each<[ShipInput, object[]]>([
    [
      { action: "track", tracking_code: "TRK-1" },
      [{ kind: "read", tool: "loggi_track_shipment", arguments: { trackingCode: "TRK-1" } }],
    ],
    [
      { action: "track", shipment_id: "LGI-1" },
      [{ kind: "read", tool: "loggi_track_shipment", arguments: { loggiKey: "LGI-1" } }],
    ],
    [
      { action: "cancel", shipment_id: "LGI-1" },
      [{ kind: "effect", tool: "loggi_cancel_shipment", arguments: { loggiKeys: ["LGI-1"] } }],
    ],
    [
      { action: "cancel", tracking_code: "TRK-1" },
      [
        { kind: "read", tool: "loggi_track_shipment", arguments: { trackingCode: "TRK-1" } },
        { kind: "effect", tool: "loggi_cancel_shipment", arguments: { loggiKeys: ["LGI-1"] } },
      ],
    ],
  ])("%j", async (input, calls) => {
    expect(await nativeCallsOf(ship, input, input.action === "track" ? {} : tracked)).toEqual(calls);
  });

  it("obeys Loggi's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["BR"], ["loggi:express", "loggi:economico"]);
    await expectNativeOrRefusal(ship, inputs, loggiTools, tracked);
  });
});

describe("what Loggi returns (provider-wire.md, loggi)", () => {
  const quotation = {
    freightType: "express",
    freightTypeLabel: "Loggi Express",
    sloInDays: 2,
    price: price("23", 400_000_000),
  };
  const quoting = (changes: JsonObject) => {
    const packagesQuotations = [{ quotations: [{ ...quotation, ...changes }] }];
    return translateWith({ loggi_calculate_shipping: { packagesQuotations } }).translate(ship, quote);
  };

  it("is a quote", async () => {
    expect(await quoting({})).toEqual({
      quotes: [
        {
          service_id: "loggi:express",
          carrier: "Loggi",
          service: "Loggi Express",
          amount: 2340,
          currency: "BRL",
          delivery_days: 2,
          delivery_date: "2026-11-24",
        },
      ],
    });
  });

  it("reads any units and nanos as the centavos that they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 9_999_999_999 }), async (amount) => {
        const units = String(Math.floor(amount / 100));
        const { quotes } = await quoting({ price: price(units, (amount % 100) * 10_000_000) });
        expect(quotes?.[0]?.amount).toBe(amount);
      }),
    );
  });

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "LGI-1",
      tracking_code: "TRK-1",
      label_url: "https://loggi.example/label",
      carrier: "Loggi",
      amount: 2340,
      currency: "BRL",
      status: "created",
    });
  });

  it.each(["loggiKey", "trackingCode", "price.totalAmount.units"])(
    "is no label without %s",
    async (field) => {
      const made = without(bought.loggi_create_shipment, `packages.0.${field}`);
      const { translate } = translateWith({ ...bought, loggi_create_shipment: made });
      await expect(translate(ship, label)).rejects.toThrow(field);
    },
  );

  it.each([
    ["STATUS_ADDED", "created"],
    ["STATUS_COLLECTED", "posted"],
    ["STATUS_IN_TRANSIT", "in_transit"],
    ["STATUS_IN_ROUTE", "out_for_delivery"],
    ["STATUS_DELIVERED", "delivered"],
    ["STATUS_RETURNED", "returned"],
    ["STATUS_CANCELED", "cancelled"],
    ["STATUS_OF_TOMORROW", "in_transit"],
  ])("%s is %s", async (highLevelStatus, status) => {
    const trackingHistory = [
      { highLevelStatus, description: "x", updatedTime: "2026-11-24T19:00:00Z", location: "Rio de Janeiro" },
    ];
    const packages = [{ loggiKey: "LGI-1", trackingCode: "TRK-1", trackingHistory }];
    const { translate } = translateWith({ loggi_track_shipment: { packages } });
    expect(await translate(ship, { action: "track", shipment_id: "LGI-1" })).toEqual({
      shipment_id: "LGI-1",
      tracking_code: "TRK-1",
      status,
      events: [{ status, description: "x", occurred_at: "2026-11-24T19:00:00Z", location: "Rio de Janeiro" }],
    });
  });
});
