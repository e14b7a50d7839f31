import type { JsonObject, ShipmentStatus } from "@codespar/contract";
import {
  formatLocalTimestamp,
  MEXICO_CITY,
  randomDigits,
  randomNumberText,
  toMajorUnits,
} from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import { makeLabel, priceRoute, requireShipment } from "../engines/shipping/carrier-operations.ts";
import { labelUrl, trackingUrl } from "../engines/shipping/label-url.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { mexicoServices } from "../engines/shipping/services-mexico.ts";
import type { ShipmentEvent } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { dhlTools } from "./tools.ts";

const services = [mexicoServices.dhlDomestic, mexicoServices.dhlDomestic1200, mexicoServices.dhlEconomy];

/** DHL's checkpoint codes. Before the pick-up there is none. */
const typeCodes: Partial<Record<ShipmentStatus, string>> = {
  posted: "PU",
  in_transit: "DF",
  out_for_delivery: "WC",
  delivered: "OK",
  returned: "RT",
};

/** MyDHL API, domestic Mexico: kilograms, centimetres, pesos as numbers, waybills of 10 digits (the last is the rest of the others by 7). */
export const dhlSimulation = defineSimulation({
  id: "dhl",
  tools: dhlTools,
  handlers: {
    dhl_get_rates(args, context) {
      const route = priceRoute(services, toConsignment(args, "packages"), context.now);
      if (route instanceof Refusal) return route;
      return {
        products: route.quotes.map(({ service, amount, days, deliveryDate }) => ({
          productCode: service.code,
          productName: service.name,
          totalPrice: [charge(amount)],
          deliveryCapabilities: {
            estimatedDeliveryDateAndTime: `${deliveryDate}T23:59:00`,
            totalTransitDays: days,
          },
        })),
      };
    },
    dhl_create_shipment: create,
    dhl_get_label(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipmentTrackingNumber"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return {
        documents: [{ typeCode: "label", encodingFormat: "PDF", url: labelUrl(context, shipment.id) }],
      };
    },
    dhl_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipmentTrackingNumber"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return {
        shipments: [
          {
            shipmentTrackingNumber: shipment.id,
            status: "Success",
            estimatedDeliveryDate: shipment.deliveryDate,
            events: shipment.events.flatMap(eventJson),
          },
        ],
      };
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const serial = randomNumberText(context.random, 9);
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "productCode"),
    consignment: toConsignment(args, "content.packages"),
    recipient: { name: textAt(args, "customerDetails.receiverDetails.fullName") },
    id: serial + (Number(serial) % 7),
  });
  if (shipment instanceof Refusal) return shipment;
  return {
    shipmentTrackingNumber: shipment.id,
    trackingUrl: trackingUrl(context, shipment.id),
    packages: shipment.parcels.map((_parcel, index) => ({
      referenceNumber: index + 1,
      trackingNumber: `JD01${randomDigits(context.random, 16)}`,
    })),
    shipmentCharges: [charge(shipment.amount)],
  };
}

function toConsignment(args: JsonObject, path: string): Consignment {
  const declared =
    amountAt(args, "declaredValue.value", "MXN") ?? amountAt(args, "content.declaredValue", "MXN") ?? 0;
  return {
    country: "MX",
    from: textAt(args, "customerDetails.shipperDetails.postalCode") ?? "",
    to: textAt(args, "customerDetails.receiverDetails.postalCode") ?? "",
    parcels: objectsAt(args, path).map((each, index) => ({
      weightG: Math.round((numberAt(each, "weight") ?? 0) * 1000),
      lengthCm: numberAt(each, "dimensions.length") ?? 0,
      widthCm: numberAt(each, "dimensions.width") ?? 0,
      heightCm: numberAt(each, "dimensions.height") ?? 0,
      declaredValue: index === 0 ? declared : 0,
    })),
  };
}

function charge(amount: number): JsonObject {
  return { currencyType: "BILLC", priceCurrency: "MXN", price: toMajorUnits(amount, "MXN") };
}

function eventJson({ status, description, at, place }: ShipmentEvent): JsonObject[] {
  const typeCode = typeCodes[status];
  if (typeCode === undefined) return [];
  const [date = "", time = ""] = formatLocalTimestamp(at, MEXICO_CITY).split("T");
  return [
    {
      date,
      time,
      typeCode,
      description,
      serviceArea: [{ code: place?.split("/")[1] ?? "", description: place ?? "" }],
    },
  ];
}
