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
import { labelPdf } from "../engines/shipping/label-pdf.ts";
import { trackingUrl } from "../engines/shipping/label-url.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { mexicoServices } from "../engines/shipping/services-mexico.ts";
import { type Shipment, type ShipmentEvent, shipmentKind } from "../engines/shipping/shipment.ts";
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
    dhl_get_rates: quote,
    dhl_create_shipment: create,
    dhl_get_label(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipmentTrackingNumber"), "MX");
      if (shipment instanceof Refusal) return shipment;
      return {
        documents: [
          {
            shipmentTrackingNumber: shipment.id,
            typeCode: textAt(args, "typeCode") ?? "waybill",
            encodingFormat: "PDF",
            content: labelPdf(shipment),
          },
        ],
      };
    },
    dhl_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "shipmentTrackingNumber"), "MX");
      return shipment instanceof Refusal ? shipment : { shipments: [trackedJson(shipment)] };
    },
    dhl_track_by_reference(args, context) {
      const reference = textAt(args, "shipmentReference");
      const from = textAt(args, "dateRangeFrom") ?? "";
      const to = textAt(args, "dateRangeTo") ?? "";
      const shipments = context.list<Shipment>(shipmentKind).filter((shipment) => {
        const day = formatLocalTimestamp(shipment.createdAt, MEXICO_CITY).slice(0, 10);
        return shipment.reference === reference && from <= day && day <= to;
      });
      if (shipments.length === 0) return new Refusal("not_found", "No shipments found for the reference.");
      return { shipments: shipments.map(trackedJson) };
    },
    dhl_create_pickup(args, context) {
      const number = `PRG${randomDigits(context.random, 12)}`;
      context.put("pickup", number, { number });
      const planned = textAt(args, "plannedPickupDateAndTime") ?? "";
      return {
        dispatchConfirmationNumbers: [number],
        readyByTime: planned.slice(11, 16),
        nextPickupDate: planned.slice(0, 10),
      };
    },
    dhl_cancel_pickup(args, context) {
      const number = textAt(args, "dispatchConfirmationNumber") ?? "";
      const pickup = context.get<{ number: string; isCancelled?: boolean }>("pickup", number);
      if (pickup === undefined || pickup.isCancelled === true)
        return new Refusal("not_found", `There is no pickup ${number}.`);
      context.put("pickup", number, { number, isCancelled: true });
      return args;
    },
  },
  due: shipmentDue,
});

function quote(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const wanted = textAt(args, "productCode");
  const offered = wanted === undefined ? services : services.filter(({ code }) => code === wanted);
  const declared = amountAt(args, "monetaryAmount.0.value", "MXN");
  const route = priceRoute(offered, toConsignment(args, "packages", declared), context.now);
  if (route instanceof Refusal) return route;
  const weight = objectsAt(args, "packages").reduce((sum, each) => sum + (numberAt(each, "weight") ?? 0), 0);
  const products = route.quotes.map(({ service, amount, days, deliveryDate }) => ({
    productName: service.name,
    productCode: service.code,
    localProductCode: service.code,
    networkTypeCode: "TD",
    weight: { provided: weight, unitOfMeasurement: "metric" },
    totalPrice: [charge(amount)],
    deliveryCapabilities: {
      estimatedDeliveryDateAndTime: `${deliveryDate}T23:59:00`,
      totalTransitDays: days,
    },
    pricingDate: formatLocalTimestamp(context.now, MEXICO_CITY).slice(0, 10),
  }));
  return { products };
}

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const serial = randomNumberText(context.random, 9);
  const receiver = "customerDetails.receiverDetails";
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "productCode"),
    consignment: toConsignment(
      args,
      "content.packages",
      amountAt(args, "content.declaredValue", "MXN"),
      ".postalAddress",
    ),
    recipient: {
      name: textAt(args, `${receiver}.contactInformation.fullName`),
      phone: textAt(args, `${receiver}.contactInformation.phone`),
      email: textAt(args, `${receiver}.contactInformation.email`),
      address: textAt(args, `${receiver}.postalAddress.addressLine1`),
    },
    reference: textAt(args, "customerReferences.0.value"),
    id: serial + (Number(serial) % 7),
  });
  if (shipment instanceof Refusal) return shipment;
  const followed = trackingUrl(context, shipment.id);
  return {
    shipmentTrackingNumber: shipment.id,
    trackingUrl: followed,
    packages: shipment.parcels.map((_parcel, index) => ({
      referenceNumber: index + 1,
      trackingNumber: `JD01${randomDigits(context.random, 16)}`,
      trackingUrl: followed,
    })),
    documents: [{ imageFormat: "PDF", content: labelPdf(shipment), typeCode: "label" }],
  };
}

function trackedJson(shipment: Shipment): JsonObject {
  const reference = shipment.reference;
  return {
    shipmentTrackingNumber: shipment.id,
    status: "Success",
    shipmentTimestamp: formatLocalTimestamp(shipment.createdAt, MEXICO_CITY),
    productCode: shipment.serviceCode,
    totalWeight: shipment.parcels.reduce((sum, { weightG }) => sum + weightG, 0) / 1000,
    unitOfMeasurements: "metric",
    shipperReferences: reference === undefined ? [] : [{ value: reference, typeCode: "CU" }],
    events: shipment.events.flatMap(eventJson),
    numberOfPieces: shipment.parcels.length,
    estimatedDeliveryDate: shipment.deliveryDate,
  };
}

/** In a shipment addresses are one level deeper than in a quote. */
function toConsignment(args: JsonObject, packages: string, declared = 0, address = ""): Consignment {
  return {
    country: "MX",
    from: textAt(args, `customerDetails.shipperDetails${address}.postalCode`) ?? "",
    to: textAt(args, `customerDetails.receiverDetails${address}.postalCode`) ?? "",
    parcels: objectsAt(args, packages).map((each, index) => ({
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
