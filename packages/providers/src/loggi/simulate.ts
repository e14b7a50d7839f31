import type { Json, JsonObject } from "@codespar/contract";
import { formatOffsetTimestamp, generateUuid, randomUpperAlphanumerics, SAO_PAULO } from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import type { Consignment, Parcel } from "../engines/shipping/quote-services.ts";
import { brazilServices } from "../engines/shipping/services-brazil.ts";
import type { Shipment, ShipmentEvent } from "../engines/shipping/shipment.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { loggiTools } from "./tools.ts";

const services = [brazilServices.loggiExpress, brazilServices.loggiEconomico];

const packageFields = {
  weight: "weightG",
  length: "lengthCm",
  width: "widthCm",
  height: "heightCm",
  gramsPerUnit: 1,
};

/** Loggi's status codes with their high-level names. */
const statuses = {
  created: { code: "1", highLevelStatus: "STATUS_ADDED" },
  posted: { code: "2", highLevelStatus: "STATUS_COLLECTED" },
  in_transit: { code: "3", highLevelStatus: "STATUS_TRANSIT" },
  out_for_delivery: { code: "4", highLevelStatus: "STATUS_IN_ROUTE" },
  delivered: { code: "5", highLevelStatus: "STATUS_DELIVERED" },
  returned: { code: "6", highLevelStatus: "STATUS_RETURNED" },
  cancelled: { code: "7", highLevelStatus: "STATUS_CANCELED" },
} as const;

/** Loggi (docs.api.loggi.com): grams, centimetres, money in units and nanos as Google's types have it, RFC 3339 times. */
export const loggiSimulation = defineSimulation({
  id: "loggi",
  tools: loggiTools,
  handlers: {
    loggi_calculate_shipping(args, context) {
      const route = priceRoute(services, toConsignment(args), context.now);
      if (route instanceof Refusal) return route;
      const quotations = route.quotes.map(
        ({ service, amount, days }): JsonObject => ({
          freightType: service.code,
          freightTypeLabel: service.name,
          price: { totalAmount: moneyJson(amount) },
          sloInDays: days,
        }),
      );
      return { packagesQuotations: [{ quotations }] };
    },
    loggi_create_shipment: create,
    loggi_get_label(args, context) {
      const shipment = requireShipment(context, textsAt(args, "loggiKeys")[0], "BR");
      if (shipment instanceof Refusal) return shipment;
      return { success: [{ loggiKeys: [shipment.id], labelUrl: labelUrl(context, shipment.id) }] };
    },
    loggi_track_shipment(args, context) {
      const shipment = requireShipment(
        context,
        textAt(args, "trackingCode") ?? textAt(args, "loggiKey"),
        "BR",
      );
      if (shipment instanceof Refusal) return shipment;
      return { packages: [trackingJson(shipment)] };
    },
    loggi_cancel_shipment(args, context) {
      const shipment = cancelByCode(context, textsAt(args, "loggiKeys")[0], "BR");
      if (shipment instanceof Refusal) return shipment;
      return { success: [{ loggiKey: shipment.id, trackingCode: shipment.number }] };
    },
  },
  due: shipmentDue,
});

function toConsignment(args: JsonObject): Consignment {
  const items = objectsAt(args, "packages");
  const parcels = readParcels(items, packageFields).map(
    (parcel, index): Parcel => ({ ...parcel, declaredValue: centavos(items[index]) }),
  );
  return {
    country: "BR",
    from: textAt(args, "shipFrom.correiosAddress.cep") ?? "",
    to: textAt(args, "shipTo.correiosAddress.cep") ?? "",
    parcels,
  };
}

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "freightType"),
    consignment: toConsignment(args),
    recipient: { name: textAt(args, "recipient.name"), document: textAt(args, "recipient.federalTaxId") },
    id: generateUuid(context.random),
    number: `LGG${randomUpperAlphanumerics(context.random, 10)}`,
  });
  if (shipment instanceof Refusal) return shipment;
  return {
    packages: [
      {
        loggiKey: shipment.id,
        trackingCode: shipment.number,
        price: { totalAmount: moneyJson(shipment.amount) },
      },
    ],
  };
}

function trackingJson(shipment: Shipment): JsonObject {
  const history = shipment.events.map(eventJson);
  return {
    loggiKey: shipment.id,
    trackingCode: shipment.number,
    promisedDate: shipment.deliveryDate,
    status: history.at(-1) ?? null,
    trackingHistory: history,
  };
}

function eventJson({ status, description, at, place }: ShipmentEvent): JsonObject {
  return {
    ...statuses[status],
    description,
    updatedTime: formatOffsetTimestamp(at, SAO_PAULO),
    location: place ?? "",
  };
}

function moneyJson(amount: number): JsonObject {
  return { currencyCode: "BRL", units: String(Math.floor(amount / 100)), nanos: (amount % 100) * 10_000_000 };
}

function centavos(item: Json | undefined): number {
  const units = numberAt(item, "goodsValue.units") ?? 0;
  return units * 100 + Math.round((numberAt(item, "goodsValue.nanos") ?? 0) / 10_000_000);
}
