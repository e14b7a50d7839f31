import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { chilexpressTools } from "./tools.ts";
import { chilexpressTranslator } from "./translate.ts";

const { ship } = chilexpressTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("CL") };
const label: ShipInput = { action: "label", ...fullestConsignment("CL"), service_id: "chilexpress:3" };
const areas = { chilexpress_list_coverage_areas: { data: { coverageAreas: [{ countyCode: "STGO" }] } } };
const countyReads = ["8320000", "6200000"].map((postalCode) => ({
  kind: "read",
  tool: "chilexpress_list_coverage_areas",
  arguments: { postalCode },
}));
const option = {
  serviceTypeCode: 3,
  serviceDescription: "EXPRESS",
  serviceValue: "5990",
  estimatedDeliveryDays: 2,
};
const bought = {
  ...areas,
  chilexpress_create_transport_order: {
    data: { transportOrderNumber: "799000000001", serviceValue: "5990" },
  },
  chilexpress_get_label: { data: { labelUrl: "https://chilexpress.example/label" } },
};

describe("what leaves for Chilexpress (provider-wire.md, chilexpress: counties, numbers as text, whole pesos)", () => {
  it("the counties of both ends, then one parcel", async () => {
    expect(await nativeCallsOf(ship, quote, areas)).toEqual([
      ...countyReads,
      {
        kind: "read",
        tool: "chilexpress_get_rates",
        arguments: {
          originCountyCode: "STGO",
          destinationCountyCode: "STGO",
          packages: [{ weight: "0.75", length: "20", width: "15", height: "10" }],
          declaredWorth: "0",
        },
      },
    ]);
  });

  it("a transport order of two parcels, then its label", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      ...countyReads,
      {
        kind: "effect",
        tool: "chilexpress_create_transport_order",
        arguments: {
          serviceTypeCode: 3,
          originCountyCode: "STGO",
          destinationCountyCode: "STGO",
          packages: [
            { weight: "0.75", length: "20", width: "15", height: "10" },
            { weight: "1.2505", length: "30", width: "10", height: "5" },
          ],
          declaredWorth: "12990",
          recipient: {
            name: "Maria Exemplo",
            phoneNumber: "+5521987654321",
            mail: "maria@example.com",
            address: "Rua A, 10",
          },
          deliveryReference: "tc_1",
        },
      },
      {
        kind: "read",
        tool: "chilexpress_get_label",
        arguments: { transportOrderNumber: "799000000001" },
      },
    ]);
  });

  it("the order to follow", async () => {
    expect(await nativeCallsOf(ship, { action: "track", shipment_id: "799" })).toEqual([
      { kind: "read", tool: "chilexpress_track_shipment", arguments: { transportOrderNumber: "799" } },
    ]);
  });

  it("nothing where nobody is served, for a service that is no number, or to cancel", async () => {
    const nowhere = { chilexpress_list_coverage_areas: { data: { coverageAreas: [] } } };
    await expect(nativeCallsOf(ship, quote, nowhere)).rejects.toMatchObject({ code: "unknown_postal_code" });
    const strange = nativeCallsOf(ship, { ...label, service_id: "chilexpress:express" }, areas);
    await expect(strange).rejects.toMatchObject({ code: "invalid_arguments" });
    await expect(nativeCallsOf(ship, { action: "cancel", shipment_id: "799" })).rejects.toMatchObject({
      code: "action_not_supported",
    });
  });

  it("obeys Chilexpress's own schemas, or is refused, whatever the contract lets through", async () => {
    const inputs = arbitraryShip(["CL"], ["chilexpress:3", "chilexpress:x"]);
    await expectNativeOrRefusal(ship, inputs, chilexpressTools, areas);
  });
});

describe("what Chilexpress returns (provider-wire.md, chilexpress: prices as text)", () => {
  const quoting = (...courierServiceOptions: JsonObject[]) =>
    translateWith({ ...areas, chilexpress_get_rates: { data: { courierServiceOptions } } }).translate(
      ship,
      quote,
    );

  it("is a quote in pesos, which have no smaller unit", async () => {
    expect(await quoting(option)).toEqual({
      quotes: [
        {
          service_id: "chilexpress:3",
          carrier: "Chilexpress",
          service: "EXPRESS",
          amount: 5990,
          currency: "CLP",
          delivery_days: 2,
          delivery_date: "2026-11-24",
        },
      ],
    });
    await expect(quoting()).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each(["serviceTypeCode", "serviceDescription", "serviceValue", "estimatedDeliveryDays"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(option, field))).rejects.toThrow(field);
    },
  );

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "799000000001",
      tracking_code: "799000000001",
      label_url: "https://chilexpress.example/label",
      carrier: "Chilexpress",
      amount: 5990,
      currency: "CLP",
      status: "created",
    });
  });

  it.each(["transportOrderNumber", "serviceValue"])("is no label without %s", async (field) => {
    const made = without(bought.chilexpress_create_transport_order, `data.${field}`);
    const { translate } = translateWith({ ...bought, chilexpress_create_transport_order: made });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  it.each([
    ["ORDEN DE TRANSPORTE CREADA", "created"],
    ["PIEZA RECEPCIONADA", "posted"],
    ["PIEZA EN TRANSITO", "in_transit"],
    ["PIEZA EN REPARTO", "out_for_delivery"],
    ["PIEZA ENTREGADA A DESTINATARIO", "delivered"],
    ["PIEZA EN DEVOLUCION", "returned"],
    ["ORDEN ANULADA", "cancelled"],
    ["UN ESTADO DE MANANA", "in_transit"],
  ])("%s is %s, at a time of Santiago", async (description, status) => {
    const trackingEvents = [
      { eventDate: "24/11/2026", eventHour: "16:00:00", description, location: "PUNTA ARENAS" },
    ];
    const data = { transportOrderData: { transportOrderNumber: "799" }, trackingEvents };
    const { translate } = translateWith({ chilexpress_track_shipment: { data } });
    expect(await translate(ship, { action: "track", shipment_id: "799" })).toEqual({
      shipment_id: "799",
      tracking_code: "799",
      status,
      events: [{ status, description, occurred_at: "2026-11-24T19:00:00Z", location: "PUNTA ARENAS" }],
    });
  });
});
