import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { skydropxTools } from "./tools.ts";
import { skydropxTranslator } from "./translate.ts";

const { ship } = skydropxTranslator;
const consignment = fullestConsignment("MX", { city: "Cuauhtémoc", state: "CDMX", district: "Juárez" });
const quote: ShipInput = { action: "quote", ...consignment };
const label: ShipInput = { action: "label", ...consignment, service_id: "skydropx:fedex:standard_overnight" };

const rate = {
  id: "rate_1",
  success: true,
  provider_name: "fedex",
  provider_display_name: "FedEx",
  provider_service_name: "Standard Overnight",
  provider_service_code: "standard_overnight",
  status: "price_found_internal",
  currency_code: "MXN",
  total: "189.50",
  days: 3,
};
const pending = { ...rate, id: "rate_2", success: false, status: "pending", total: null, days: null };
const asked = { id: "quo_1", is_completed: false, rates: [pending] };
const completed = { id: "quo_1", is_completed: true, rates: [rate, pending] };
const attributes = {
  id: "shp_1",
  carrier_name: "fedex",
  workflow_status: "success",
  total: "189.50",
  master_tracking_number: "770000000001",
};
const shipment = {
  data: { id: "shp_1", type: "shipments", attributes },
  included: [
    { id: "pkg_1", type: "packages", attributes: { label_url: "https://skydropx.example/label.pdf" } },
  ],
};
const bought = {
  data: {
    ...shipment.data,
    attributes: { ...attributes, workflow_status: "pending", master_tracking_number: null },
  },
  included: [{ id: "pkg_1", type: "packages", attributes: { label_url: null } }],
};
const responses = {
  skydropx_get_rates: asked,
  skydropx_get_quotation: completed,
  skydropx_create_shipment: bought,
  skydropx_get_shipment: shipment,
};
const quotation = {
  address_from: {
    country_code: "MX",
    postal_code: "06600",
    area_level1: "CDMX",
    area_level2: "Cuauhtémoc",
    area_level3: "Juárez",
  },
  address_to: {
    country_code: "MX",
    postal_code: "97000",
    area_level1: "YUC",
    area_level2: "Mérida",
    area_level3: "Centro",
  },
  parcels: [
    { weight: 0.75, length: 20, width: 15, height: 10 },
    { weight: 1.2505, length: 30, width: 10, height: 5 },
  ],
};

describe("what leaves for Skydropx Pro (provider-wire.md, skydropx: kilograms, whole centimetres, pesos)", () => {
  it("is a quotation, read until all carriers have responded", async () => {
    expect(await nativeCallsOf(ship, quote, responses)).toEqual([
      { kind: "read", tool: "skydropx_get_rates", arguments: { quotation } },
      { kind: "read", tool: "skydropx_get_quotation", arguments: { id: "quo_1" } },
    ]);
  });

  it("is the rate that was chosen, bought as a shipment, whose label is waited for", async () => {
    expect((await nativeCallsOf(ship, label, responses)).slice(2)).toEqual([
      {
        kind: "effect",
        tool: "skydropx_create_shipment",
        arguments: {
          shipment: {
            rate_id: "rate_1",
            printing_format: "standard",
            address_to: {
              street1: "Rua A, 10",
              name: "Maria Exemplo",
              company: "Maria Exemplo",
              phone: "+5521987654321",
              email: "maria@example.com",
            },
            packages: [
              { package_number: "1", package_protected: true, declared_value: 129.9 },
              { package_number: "2", package_protected: false },
            ],
          },
        },
      },
      { kind: "read", tool: "skydropx_get_shipment", arguments: { id: "shp_1" } },
    ]);
  });

  it("is no centimetre less than the box has", async () => {
    const packages = [{ weight_g: 1, length_cm: 20.1, width_cm: 0.4, height_cm: 10 }];
    const [call] = await nativeCallsOf(ship, { ...quote, packages }, responses);
    expect(call?.arguments).toMatchObject({
      quotation: { parcels: [{ weight: 0.001, length: 21, width: 1, height: 10 }] },
    });
  });

  it("is nothing without what Skydropx requires, each by its name", async () => {
    const { origin, destination, recipient } = consignment;
    if (origin === undefined || destination === undefined) throw new TypeError("A consignment has two ends.");
    const inputs: [ShipInput, string][] = [
      [{ ...quote, origin: { ...origin, district: undefined } }, "origin.district"],
      [{ ...quote, destination: { ...destination, state: undefined } }, "destination.state"],
      [{ ...label, recipient: { ...recipient, phone: undefined } }, "recipient.phone"],
      [{ ...label, recipient: undefined }, "recipient.name"],
    ];
    for (const [input, field] of inputs) {
      const { calls, translate } = translateWith(responses);
      await expect(translate(ship, input)).rejects.toMatchObject({
        code: "invalid_arguments",
        message: expect.stringContaining(`Add ${field}.`),
      });
      expect(calls).toEqual([]);
    }
  });

  it("buys nothing where no carrier has the service any more", async () => {
    const { calls, translate } = translateWith(responses);
    await expect(translate(ship, { ...label, service_id: "skydropx:dhl:express" })).rejects.toMatchObject({
      code: "service_not_available",
    });
    expect(calls.map(({ kind }) => kind)).toEqual(["read", "read"]);
  });

  const listed = { skydropx_list_shipments: { data: [shipment.data] } };
  const tracked = {
    kind: "read",
    tool: "skydropx_track_shipment",
    arguments: { tracking_number: "770000000001", carrier_name: "fedex" },
  };
  const cancelled = {
    kind: "effect",
    tool: "skydropx_cancel_shipment",
    arguments: { shipment_id: "shp_1", reason: "Cancelado por el remitente" },
  };
  it.each<[ShipInput, object[]]>([
    [
      { action: "track", tracking_code: "770000000001" },
      [{ kind: "read", tool: "skydropx_list_shipments", arguments: { page: 1 } }, tracked],
    ],
    [
      { action: "track", shipment_id: "shp_1" },
      [{ kind: "read", tool: "skydropx_get_shipment", arguments: { id: "shp_1" } }, tracked],
    ],
    [{ action: "cancel", shipment_id: "shp_1" }, [cancelled]],
    [
      { action: "cancel", tracking_code: "770000000001" },
      [{ kind: "read", tool: "skydropx_list_shipments", arguments: { page: 1 } }, cancelled],
    ],
  ])("%j", async (input, calls) => {
    expect(await nativeCallsOf(ship, input, { ...responses, ...listed })).toEqual(calls);
  });

  it("obeys Skydropx's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["MX"], ["skydropx:fedex:standard_overnight", "skydropx:x"]).map(
      (input) => ({
        ...input,
        origin: { city: "C", state: "S", district: "D", postal_code: "06600", ...input.origin },
        destination: { city: "C", state: "S", district: "D", postal_code: "97000", ...input.destination },
      }),
    );
    await expectNativeOrRefusal(ship, inputs, skydropxTools, responses);
  });
});

