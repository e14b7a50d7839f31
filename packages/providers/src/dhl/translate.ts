import { ProviderRefusal, type Translator } from "@codespar/backend/ports";
import type { Json, JsonObject, ShipAddress, ShipmentStatus, ShipPackage } from "@codespar/contract";
import { formatOffsetTimestamp, MEXICO_CITY, toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { serviceNotAvailable, shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/**
 * Kilograms, centimetres, pesos. The price is that of the quote, since a shipment says none. A waybill cannot be cancelled: an
 * unused one is never charged.
 */
export const dhlTranslator: Translator = {
  server: "dhl",
  ship: shipActions("DHL Express", {
    async quote(input, native, { now }) {
      const response = await native.read("dhl_get_rates", toRateRequest(toConsignment(input), now));
      const quotes = objectsAt(response, "products").map((product) => ({
        service_id: `dhl:${requiredText(product, "productCode")}`,
        carrier: "DHL Express",
        service: requiredText(product, "productName"),
        amount: priceIn(valueAt(product, "totalPrice")),
        currency: "MXN" as const,
        delivery_days: requiredNumber(product, "deliveryCapabilities.totalTransitDays"),
        delivery_date: requiredText(product, "deliveryCapabilities.estimatedDeliveryDateAndTime").slice(
          0,
          10,
        ),
      }));
      return { quotes };
    },

    async label(input, native, { operationId, now }) {
      const consignment = toConsignment(input);
      const productCode = nativeServiceCode(input);
      const customerDetails = {
        shipperDetails: { postalAddress: toPlace("origin", consignment.origin) },
        receiverDetails: toReceiver(consignment),
      };
      const rates = await native.read("dhl_get_rates", toRateRequest(consignment, now));
      const product = objectsAt(rates, "products").find(
        (each) => textAt(each, "productCode") === productCode,
      );
      if (product === undefined) throw serviceNotAvailable("DHL Express", productCode);
      const amount = priceIn(valueAt(product, "totalPrice"));
      const declaredValue = toMajorUnits(consignment.declaredValue, "MXN");
      const shipment = await native.effect("dhl_create_shipment", {
        plannedShippingDateAndTime: toLocalTime(now),
        pickup: { isRequested: false },
        productCode,
        customerReferences: [{ typeCode: "CU", value: operationId }],
        outputImageProperties: { encodingFormat: "pdf" },
        customerDetails,
        content: {
          packages: consignment.packages.map(getPackage),
          isCustomsDeclarable: false,
          ...(declaredValue === 0 ? {} : { declaredValue, declaredValueCurrency: "MXN" }),
          incoterm: "DAP",
          unitOfMeasurement: "metric",
        },
      });
      const waybill = requiredText(shipment, "shipmentTrackingNumber");
      const label = objectsAt(shipment, "documents").find((each) => textAt(each, "typeCode") === "label");
      return {
        shipment_id: waybill,
        tracking_code: waybill,
        // a shipment that was found again has no label: DHL hands it over once
        ...(label === undefined
          ? {}
          : { label_url: `data:application/pdf;base64,${requiredText(label, "content")}` }),
        carrier: "DHL Express",
        amount,
        currency: "MXN",
        status: "created",
      };
    },

    async track(input, native) {
      const response = await native.read("dhl_track_shipment", {
        shipmentTrackingNumber: shipmentReference(input),
      });
      const shipment = valueAt(response, "shipments.0");
      const waybill = requiredText(shipment, "shipmentTrackingNumber");
      const events = objectsAt(shipment, "events").map((event) =>
        shipEvent(
          toStatus(requiredText(event, "typeCode")),
          requiredText(event, "description"),
          occurredAt(`${requiredText(event, "date")}T${requiredText(event, "time")}`, "MX"),
          textAt(event, "serviceArea.0.description"),
        ),
      );
      return { shipment_id: waybill, tracking_code: waybill, status: latestStatus(events), events };
    },
  }),
};

function toRateRequest(consignment: Consignment, now: number): JsonObject {
  const value = toMajorUnits(consignment.declaredValue, "MXN");
  return {
    customerDetails: {
      shipperDetails: toPlace("origin", consignment.origin),
      receiverDetails: toPlace("destination", consignment.destination),
    },
    plannedShippingDateAndTime: toLocalTime(now),
    unitOfMeasurement: "metric",
    isCustomsDeclarable: false,
    ...(value === 0 ? {} : { monetaryAmount: [{ typeCode: "declaredValue", value, currency: "MXN" }] }),
    packages: consignment.packages.map(getPackage),
  };
}

function toPlace(end: "origin" | "destination", { postal_code, city }: ShipAddress): JsonObject {
  if (city === undefined)
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: `DHL Express needs the city of both ends. Add ${end}.city.`,
    });
  return { postalCode: postal_code, cityName: city, countryCode: "MX" };
}

function toReceiver({ destination, recipient: { name, phone, address, email } }: Consignment): JsonObject {
  const lacking = Object.entries({ name, address, phone }).find(([, value]) => value === undefined);
  if (lacking !== undefined)
    throw new ProviderRefusal({
      code: "invalid_arguments",
      message: `DHL Express needs the recipient's name, address and phone. Add recipient.${lacking[0]}.`,
    });
  return {
    postalAddress: { ...toPlace("destination", destination), addressLine1: address ?? "" },
    // a person is their own company: the field must be there
    contactInformation: {
      fullName: name ?? "",
      companyName: name ?? "",
      phone: phone ?? "",
      ...omitUndefined({ email }),
    },
  };
}

/** Local time and its offset, such as `2026-12-01T10:00:00 GMT-06:00`. */
function toLocalTime(at: number): string {
  return formatOffsetTimestamp(at, MEXICO_CITY).replace(/(?=[+-]\d\d:\d\d$)/, " GMT");
}

function getPackage({ weight_g, length_cm, width_cm, height_cm }: ShipPackage): JsonObject {
  return { weight: weight_g / 1000, dimensions: { length: length_cm, width: width_cm, height: height_cm } };
}

/** The price in the currency that is billed; DHL quotes in others too. */
function priceIn(prices: Json | undefined): number {
  const list = objectsAt({ prices: prices ?? [] }, "prices");
  const inPesos = list.filter((price) => (textAt(price, "priceCurrency") ?? "MXN") === "MXN");
  const billed = inPesos.find((price) => textAt(price, "currencyType") === "BILLC") ?? inPesos[0];
  if (billed === undefined) throw new Error("The provider responded without a price in MXN.");
  return parsePrice(requiredNumber(billed, "price"), "MXN");
}

function toStatus(typeCode: string): ShipmentStatus {
  switch (typeCode) {
    case "PU":
      return "posted";
    case "WC":
      return "out_for_delivery";
    case "OK":
      return "delivered";
    case "RT":
      return "returned";
    default:
      return "in_transit";
  }
}
