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
const smallest = smallestConsignment("MX");
const fullest = fullestConsignment("MX", { city: "Cuauhtémoc" });
const quote: ShipInput = {
  action: "quote",
  ...smallest,
  origin: { postal_code: "06600", ...smallest.origin, city: "Cuauhtémoc" },
  destination: { postal_code: "97000", ...smallest.destination, city: "Mérida" },
};
const label: ShipInput = { action: "label", ...fullest, service_id: "dhl:N" };
// noon in São Paulo is nine in Mexico City
const planned = "2026-11-20T09:00:00 GMT-06:00";
const from = { postalCode: "06600", cityName: "Cuauhtémoc", countryCode: "MX" };
const to = { postalCode: "97000", cityName: "Mérida", countryCode: "MX" };
const packages = [
  { weight: 0.75, dimensions: { length: 20, width: 15, height: 10 } },
  { weight: 1.2505, dimensions: { length: 30, width: 10, height: 5 } },
];
const product = {
  productCode: "N",
  productName: "EXPRESS DOMESTIC",
  totalPrice: [
    { currencyType: "BASEC", priceCurrency: "USD", price: 15.2 },
    { currencyType: "PULCL", priceCurrency: "MXN", price: 412 },
    { currencyType: "BILLC", priceCurrency: "MXN", price: 289.5 },
  ],
  deliveryCapabilities: { estimatedDeliveryDateAndTime: "2026-11-23T23:59:00", totalTransitDays: 1 },
};
const bought = {
  dhl_get_rates: { products: [{ ...product, productCode: "1" }, product] },
  dhl_create_shipment: {
    shipmentTrackingNumber: "1234567890",
    documents: [
      { imageFormat: "PDF", content: "d2F5", typeCode: "waybillDoc" },
      { imageFormat: "PDF", content: "JVBERi0=", typeCode: "label" },
    ],
  },
};

describe("what leaves for DHL Express (provider-wire.md, dhl: metric, kilograms, centimetres)", () => {
  it("one parcel for a quote", async () => {
    expect(await nativeCallsOf(ship, quote)).toEqual([
      {
        kind: "read",
        tool: "dhl_get_rates",
        arguments: {
          customerDetails: { shipperDetails: from, receiverDetails: to },
          plannedShippingDateAndTime: planned,
          unitOfMeasurement: "metric",
          isCustomsDeclarable: false,
          packages: [{ weight: 0.75, dimensions: { length: 20, width: 15, height: 10 } }],
        },
      },
    ]);
  });

  it("a shipment of two parcels, after what it will cost", async () => {
    expect(await nativeCallsOf(ship, label, bought)).toEqual([
      {
        kind: "read",
        tool: "dhl_get_rates",
        arguments: {
          customerDetails: { shipperDetails: from, receiverDetails: to },
          plannedShippingDateAndTime: planned,
          unitOfMeasurement: "metric",
          isCustomsDeclarable: false,
          monetaryAmount: [{ typeCode: "declaredValue", value: 129.9, currency: "MXN" }],
          packages,
        },
      },
      {
        kind: "effect",
        tool: "dhl_create_shipment",
        arguments: {
          plannedShippingDateAndTime: planned,
          pickup: { isRequested: false },
          productCode: "N",
          customerReferences: [{ typeCode: "CU", value: "tc_1" }],
          outputImageProperties: { encodingFormat: "pdf" },
          customerDetails: {
            shipperDetails: { postalAddress: from },
            receiverDetails: {
              postalAddress: { ...to, addressLine1: "Rua A, 10" },
              contactInformation: {
                fullName: "Maria Exemplo",
                companyName: "Maria Exemplo",
                phone: "+5521987654321",
                email: "maria@example.com",
              },
            },
          },
          content: {
            packages,
            isCustomsDeclarable: false,
            declaredValue: 129.9,
            declaredValueCurrency: "MXN",
            incoterm: "DAP",
            unitOfMeasurement: "metric",
          },
        },
      },
    ]);
  });

  it("nothing where DHL would refuse: without a city, or without who receives", async () => {
    await expect(nativeCallsOf(ship, { ...quote, origin: { postal_code: "06600" } })).rejects.toMatchObject({
      code: "invalid_arguments",
      message: expect.stringContaining("origin.city"),
    });
    const { phone: _phone, ...recipient } = label.recipient ?? {};
    await expect(nativeCallsOf(ship, { ...label, recipient }, bought)).rejects.toMatchObject({
      message: expect.stringContaining("recipient.phone"),
    });
  });

  it("no shipment of a product that has no rate here", async () => {
    const { translate, calls } = translateWith({ ...bought, dhl_get_rates: { products: [] } });
    await expect(translate(ship, label)).rejects.toMatchObject({ code: "service_not_available" });
    expect(calls.filter(({ kind }) => kind === "effect")).toEqual([]);
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

  const made = {
    shipment_id: "1234567890",
    tracking_code: "1234567890",
    carrier: "DHL Express",
    amount: 28_950,
    currency: "MXN",
    status: "created",
  };

  it("is a label as a file, at the price of its product", async () => {
    const { translate } = translateWith(bought);
    expect(await translate(ship, label)).toEqual({
      ...made,
      label_url: "data:application/pdf;base64,JVBERi0=",
    });
  });

  it("is a shipment without its label, where it was found again", async () => {
    const found = { ...bought, dhl_create_shipment: { shipmentTrackingNumber: "1234567890" } };
    expect(await translateWith(found).translate(ship, label)).toEqual(made);
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
