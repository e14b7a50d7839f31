import type { JsonObject } from "@codespar/contract";
import {
  formatLocalTimestamp,
  MEXICO_CITY,
  randomNumberText,
  randomUpperAlphanumerics,
  toMajorUnits,
} from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import { locatePostalCode } from "../engines/shipping/locate-postal-code.ts";
import { mexicoServices } from "../engines/shipping/services-mexico.ts";
import type { Shipment } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { estafetaTools } from "./tools.ts";

const services = [
  mexicoServices.estafetaTerrestre,
  mexicoServices.estafetaDosDias,
  mexicoServices.estafetaDiaSiguiente,
];

const rateFields = {
  weight: "Weight",
  length: "Length",
  width: "Width",
  height: "Height",
  gramsPerUnit: 1000,
};

const itemFields = {
  weight: "weight",
  length: "length",
  width: "width",
  height: "height",
  gramsPerUnit: 1000,
};

const statuses = {
  created: { code: "GG", spanishName: "GUIA GENERADA" },
  posted: { code: "RE", spanishName: "RECOLECTADO" },
  in_transit: { code: "TR", spanishName: "EN TRANSITO" },
  out_for_delivery: { code: "PE", spanishName: "EN PROCESO DE ENTREGA" },
  delivered: { code: "DL", spanishName: "ENTREGADO" },
  returned: { code: "RT", spanishName: "RETORNADO" },
  cancelled: { code: "CN", spanishName: "CANCELADO" },
} as const;

/** Estafeta: one parcel, kilograms, centimetres, pesos as numbers, local times. Guides have 22 characters and a tracking code of 10 digits. */
export const estafetaSimulation = defineSimulation({
  id: "estafeta",
  tools: estafetaTools,
  handlers: {
    estafeta_get_rates(args, context) {
      const consignment = toConsignment(args, "Origin", "Destination", "Dimensions", rateFields, "ItemValue");
      const route = priceRoute(services, consignment, context.now);
      if (route instanceof Refusal) return route;
      const Service = route.quotes.map(({ service, amount, days, deliveryDate }): JsonObject => {
        const total = toMajorUnits(amount, "MXN");
        return {
          ServiceCode: service.code,
          ServiceName: service.name,
          TotalAmount: total,
          EstimatedDays: days,
          EstimatedDeliveryDate: deliveryDate,
        };
      });
      return { Quotation: [{ PostalCode: route.to.postalCode, Service }] };
    },
    estafeta_create_shipment: create,
    estafeta_get_label(args, context) {
      const shipment = requireShipment(context, textAt(args, "wayBill"), "MX");
      return shipment instanceof Refusal
        ? shipment
        : { wayBill: shipment.id, labelUrl: labelUrl(context, shipment.id) };
    },
    estafeta_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "wayBill"), "MX");
      return shipment instanceof Refusal ? shipment : { items: [trackingJson(shipment)] };
    },
    estafeta_get_coverage(args) {
      const place = locatePostalCode("MX", textAt(args, "zipCode") ?? "");
      return {
        covered: place !== undefined,
        cityName: place?.city ?? null,
        stateCode: place?.state ?? null,
      };
    },
    estafeta_cancel_shipment(args, context) {
      const shipment = cancelByCode(context, textAt(args, "wayBill"), "MX");
      return shipment instanceof Refusal
        ? shipment
        : { wayBill: shipment.id, result: { code: 0, description: "Guía cancelada" } };
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const label = "labelDefinition";
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, `${label}.serviceConfiguration.serviceTypeId`),
    consignment: toConsignment(
      args,
      `${label}.location.origin.zipCode`,
      `${label}.location.destination.zipCode`,
      `${label}.itemDescription`,
      itemFields,
      `${label}.serviceConfiguration.insurance.declaredValue`,
    ),
    recipient: { name: textAt(args, `${label}.location.destination.contactName`) },
    id: randomNumberText(context.random, 13) + randomUpperAlphanumerics(context.random, 9),
    number: randomNumberText(context.random, 10),
  });
  if (shipment instanceof Refusal) return shipment;
  return {
    labelPetitionResult: {
      result: { code: 0, description: "Exitoso" },
      elements: [
        {
          wayBill: shipment.id,
          trackingCode: shipment.number,
          totalAmount: toMajorUnits(shipment.amount, "MXN"),
        },
      ],
    },
  };
}

function toConsignment(
  args: JsonObject,
  from: string,
  to: string,
  item: string,
  fields: typeof rateFields,
  value: string,
) {
  const declared = amountAt(args, value, "MXN") ?? 0;
  return {
    country: "MX" as const,
    from: textAt(args, from) ?? "",
    to: textAt(args, to) ?? "",
    parcels: readParcels(objectsAt(args, item), fields, declared),
  };
}

function trackingJson(shipment: Shipment): JsonObject {
  return {
    information: {
      waybillCode: shipment.id,
      trackingCode: shipment.number,
      serviceDescription: shipment.serviceName,
    },
    statusCurrent: statuses[shipment.status],
    estimatedDeliveryDate: shipment.deliveryDate,
    status: shipment.events.map(({ status, at, place }) => ({
      ...statuses[status],
      localDateTime: formatLocalTimestamp(at, MEXICO_CITY),
      warehouseName: place ?? "",
    })),
  };
}
