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
const quote: ShipInput = {
  action: "quote",
  ...smallestConsignment("CL"),
  origin: { postal_code: "8320000", country: "CL", city: "Santiago" },
  destination: { postal_code: "7750000", country: "CL", city: "Ñuñoa" },
};
const label: ShipInput = {
  action: "label",
  ...fullestConsignment("CL", { city: "Santiago" }),
  service_id: "chilexpress:3",
};
const areas = {
  chilexpress_list_coverage_areas: {
    coverageAreas: [
      { countyCode: "SANB", countyName: "SAN BERNARDO", coverageName: "SAN BERNARDO" },
      { countyCode: "STGO", countyName: "SANTIAGO CENTRO", coverageName: "SANTIAGO CENTRO" },
      { countyCode: "NUNO", countyName: "ÑUÑOA", coverageName: "NUNOA" },
      { countyCode: "PUNT", countyName: "PUNTA ARENAS", coverageName: "PUNTA ARENAS" },
    ],
  },
};
const countyRead = {
  kind: "read",
  tool: "chilexpress_list_coverage_areas",
  arguments: { RegionCode: "99", type: "1" },
};
const option = { serviceTypeCode: 3, serviceDescription: "DIA HABIL SIGUIENTE", serviceValue: "5990" };
const rates = { data: { courierServiceOptions: [{ ...option, serviceTypeCode: 4 }, option] } };
const bought = {
  ...areas,
  chilexpress_get_rates: rates,
  chilexpress_create_transport_order: {
    data: { detail: [{ transportOrderNumber: 799000000001, label: { labelData: "/9j/4AAQ" } }] },
  },
};

describe("what leaves for Chilexpress (provider-wire.md, chilexpress: counties, measures as text, whole pesos)", () => {
  it("the counties by name, then one parcel", async () => {
    expect(await nativeCallsOf(ship, quote, { ...areas, chilexpress_get_rates: rates })).toEqual([
      countyRead,
      {
        kind: "read",
        tool: "chilexpress_get_rates",
        arguments: {
          originCountyCode: "STGO",
          destinationCountyCode: "NUNO",
          package: { weight: "0.75", length: "20", width: "15", height: "10" },
          productType: 3,
          contentType: 1,
          declaredWorth: "0",
          deliveryTime: 0,
        },
      },
    ]);
  });

  it("two parcels as one order, after what it will cost", async () => {
    const parcel = { weight: "2.0005", length: "30", width: "15", height: "15" };
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      countyRead,
      {
        kind: "read",
        tool: "chilexpress_get_rates",
        arguments: {
          originCountyCode: "STGO",
          destinationCountyCode: "PUNT",
          package: parcel,
          productType: 3,
          contentType: 1,
          declaredWorth: "12990",
          deliveryTime: 0,
        },
      },
      {
        kind: "effect",
        tool: "chilexpress_create_transport_order",
        arguments: {
          header: { certificateNumber: 0, countyOfOriginCoverageCode: "STGO", labelType: 2 },
          details: [
            {
              addresses: [
                {
                  addressId: 0,
                  countyCoverageCode: "PUNT",
                  streetName: "Rua A",
                  streetNumber: "10",
                  addressType: "DEST",
                  deliveryOnCommercialOffice: false,
                },
              ],
              contacts: [
                {
                  name: "Maria Exemplo",
                  phoneNumber: "+5521987654321",
                  mail: "maria@example.com",
                  contactType: "D",
                },
              ],
              packages: [
                {
                  ...parcel,
                  serviceDeliveryCode: 3,
                  productCode: "3",
                  deliveryReference: "tc_1",
                  groupReference: "tc_1",
                  declaredValue: 12990,
                  declaredContent: "5",
                  extendedCoverageAreaIndicator: false,
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it("the order to follow", async () => {
    expect(await nativeCallsOf(ship, { action: "track", shipment_id: "799" })).toEqual([
      {
        kind: "read",
        tool: "chilexpress_track_shipment",
        arguments: { transportOrderNumber: "799", showTrackingEvents: 1 },
      },
    ]);
  });

  it("nothing where nobody is served, for a service that is no number or has no rate, or to cancel", async () => {
    const nowhere = { chilexpress_list_coverage_areas: { coverageAreas: [] } };
    await expect(nativeCallsOf(ship, quote, nowhere)).rejects.toMatchObject({ code: "unknown_city" });
    const strange = nativeCallsOf(ship, { ...label, service_id: "chilexpress:express" }, bought);
    await expect(strange).rejects.toMatchObject({ code: "invalid_arguments" });
    const { translate, calls } = translateWith(bought);
    await expect(translate(ship, { ...label, service_id: "chilexpress:5" })).rejects.toMatchObject({
      code: "service_not_available",
    });
    expect(calls.filter(({ kind }) => kind === "effect")).toEqual([]);
    await expect(nativeCallsOf(ship, { action: "cancel", shipment_id: "799" })).rejects.toMatchObject({
      code: "action_not_supported",
    });
  });

  it.each([
    ["origin.city", { origin: { postal_code: "8320000" } }],
    ["recipient.email", { recipient: { name: "Maria", phone: "1", address: "Alameda 100" } }],
    ["house number", { recipient: { ...label.recipient, address: "Alameda" } }],
  ])("nothing without %s", async (lacking, without) => {
    await expect(nativeCallsOf(ship, { ...label, ...without }, bought)).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringContaining(lacking),
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

  it("is a quote in pesos, which have no smaller unit, for a service whose days are known", async () => {
    expect(await quoting(option, { ...option, serviceTypeCode: 41 })).toEqual({
      quotes: [
        {
          service_id: "chilexpress:3",
          carrier: "Chilexpress",
          service: "DIA HABIL SIGUIENTE",
          amount: 5990,
          currency: "CLP",
          delivery_days: 1,
          delivery_date: "2026-11-23",
        },
      ],
    });
    await expect(quoting()).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each(["serviceTypeCode", "serviceDescription", "serviceValue"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(option, field))).rejects.toThrow(field);
    },
  );

  const made = {
    shipment_id: "799000000001",
    tracking_code: "799000000001",
    carrier: "Chilexpress",
    amount: 5990,
    currency: "CLP",
    status: "created",
  };

  it("is a label as a picture, at the price of its service", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({ ...made, label_url: "data:image/jpeg;base64,/9j/4AAQ" });
  });

  it("is an order without its label, where it was found again", async () => {
    const found = { data: { detail: [{ transportOrderNumber: "799000000001" }] } };
    const { translate } = translateWith({ ...bought, chilexpress_create_transport_order: found });
    expect(await translate(ship, label)).toEqual(made);
  });

  it("is no label without its number", async () => {
    const { translate } = translateWith({ ...bought, chilexpress_create_transport_order: { data: {} } });
    await expect(translate(ship, label)).rejects.toThrow("transportOrderNumber");
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
    const trackingEvents = [{ eventDate: "24/11/2026", eventHour: "16:00:00", description }];
    const data = { transportOrderData: { transportOrderNumber: "799" }, trackingEvents };
    const { translate } = translateWith({ chilexpress_track_shipment: { data } });
    expect(await translate(ship, { action: "track", shipment_id: "799" })).toEqual({
      shipment_id: "799",
      tracking_code: "799",
      status,
      events: [{ status, description, occurred_at: "2026-11-24T19:00:00Z" }],
    });
  });
});
