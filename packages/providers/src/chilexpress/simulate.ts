import type { JsonObject } from "@codespar/contract";
import { formatSpacedTimestamp, randomDigits, SANTIAGO, toAsciiText } from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import { makeLabel, priceRoute, requireShipment } from "../engines/shipping/carrier-operations.ts";
import { LABEL_PICTURE } from "../engines/shipping/label-picture.ts";
import { postalRegions } from "../engines/shipping/postal-regions.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { chileServices } from "../engines/shipping/services-south-america.ts";
import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import { isObject, valueAt } from "../json/native-json.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { chilexpressTools } from "./tools.ts";

const services = [chileServices.nextDay, chileServices.secondDay, chileServices.thirdDay];

/** Some counties of the plug-in's own list, by the main city of each postal region. */
const counties: Readonly<Record<string, readonly [code: string, region: string, name?: string]>> = {
  Arica: ["ARIC", "R15"],
  Iquique: ["IQUI", "R1"],
  Antofagasta: ["ANTO", "R2"],
  Copiapó: ["COPI", "R3"],
  "La Serena": ["LASE", "R4"],
  Valparaíso: ["VALP", "R5"],
  Rancagua: ["RANC", "R6"],
  Talca: ["TALC", "R7"],
  Chillán: ["CHIL", "R16"],
  Concepción: ["CONC", "R8"],
  Temuco: ["TEMU", "R9"],
  Valdivia: ["VALD", "R14"],
  "Puerto Montt": ["PMON", "R10"],
  Coyhaique: ["COYH", "R11"],
  "Punta Arenas": ["PUNT", "R12"],
  Santiago: ["STGO", "RM", "SANTIAGO CENTRO"],
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
 * Chilexpress (its official plug-in): counties by code, whole pesos, local times. Every response has `statusCode`, 0 where all is
 * well. An order cannot be cancelled through the API. The words of the events are unverified.
 */
export const chilexpressSimulation = defineSimulation({
  id: "chilexpress",
  tools: chilexpressTools,
  handlers: {
    chilexpress_get_rates(args, context) {
      const parcel = valueAt(args, "package");
      const consignment = toConsignment(
        textAt(args, "originCountyCode"),
        textAt(args, "destinationCountyCode"),
        isObject(parcel) ? [parcel] : [],
        Number(textAt(args, "declaredWorth") ?? 0),
      );
      const route = priceRoute(services, consignment, context.now);
      if (route instanceof Refusal) return route;
      return success({
        courierServiceOptions: route.quotes.map(({ service, amount, chargedWeightG }) => ({
          serviceTypeCode: Number(service.code),
          serviceDescription: service.name,
          didUseVolumetricWeight: false,
          finalWeight: (chargedWeightG / 1000).toFixed(2),
          serviceValue: String(amount),
          conditions: "",
          deliveryType: 0,
          additionalServices: [],
        })),
      });
    },
    chilexpress_create_transport_order: create,
    chilexpress_track_shipment(args, context) {
      const shipment = findOrder(args, context);
      if (shipment instanceof Refusal) return shipment;
      return success({
        transportOrderData: {
          transportOrderNumber: shipment.id,
          reference: shipment.reference ?? "",
          product: "ENCOMIENDA",
          service: shipment.serviceName,
          status: descriptions[shipment.status],
        },
        trackingEvents: shipment.events.map(({ status, at }) => {
          const [date = "", time = ""] = formatSpacedTimestamp(at, SANTIAGO).split(" ");
          return {
            eventDate: date.split("-").reverse().join("-"),
            eventHour: time,
            description: descriptions[status],
          };
        }),
      });
    },
    chilexpress_list_coverage_areas(args) {
      const wanted = textAt(args, "RegionCode") ?? "";
      const served = Object.entries(counties).filter(
        ([, [, region]]) => wanted === "99" || wanted === region,
      );
      const coverageAreas = served.map(([city, [countyCode, regionCode, name]]) => {
        const countyName = name ?? toAsciiText(city, 40).toUpperCase();
        return { countyCode, countyName, regionCode, queryMode: 1, coverageName: countyName };
      });
      return { coverageAreas, statusCode: 0, statusDescription: "Extraccion exitosa", errors: null };
    },
  },
  due: shipmentDue,
});

/** One order for each package; the sandbox takes one. */
function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const packages = objectsAt(args, "details.0.packages");
  if (packages.length > 1) return new Refusal("invalid_request", "El sandbox acepta un bulto por orden.");
  const [sent = {}] = packages;
  const to = findBy(args, "details.0.addresses", "addressType", "DEST");
  const receiver = findBy(args, "details.0.contacts", "contactType", "D");
  const reference = textAt(sent, "deliveryReference") ?? "";
  const shipment = makeLabel(context, {
    services,
    code: textAt(sent, "serviceDeliveryCode"),
    consignment: toConsignment(
      textAt(args, "header.countyOfOriginCoverageCode"),
      textAt(to, "countyCoverageCode"),
      packages,
      numberAt(sent, "declaredValue") ?? 0,
    ),
    recipient: {
      name: textAt(receiver, "name"),
      phone: textAt(receiver, "phoneNumber"),
      email: textAt(receiver, "mail"),
      address: `${textAt(to, "streetName") ?? ""} ${textAt(to, "streetNumber") ?? ""}`.trim(),
    },
    reference,
    id: `99${randomDigits(context.random, 10)}`,
  });
  if (shipment instanceof Refusal) return shipment;
  const statusDescription = "Orden de transporte creada";
  const detail: JsonObject = {
    transportOrderNumber: shipment.id,
    reference,
    productDescription: "ENCOMIENDA",
    serviceDescription: shipment.serviceName,
    barcode: shipment.id,
    recipient: shipment.recipient.name ?? "",
    address: shipment.recipient.address ?? "",
    label: { labelData: LABEL_PICTURE, labelType: "2" },
    createdDate: formatSpacedTimestamp(context.now, SANTIAGO),
    statusCode: 0,
    statusDescription,
  };
  const certificateNumber = Number(randomDigits(context.random, 7));
  return success({
    header: { certificateNumber, countOfGeneratedOrders: 1, errorCount: 0 },
    detail: [detail],
  });
}

