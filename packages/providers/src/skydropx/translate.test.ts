import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { skydropxTools } from "./tools.ts";
import { skydropxTranslator } from "./translate.ts";

const { ship } = skydropxTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("MX") };
const label: ShipInput = {
  action: "label",
  ...fullestConsignment("MX"),
  service_id: "skydropx:fedex_express",
};
const rate = {
  provider: "FEDEX",
  service_level_code: "fedex_express",
  service_level_name: "Express Saver",
  total_pricing: "189.50",
  days: 3,
};
const attributes = {
  shipment_id: "shp_1",
  tracking_number: "770000000001",
  label_url: "https://skydropx.example/label",
  provider: "FEDEX",
  total_pricing: "189.50",
};
const bought = {
  skydropx_create_shipment: {
    data: { id: "shp_1" },
    included: [{ id: "rate_1", type: "rates", attributes: rate }],
  },
  skydropx_create_label: { data: { id: "lbl_1", attributes } },
};

describe("what leaves for Skydropx (provider-wire.md, skydropx: kilograms, centimetres, pesos; the older API, by its Sim line)", () => {
  it("one parcel for a quote", async () => {
    expect(await nativeCallsOf(ship, quote)).toEqual([
      {
        kind: "read",
        tool: "skydropx_get_rates",
        arguments: {
          zip_from: "06600",
          zip_to: "97000",
          parcels: [{ weight: 0.75, length: 20, width: 15, height: 10 }],
          declared_value: 0,
        },
      },
    ]);
  });

  it("a shipment, which is free, then the label of the rate that was chosen", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "prepare",
        tool: "skydropx_create_shipment",
        arguments: {
          address_from: { zip: "06600", country: "MX" },
          address_to: {
            zip: "97000",
            country: "MX",
            city: "Mérida",
            province: "YUC",
            name: "Maria Exemplo",
            phone: "+5521987654321",
            email: "maria@example.com",
            address1: "Rua A, 10",
          },
          parcels: [
            { weight: 0.75, length: 20, width: 15, height: 10 },
            { weight: 1.2505, length: 30, width: 10, height: 5 },
          ],
          declared_value: 129.9,
          reference: "tc_1",
        },
      },
      {
        kind: "effect",
        tool: "skydropx_create_label",
        arguments: { rate_id: "rate_1", label_format: "pdf" },
      },
    ]);
  });

  it("nothing to pay for a service that the shipment has no rate of", async () => {
    const { calls, translate } = translateWith(bought);
    const strange = translate(ship, { ...label, service_id: "skydropx:dhl" });
    await expect(strange).rejects.toMatchObject({
      code: "service_not_available",
      message:
        "Skydropx has no rate for service dhl on this route. Quote again and pass one of the service_ids.",
    });
    expect(calls.map(({ kind }) => kind)).toEqual(["prepare"]);
  });

  const found = { skydropx_get_shipment: { data: { attributes } } };
  it.each<[ShipInput, object[]]>([
    [
      { action: "track", tracking_code: "77" },
      [{ kind: "read", tool: "skydropx_track_shipment", arguments: { tracking_number: "77" } }],
    ],
    [
      { action: "track", shipment_id: "shp_1" },
      [
        { kind: "read", tool: "skydropx_get_shipment", arguments: { id: "shp_1" } },
        { kind: "read", tool: "skydropx_track_shipment", arguments: { tracking_number: "770000000001" } },
      ],
    ],
    [
      { action: "cancel", shipment_id: "shp_1" },
      [
        { kind: "read", tool: "skydropx_get_shipment", arguments: { id: "shp_1" } },
        {
          kind: "effect",
          tool: "skydropx_cancel_shipment",
          arguments: { tracking_number: "770000000001", reason: "Cancelado por el remitente" },
        },
      ],
    ],
  ])("%j", async (input, calls) => {
    expect(await nativeCallsOf(ship, input, found)).toEqual(calls);
  });

  it("obeys Skydropx's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["MX"], ["skydropx:fedex_express", "skydropx:x"]);
    const responses = { ...found, skydropx_create_shipment: bought.skydropx_create_shipment };
    await expectNativeOrRefusal(ship, inputs, skydropxTools, responses);
  });
});

describe("what Skydropx returns (provider-wire.md, skydropx: prices as text)", () => {
  const quoting = (answer: JsonObject) =>
    translateWith({ skydropx_get_rates: { data: [answer] } }).translate(ship, quote);

  it("is a quote", async () => {
    expect(await quoting(rate)).toEqual({
      quotes: [
        {
          service_id: "skydropx:fedex_express",
          carrier: "FEDEX",
          service: "Express Saver",
          amount: 18_950,
          currency: "MXN",
          delivery_days: 3,
          delivery_date: "2026-11-25",
        },
      ],
    });
  });

  it.each(["service_level_code", "provider", "service_level_name", "total_pricing", "days"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(rate, field))).rejects.toThrow(field);
    },
  );

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "shp_1",
      tracking_code: "770000000001",
      label_url: "https://skydropx.example/label",
      carrier: "FEDEX",
      amount: 18_950,
      currency: "MXN",
      status: "created",
    });
  });

  it.each(["shipment_id", "tracking_number", "label_url", "total_pricing"])(
    "is no label without %s",
    async (field) => {
      const made = without(bought.skydropx_create_label, `data.attributes.${field}`);
      const { translate } = translateWith({ ...bought, skydropx_create_label: made });
      await expect(translate(ship, label)).rejects.toThrow(field);
    },
  );

  it.each([
    ["CREATED", "created"],
    ["PICKED_UP", "posted"],
    ["IN_TRANSIT", "in_transit"],
    ["LAST_MILE", "out_for_delivery"],
    ["DELIVERY_ATTEMPT", "in_transit"],
    ["DELIVERED", "delivered"],
    ["EXCEPTION", "in_transit"],
    ["IN_RETURN", "returned"],
    ["CANCELLED", "cancelled"],
    ["STATUS_OF_TOMORROW", "in_transit"],
  ])("%s is %s", async (native, status) => {
    const tracking_events = [
      { status: native, description: "x", date: "2026-11-24T13:00:00-06:00", location: "Mérida" },
    ];
    const { translate } = translateWith({
      skydropx_track_shipment: { data: { attributes: { ...attributes, tracking_events } } },
    });
    expect(await translate(ship, { action: "track", tracking_code: "77" })).toEqual({
      shipment_id: "shp_1",
      tracking_code: "770000000001",
      status,
      events: [{ status, description: "x", occurred_at: "2026-11-24T19:00:00Z", location: "Mérida" }],
    });
  });

  it("is a cancellation of the shipment", async () => {
    const { translate } = translateWith({ skydropx_cancel_shipment: { data: { id: "shp_1" } } });
    expect(await translate(ship, { action: "cancel", tracking_code: "77" })).toEqual({
      shipment_id: "shp_1",
      status: "cancelled",
    });
  });
});
