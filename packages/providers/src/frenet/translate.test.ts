import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { frenetTools } from "./tools.ts";
import { frenetTranslator } from "./translate.ts";

const { ship } = frenetTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("BR") };
const track: ShipInput = { action: "track", tracking_code: "AA123456785BR" };
const service = {
  ServiceCode: "03298",
  ServiceDescription: "PAC",
  Carrier: "Correios",
  ShippingPrice: "18.50",
  DeliveryTime: "5",
  Error: false,
};
const quoting = (...services: JsonObject[]) =>
  translateWith({ frenet_calculate_shipping: { ShippingSevicesArray: services } }).translate(ship, quote);

describe("what leaves for Frenet (provider-wire.md, frenet: kilograms, centimetres, reais)", () => {
  it.each<[string, ShipInput, number, object[]]>([
    ["one parcel", quote, 0, [{ Weight: 0.75, Length: 20, Width: 15, Height: 10, Quantity: 1 }]],
    [
      "two parcels, of which one has a value",
      { action: "quote", ...fullestConsignment("BR") },
      129.9,
      [
        { Weight: 0.75, Length: 20, Width: 15, Height: 10, Quantity: 1 },
        { Weight: 1.2505, Length: 30, Width: 10, Height: 5, Quantity: 1 },
      ],
    ],
  ])("%s", async (_name, input, ShipmentInvoiceValue, ShippingItemArray) => {
    expect(await nativeCallsOf(ship, input)).toEqual([
      {
        kind: "read",
        tool: "frenet_calculate_shipping",
        arguments: {
          SellerCEP: "01310100",
          RecipientCEP: "20040002",
          ShipmentInvoiceValue,
          ShippingItemArray,
          RecipientCountry: "BR",
        },
      },
    ]);
  });

  it("the code of a parcel to follow", async () => {
    expect(await nativeCallsOf(ship, track)).toEqual([
      { kind: "read", tool: "frenet_track_shipment", arguments: { TrackingNumber: "AA123456785BR" } },
    ]);
  });

  it.each<ShipInput>([
    { action: "label", ...smallestConsignment("BR"), service_id: "frenet:03298" },
    { action: "cancel", shipment_id: "1" },
  ])("nothing to buy or to cancel: %j", async (input) => {
    await expect(nativeCallsOf(ship, input)).rejects.toMatchObject({ code: "action_not_supported" });
  });

  it("obeys Frenet's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(ship, arbitraryShip(["BR"], ["frenet:03298"]), frenetTools);
  });
});

describe("what Frenet returns (provider-wire.md, frenet: prices and times as text)", () => {
  it("is a quote", async () => {
    expect(await quoting(service)).toEqual({
      quotes: [
        {
          service_id: "frenet:03298",
          carrier: "Correios",
          service: "PAC",
          amount: 1850,
          currency: "BRL",
          delivery_days: 5,
          delivery_date: "2026-11-27",
        },
      ],
    });
  });

  it.each([true, "true"])("is no quote of a service whose Error is %j", async (error) => {
    const refused = { ServiceCode: "03220", Error: error, Msg: "CEP inválido" };
    expect((await quoting(service, refused)).quotes).toHaveLength(1);
    await expect(quoting(refused)).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each(["ServiceCode", "Carrier", "ServiceDescription", "ShippingPrice", "DeliveryTime"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(service, field))).rejects.toThrow(field);
    },
  );

  it.each([
    ["1", "created"],
    ["2", "posted"],
    ["4", "out_for_delivery"],
    ["9", "delivered"],
    ["77", "in_transit"],
  ])("an event of type %s is %s, at a time of São Paulo", async (EventType, status) => {
    const event = {
      EventDateTime: "24/11/2026 16:00",
      EventLocation: "Rio de Janeiro",
      EventDescription: "x",
      EventType,
    };
    const { translate } = translateWith({ frenet_track_shipment: { TrackingEvents: [event] } });
    expect(await translate(ship, track)).toEqual({
      tracking_code: "AA123456785BR",
      status,
      events: [{ status, description: "x", occurred_at: "2026-11-24T19:00:00Z", location: "Rio de Janeiro" }],
    });
  });

  it("is no shipment where Frenet knows none", async () => {
    const { translate } = translateWith({ frenet_track_shipment: { ErrorMessage: "Objeto não encontrado" } });
    await expect(translate(ship, track)).rejects.toMatchObject({ code: "shipment_not_found" });
  });
});
