import type { Translator } from "@codespar/backend/ports";
import type { Json, JsonObject, ShipmentStatus, ShipPackage } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import { objectsAt, requiredNumber, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { type Consignment, nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Kilograms, centimetres, pesos. A waybill cannot be cancelled: an unused one is never charged. */
export const dhlTranslator: Translator = {
  server: "dhl",
  ship: shipActions("DHL Express", {
    async quote(input, native, { now }) {
      const consignment = toConsignment(input);
      const response = await native.read("dhl_get_rates", {
        customerDetails: readParties(consignment),
        plannedShippingDateAndTime: new Date(now).toISOString(),
        unitOfMeasurement: "metric",
        packages: consignment.packages.map(getPackage),
        declaredValue: { value: toMajorUnits(consignment.declaredValue, "MXN"), currency: "MXN" },
      });
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
      const shipment = await native.effect("dhl_create_shipment", {
        productCode: nativeServiceCode(input),
        plannedShippingDateAndTime: new Date(now).toISOString(),
        customerDetails: readParties(consignment),
        content: {
          packages: consignment.packages.map(getPackage),
          declaredValue: toMajorUnits(consignment.declaredValue, "MXN"),
          declaredValueCurrency: "MXN",
        },
        customerReferences: [{ value: operationId }],
      });
      const waybill = requiredText(shipment, "shipmentTrackingNumber");
      const label = await native.read("dhl_get_label", { shipmentTrackingNumber: waybill });
      return {
        shipment_id: waybill,
        tracking_code: waybill,
        label_url: requiredText(label, "documents.0.url"),
        carrier: "DHL Express",
        amount: priceIn(valueAt(shipment, "shipmentCharges")),
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

function readParties({ origin, destination, recipient }: Consignment): JsonObject {
  return {
    shipperDetails: {
      postalCode: origin.postal_code,
      countryCode: "MX",
      ...omitUndefined({ cityName: origin.city }),
    },
    receiverDetails: {
      postalCode: destination.postal_code,
      countryCode: "MX",
      ...omitUndefined({
        cityName: destination.city,
        fullName: recipient.name,
        phone: recipient.phone,
        addressLine1: recipient.address,
      }),
    },
  };
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
