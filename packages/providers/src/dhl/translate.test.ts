import type { JsonObject, ShipInput } from "@codespar/contract";
import { describe, expect, it } from "vitest";
import { arbitraryShip } from "../testing/arbitrary-input.ts";
import { fullestConsignment, smallestConsignment } from "../testing/consignments.ts";
import { expectNativeOrRefusal, nativeCallsOf } from "../testing/native-calls-of.ts";
import { translateWith } from "../testing/translate-with.ts";
import { without } from "../testing/without.ts";
import { dhlTools } from "./tools.ts";
import { dhlTranslator } from "./translate.ts";

const { ship } = dhlTranslator;
const quote: ShipInput = { action: "quote", ...smallestConsignment("MX") };
const label: ShipInput = { action: "label", ...fullestConsignment("MX"), service_id: "dhl:N" };
const plannedShippingDateAndTime = "2026-11-20T15:00:00.000Z";
const parties = {
  shipperDetails: { postalCode: "06600", countryCode: "MX" },
  receiverDetails: {
    postalCode: "97000",
    countryCode: "MX",
    cityName: "Mérida",
    fullName: "Maria Exemplo",
    phone: "+5521987654321",
    addressLine1: "Rua A, 10",
  },
};
const packages = [
  { weight: 0.75, dimensions: { length: 20, width: 15, height: 10 } },
  { weight: 1.2505, dimensions: { length: 30, width: 10, height: 5 } },
];
const product = {
  productCode: "N",
  productName: "EXPRESS DOMESTIC",
  totalPrice: [
    { currencyType: "BASEC", priceCurrency: "USD", price: 15.2 },
    { currencyType: "BILLC", priceCurrency: "MXN", price: 289.5 },
  ],
  deliveryCapabilities: { estimatedDeliveryDateAndTime: "2026-11-23T23:59:00", totalTransitDays: "1" },
};
const bought = {
  dhl_create_shipment: {
    shipmentTrackingNumber: "1234567890",
    shipmentCharges: [{ currencyType: "BILLC", priceCurrency: "MXN", price: 289.5 }],
  },
  dhl_get_label: { documents: [{ url: "https://dhl.example/label" }] },
};

describe("what leaves for DHL Express (provider-wire.md, dhl: metric, kilograms, centimetres)", () => {
  it("one parcel for a quote", async () => {
    expect(await nativeCallsOf(ship, quote)).toEqual([
      {
        kind: "read",
        tool: "dhl_get_rates",
        arguments: {
          customerDetails: {
            shipperDetails: { postalCode: "06600", countryCode: "MX" },
            receiverDetails: { postalCode: "97000", countryCode: "MX" },
          },
          plannedShippingDateAndTime,
          unitOfMeasurement: "metric",
          packages: [{ weight: 0.75, dimensions: { length: 20, width: 15, height: 10 } }],
          declaredValue: { value: 0, currency: "MXN" },
        },
      },
    ]);
  });

  it("a shipment of two parcels, then its label", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "effect",
        tool: "dhl_create_shipment",
        arguments: {
          productCode: "N",
          plannedShippingDateAndTime,
          customerDetails: parties,
          content: { packages, declaredValue: 129.9, declaredValueCurrency: "MXN" },
          customerReferences: [{ value: "tc_1" }],
        },
      },
      { kind: "read", tool: "dhl_get_label", arguments: { shipmentTrackingNumber: "1234567890" } },
    ]);
  });

  it("the waybill to follow, and no cancellation: there is none of a shipment", async () => {
    expect(await nativeCallsOf(ship, { action: "track", shipment_id: "1234567890" })).toEqual([
      { kind: "read", tool: "dhl_track_shipment", arguments: { shipmentTrackingNumber: "1234567890" } },
    ]);
    await expect(nativeCallsOf(ship, { action: "cancel", shipment_id: "1234567890" })).rejects.toMatchObject({
      code: "action_not_supported",
    });
  });

  it("obeys DHL's own schemas, or is refused, whatever the contract lets through", async () => {
    await expectNativeOrRefusal(ship, arbitraryShip(["MX"], ["dhl:N", "dhl:1"]), dhlTools);
  });
});

describe("what DHL Express returns (provider-wire.md, dhl)", () => {
  const quoting = (offered: JsonObject) =>
    translateWith({ dhl_get_rates: { products: [offered] } }).translate(ship, quote);

  it("is a quote at the price that is billed", async () => {
    expect(await quoting(product)).toEqual({
      quotes: [
        {
          service_id: "dhl:N",
          carrier: "DHL Express",
          service: "EXPRESS DOMESTIC",
          amount: 28_950,
          currency: "MXN",
          delivery_days: 1,
          delivery_date: "2026-11-23",
        },
      ],
    });
  });

  it("is no quote in pesos where nothing is billed in pesos", async () => {
    const totalPrice = [{ currencyType: "BILLC", priceCurrency: "USD", price: 15.2 }];
    await expect(quoting({ ...product, totalPrice })).rejects.toThrow("MXN");
  });

  it.each(["productCode", "productName", "totalPrice", "deliveryCapabilities.totalTransitDays"])(
    "is no quote without %s",
    async (field) => {
      await expect(quoting(without(product, field))).rejects.toThrow(
        field === "totalPrice" ? "price" : field,
      );
    },
  );

  it("is a label with what it cost", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      shipment_id: "1234567890",
      tracking_code: "1234567890",
      label_url: "https://dhl.example/label",
      carrier: "DHL Express",
      amount: 28_950,
      currency: "MXN",
      status: "created",
    });
  });

  it("is no label without shipmentTrackingNumber", async () => {
    const { translate } = translateWith({ ...bought, dhl_create_shipment: {} });
    await expect(translate(ship, label)).rejects.toThrow("shipmentTrackingNumber");
  });

  it.each([
    ["PU", "posted"],
    ["AF", "in_transit"],
    ["WC", "out_for_delivery"],
    ["OK", "delivered"],
    ["RT", "returned"],
    ["ZZ", "in_transit"],
  ])("the code %s is %s", async (typeCode, status) => {
    const event = {
      date: "2026-11-24",
      time: "13:00:00",
      typeCode,
      description: "x",
      serviceArea: [{ description: "Mérida-MX" }],
    };
    const shipments = [{ shipmentTrackingNumber: "1234567890", events: [event] }];
    const { translate } = translateWith({ dhl_track_shipment: { shipments } });
    expect(await translate(ship, { action: "track", tracking_code: "1234567890" })).toEqual({
      shipment_id: "1234567890",
      tracking_code: "1234567890",
      status,
      events: [{ status, description: "x", occurred_at: "2026-11-24T19:00:00Z", location: "Mérida-MX" }],
    });
  });
});