/** By its number, else by the shipper's own reference. */
function findOrder(args: JsonObject, context: CallContext): Shipment | Refusal {
  const reference = textAt(args, "reference");
  const number = textAt(args, "transportOrderNumber");
  if (number !== undefined || reference === undefined) return requireShipment(context, number, "CL");
  const found = context.list<Shipment>(shipmentKind).find((shipment) => shipment.reference === reference);
  return found ?? requireShipment(context, undefined, "CL");
}

function findBy(args: JsonObject, path: string, field: string, value: string): JsonObject {
  return objectsAt(args, path).find((each) => each[field] === value) ?? {};
}

function success(data: JsonObject): JsonObject {
  return { data, statusCode: 0, statusDescription: "Success", errors: null };
}

function toConsignment(
  from: string | undefined,
  to: string | undefined,
  parcels: readonly JsonObject[],
  declared: number,
): Consignment {
  return {
    country: "CL",
    from: readPostalCode(from),
    to: readPostalCode(to),
    parcels: parcels.map((parcel) => ({
      weightG: Math.round(measure(parcel, "weight") * 1000),
      lengthCm: measure(parcel, "length"),
      widthCm: measure(parcel, "width"),
      heightCm: measure(parcel, "height"),
      declaredValue: Math.round(declared),
    })),
  };
}

/** Measures stand as text. */
function measure(parcel: JsonObject, field: string): number {
  return Number(textAt(parcel, field) ?? 0);
}

/** A postal code in the county; empty, and so refused, when there is no such county. */
function readPostalCode(county: string | undefined): string {
  const region = postalRegions.CL.find(({ city }) => counties[city]?.[0] === county);
  return region === undefined ? "" : `${region.from}0000`;
}
