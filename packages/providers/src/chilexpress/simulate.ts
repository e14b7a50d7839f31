import type { JsonObject } from "@codespar/contract";
import { formatSpacedTimestamp, randomDigits, SANTIAGO } from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import { locatePostalCode } from "../engines/shipping/locate-postal-code.ts";
import { type PostalRegion, postalRegions } from "../engines/shipping/postal-regions.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { chileServices } from "../engines/shipping/services-south-america.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { chilexpressTools } from "./tools.ts";

const services = [chileServices.nextDay, chileServices.secondDay, chileServices.thirdDay];

const packageFields = {
  weight: "weight",
  length: "length",
  width: "width",
  height: "height",
  gramsPerUnit: 1000,
};

const descriptions = {
  created: "ORDEN DE TRANSPORTE CREADA",
  posted: "PIEZA RECEPCIONADA",
  in_transit: "PIEZA EN TRANSITO",
  out_for_delivery: "PIEZA EN REPARTO",
  delivered: "PIEZA ENTREGADA A DESTINATARIO",
  returned: "PIEZA EN DEVOLUCION",
  cancelled: "ORDEN ANULADA",
} as const;

/**
 * Chilexpress (developers.wschilexpress.com): counties by code, numbers as text, whole pesos, local times.
 * Every response has `statusCode` and `data`. An order cannot be cancelled through the API.
 */
export const chilexpressSimulation = defineSimulation({
  id: "chilexpress",
  tools: chilexpressTools,
  handlers: {
    chilexpress_get_rates(args, context) {
      const route = priceRoute(
        services,
        toConsignment(args, "originCountyCode", "destinationCountyCode"),
        context.now,
      );
      if (route instanceof Refusal) return route;
      return success({
        courierServiceOptions: route.quotes.map(({ service, amount, days, chargedWeightG }) => ({
          serviceTypeCode: Number(service.code),
          serviceDescription: service.name,
          finalWeight: (chargedWeightG / 1000).toFixed(2),
          serviceValue: String(amount),
          estimatedDeliveryDays: days,
        })),
      });
    },
    chilexpress_create_transport_order: create,
    chilexpress_get_label(args, context) {
      const shipment = requireShipment(context, textAt(args, "transportOrderNumber"), "CL");
      if (shipment instanceof Refusal) return shipment;
      return success({
        transportOrderNumber: shipment.id,
        labelType: "PDF",
        labelUrl: labelUrl(context, shipment.id),
      });
    },
    chilexpress_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "transportOrderNumber"), "CL");
      if (shipment instanceof Refusal) return shipment;
      return success({
        transportOrderData: { transportOrderNumber: shipment.id, status: descriptions[shipment.status] },
        trackingEvents: shipment.events.map(({ status, at, place }) => {
          const [date = "", time = ""] = formatSpacedTimestamp(at, SANTIAGO).split(" ");
          return {
            eventDate: date.split("-").reverse().join("-"),
            eventHour: time,
            description: descriptions[status],
            location: place ?? "",
          };
        }),
      });
    },
    chilexpress_list_coverage_areas(args) {
      const postalCode = textAt(args, "postalCode");
      const city = postalCode === undefined ? undefined : locatePostalCode("CL", postalCode)?.city;
      const region = textAt(args, "regionCode");
      const served = postalRegions.CL.filter(
        (each) =>
          (postalCode === undefined || each.city === city) && (region === undefined || each.state === region),
      );
      return success({
        coverageAreas: served.map((each) => ({
          countyCode: countyCode(each),
          countyName: each.city,
          regionCode: each.state,
        })),
      });
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "serviceTypeCode"),
    consignment: toConsignment(args, "originCountyCode", "destinationCountyCode"),
    recipient: { name: textAt(args, "recipient.name"), phone: textAt(args, "recipient.phoneNumber") },
    id: `99${randomDigits(context.random, 10)}`,
  });
  if (shipment instanceof Refusal) return shipment;
  return success({
    transportOrderNumber: shipment.id,
    serviceDescription: shipment.serviceName,
    serviceValue: String(shipment.amount),
    statusDescription: "Creada",
  });
}

function success(data: JsonObject): JsonObject {
  return { data, statusCode: 0, statusDescription: "Success", errors: null };
}

function toConsignment(args: JsonObject, from: string, to: string): Consignment {
  const declared = Math.round(numberAt(args, "declaredWorth") ?? 0);
  return {
    country: "CL",
    from: readPostalCode(textAt(args, from)),
    to: readPostalCode(textAt(args, to)),
    parcels: readParcels(objectsAt(args, "packages"), packageFields, declared),
  };
}

/** The sandbox's county codes: first letters of the region's main city, with Chilexpress's own for Santiago. */
function countyCode({ city }: PostalRegion): string {
  if (city === "Santiago") return "STGO";
  return city
    .toUpperCase()
    .normalize("NFD")
    .replace(/[^A-Z]/g, "")
    .slice(0, 4);
}

/** A postal code in the county; empty, and so refused, when there is no such county. */
function readPostalCode(county: string | undefined): string {
  const region = postalRegions.CL.find((each) => countyCode(each) === county);
  return region === undefined ? "" : `${region.from}0000`;
}
