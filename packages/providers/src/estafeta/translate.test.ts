import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { estafetaTools } from "./tools.ts";
import { estafetaTranslator } from "./translate.ts";

const { ship } = estafetaTranslator;
const wayBill = "8055241528464720115088";
const quote: ShipInput = { action: "quote", ...smallestConsignment("MX") };
const label: ShipInput = { action: "label", ...fullestConsignment("MX"), service_id: "estafeta:70" };
const service = {
  ServiceCode: "70",
  ServiceName: "Terrestre",
  TotalAmount: 189.5,
  EstimatedDays: 3,
  EstimatedDeliveryDate: "2026-11-25",
};
const bought = {
  estafeta_create_shipment: {
    labelPetitionResult: { elements: [{ wayBill, trackingCode: "0738266367", totalAmount: 189.5 }] },
  },
  estafeta_get_label: { labelUrl: "https://estafeta.example/label" },
};

describe("what leaves for Estafeta (provider-wire.md, estafeta: one parcel, kilograms, centimetres, pesos)", () => {
  it.each<[string, ShipInput, JsonObject]>([
    [
      "one parcel",
      quote,
      {
        IsInsurance: false,
        ItemValue: 0,
        Dimensions: { Weight: 0.75, Length: 20, Width: 15, Height: 10 },
      },
    ],
    [
      "two parcels as one box, insured",
      { action: "quote", ...fullestConsignment("MX") },
      {
        IsInsurance: true,
        ItemValue: 129.9,
        Dimensions: { Weight: 2.0005, Length: 30, Width: 15, Height: 15 },
      },
    ],
  ])("%s", async (_name, input, args) => {
    expect(await nativeCallsOf(ship, input)).toEqual([
      {
        kind: "read",
        tool: "estafeta_get_rates",
        arguments: { Origin: "06600", Destination: "97000", PackagingType: "Paquete", ...args },
      },
    ]);
  });

  it("a waybill, then its label", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "effect",
        tool: "estafeta_create_shipment",
        arguments: {
          labelDefinition: {
            wayBillDocument: { referenceNumber: "tc_1", content: "Mercancía" },
            itemDescription: { weight: 2.0005, length: 30, width: 15, height: 15 },
            serviceConfiguration: {
              serviceTypeId: "70",
              isInsurance: true,
              insurance: { declaredValue: 129.9 },
            },
            location: {
              origin: { zipCode: "06600" },
              destination: {
                zipCode: "97000",
                cityName: "Mérida",
                stateCode: "YUC",
                contactName: "Maria Exemplo",
                roadName: "Rua A, 10",
              },
            },
          },
        },
      },
      { kind: "read", tool: "estafeta_get_label", arguments: { wayBill } },
    ]);
  });

  it.each<[ShipInput, string, string]>([
    [{ action: "track", tracking_code: wayBill }, "read", "estafeta_track_shipment"],
    [{ action: "track", shipment_id: wayBill }, "read", "estafeta_track_shipment"],
    [{ action: "cancel", shipment_id: wayBill }, "effect", "estafeta_cancel_shipment"],
  ])("%j", async (input, kind, tool) => {
    expect(await nativeCallsOf(ship, input)).toEqual([{ kind, tool, arguments: { wayBill } }]);
  });

  it("obeys Estafeta's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(ship, arbitraryShip(["MX"], ["estafeta:70", "estafeta:x"]), estafetaTools);
  });
});

describe("what Estafeta returns (provider-wire.md, estafeta; prices and tracking are guesses there)", () => {
  const quoting = (...services: JsonObject[]) =>
    translateWith({ estafeta_get_rates: { Quotation: [{ Service: services }] } }).translate(ship, quote);

  it("is a quote", async () => {
    expect(await quoting(service)).toEqual({
      quotes: [
        {
          service_id: "estafeta:70",
          carrier: "Estafeta",
          service: "Terrestre",
          amount: 18_950,
          currency: "MXN",
          delivery_days: 3,
          delivery_date: "2026-11-25",
        },
      ],
    });
    await expect(quoting()).rejects.toMatchObject({ code: "no_service_available" });
  });

  it.each(["ServiceCode", "ServiceName", "TotalAmount", "EstimatedDays", "EstimatedDeliveryDate"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(service, field))).rejects.toThrow(field);
    },
  );

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: wayBill,
      tracking_code: "0738266367",
      label_url: "https://estafeta.example/label",
      carrier: "Estafeta",
      amount: 18_950,
      currency: "MXN",
      status: "created",
    });
  });

  it.each(["wayBill", "trackingCode", "totalAmount"])("is no label without %s", async (field) => {
    const made = without(bought.estafeta_create_shipment, `labelPetitionResult.elements.0.${field}`);
    const { translate } = translateWith({ ...bought, estafeta_create_shipment: made });
    await expect(translate(ship, label)).rejects.toThrow(field);
  });

  it.each([
    ["GG", "created"],
    ["RE", "posted"],
    ["TR", "in_transit"],
    ["PE", "out_for_delivery"],
    ["DL", "delivered"],
    ["RT", "returned"],
    ["CN", "cancelled"],
    ["ZZ", "in_transit"],
  ])("the code %s is %s, at a time of Mexico City", async (code, status) => {
    const event = { code, spanishName: "x", localDateTime: "2026-11-24T13:00:00", warehouseName: "Mérida" };
    const information = { waybillCode: wayBill, trackingCode: "0738266367" };
    const { translate } = translateWith({
      estafeta_track_shipment: { items: [{ information, status: [event] }] },
    });
    expect(await translate(ship, { action: "track", tracking_code: wayBill })).toEqual({
      shipment_id: wayBill,
      tracking_code: "0738266367",
      status,
      events: [{ status, description: "x", occurred_at: "2026-11-24T19:00:00Z", location: "Mérida" }],
    });
  });

  it("is a cancellation of the waybill", async () => {
    const { translate } = translateWith({ estafeta_cancel_shipment: { wayBill } });
    expect(await translate(ship, { action: "cancel", shipment_id: wayBill })).toEqual({
      shipment_id: wayBill,
      status: "cancelled",
    });
  });
});