describe("what Skydropx Pro returns", () => {
  const quoting = (found: JsonObject) =>
    translateWith({ ...responses, skydropx_get_quotation: { ...completed, rates: [found] } }).translate(
      ship,
      quote,
    );

  it("is a quote for each rate that was found, and none for a carrier that does not go there", async () => {
    expect(await translateWith(responses).translate(ship, quote)).toEqual({
      quotes: [
        {
          service_id: "skydropx:fedex:standard_overnight",
          carrier: "FedEx",
          service: "Standard Overnight",
          amount: 18_950,
          currency: "MXN",
          delivery_days: 3,
          delivery_date: "2026-11-25",
        },
      ],
    });
    await expect(quoting(pending)).rejects.toMatchObject({ code: "no_service_available" });
  });

  it("is read as text or as a number: its documentation says one and shows the other", async () => {
    const { quotes } = await quoting({ ...rate, total: 150 });
    expect(quotes).toMatchObject([{ amount: 15_000 }]);
  });

  it.each(["provider_name", "provider_service_code", "provider_service_name", "total", "days"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(rate, field))).rejects.toThrow(field);
    },
  );

  it("is what there is when a carrier does not respond in time", async () => {
    const { calls, translate } = translateWith({
      ...responses,
      skydropx_get_quotation: { ...completed, is_completed: false },
    });
    expect(await translate(ship, quote)).toMatchObject({ quotes: [{ amount: 18_950 }] });
    expect(calls.length).toBeLessThanOrEqual(21);
  });

  it("is a label with what it cost", async () => {
    expect(await translateWith(responses).translate(ship, label)).toEqual({
      shipment_id: "shp_1",
      tracking_code: "770000000001",
      label_url: "https://skydropx.example/label.pdf",
      carrier: "FedEx",
      amount: 18_950,
      currency: "MXN",
      status: "created",
    });
  });

  it.each([
    "data.attributes.total",
    "data.attributes.master_tracking_number",
    "included.0.attributes.label_url",
  ])("is no label without %s", async (field) => {
    const { translate } = translateWith({ ...responses, skydropx_get_shipment: without(shipment, field) });
    await expect(translate(ship, label)).rejects.toThrow(field.replace(/^included\.0\./, ""));
  });

  const moved = (status: string) => ({
    ...responses,
    skydropx_track_shipment: {
      data: [
        {
          id: "evt_1",
          type: "tracking_events",
          attributes: { status, description: "x", date: "2026-11-24T13:00:00", location: "Mérida" },
        },
      ],
    },
  });
  it.each([
    ["created", "created"],
    ["picked_up", "posted"],
    ["in_transit", "in_transit"],
    ["last_mile", "out_for_delivery"],
    ["delivery_attempt", "in_transit"],
    ["delivered", "delivered"],
    ["exception", "in_transit"],
    ["in_return", "returned"],
    ["cancelled", "cancelled"],
    ["status_of_tomorrow", "in_transit"],
  ])("%s is %s, at the time of Mexico City", async (native, status) => {
    const { translate } = translateWith(moved(native));
    expect(await translate(ship, { action: "track", shipment_id: "shp_1" })).toEqual({
      shipment_id: "shp_1",
      tracking_code: "770000000001",
      status,
      events: [{ status, description: "x", occurred_at: "2026-11-24T19:00:00Z", location: "Mérida" }],
    });
  });

  it("has no events before the carrier has scanned it: 404", async () => {
    const refusal = new ProviderRefusal({ code: "not_found", message: "No events." });
    const { translate } = translateWith({ ...responses, skydropx_track_shipment: refusal });
    expect(await translate(ship, { action: "track", shipment_id: "shp_1" })).toMatchObject({
      status: "created",
      events: [],
    });
  });

  it("has neither number nor events while its label is being made", async () => {
    const { translate } = translateWith({ ...responses, skydropx_get_shipment: bought });
    expect(await translate(ship, { action: "track", shipment_id: "shp_1" })).toEqual({
      shipment_id: "shp_1",
      status: "created",
      events: [],
    });
  });

  it("does not know a tracking code that no shipment has", async () => {
    const { translate } = translateWith({ skydropx_list_shipments: { data: [] } });
    await expect(translate(ship, { action: "track", tracking_code: "1" })).rejects.toMatchObject({
      code: "shipment_not_found",
    });
  });
});
