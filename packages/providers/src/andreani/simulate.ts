import type { JsonObject } from "@codespar/contract";
import { BUENOS_AIRES, formatLocalTimestamp, formatMajorUnits, randomDigits } from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { argentinaServices } from "../engines/shipping/services-south-america.ts";
import type { Shipment } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { andreaniTools } from "./tools.ts";

const services = [argentinaServices.standard, argentinaServices.urgent];

const bultoFields = {
  weight: "kilos",
  length: "largoCm",
  width: "anchoCm",
  height: "altoCm",
  gramsPerUnit: 1000,
};

const statuses = {
  created: "Pendiente de ingreso",
  posted: "Ingreso al circuito operativo",
  in_transit: "En viaje",
  out_for_delivery: "En distribución",
  delivered: "Entregado",
  returned: "Devuelto",
  cancelled: "Anulado",
} as const;

/** Andreani (developers.andreani.com): one contract is one service; kilograms, centimetres, pesos as text, local times. */
export const andreaniSimulation = defineSimulation({
  id: "andreani",
  tools: andreaniTools,
  handlers: {
    andreani_get_rates(args, context) {
      const contrato = textAt(args, "contrato");
      const asked = contrato === undefined ? services : services.filter(({ code }) => code === contrato);
      const route = priceRoute(asked, toConsignment(args, "cpOrigen", "cpDestino"), context.now);
      if (route instanceof Refusal) return route;
      return {
        tarifas: route.quotes.map(({ service, amount, days, chargedWeightG }) => ({
          contrato: service.code,
          servicio: service.name,
          plazoEntregaDiasHabiles: days,
          pesoAforado: (chargedWeightG / 1000).toFixed(3),
          tarifaConIva: { total: formatMajorUnits(amount, "ARS") },
        })),
      };
    },
    andreani_create_shipment: create,
    andreani_get_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "numeroDeEnvio"), "AR");
      return shipment instanceof Refusal ? shipment : shipmentJson(shipment);
    },
    andreani_create_label(args, context) {
      const shipment = requireShipment(context, textAt(args, "numeroDeEnvio"), "AR");
      if (shipment instanceof Refusal) return shipment;
      return {
        numeroDeEnvio: shipment.id,
        linking: [{ meta: "Etiqueta", contenido: labelUrl(context, shipment.id) }],
      };
    },
    andreani_track_shipment(args, context) {
      const shipment = requireShipment(context, textAt(args, "numeroDeEnvio"), "AR");
      if (shipment instanceof Refusal) return shipment;
      return {
        numeroDeEnvio: shipment.id,
        eventos: shipment.events.map(({ status, at, place: where }) => ({
          Fecha: localTime(at),
          Estado: statuses[status],
          Sucursal: where ?? "",
        })),
      };
    },
    andreani_cancel_shipment(args, context) {
      const shipment = cancelByCode(context, textAt(args, "numeroDeEnvio"), "AR");
      return shipment instanceof Refusal ? shipment : shipmentJson(shipment);
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "contrato"),
    consignment: toConsignment(args, "origen.postal.codigoPostal", "destino.postal.codigoPostal"),
    recipient: {
      name: textAt(args, "destinatario.0.nombreCompleto"),
      document: textAt(args, "destinatario.0.documentoNumero"),
      address: textAt(args, "destino.postal.calle"),
      phone: textAt(args, "destinatario.0.telefono"),
    },
    id: `36000${randomDigits(context.random, 10)}`,
  });
  if (shipment instanceof Refusal) return shipment;
  return {
    ...shipmentJson(shipment),
    agrupadorDeBultos: randomDigits(context.random, 15),
    fechaCreacion: localTime(shipment.createdAt),
    tarifaConIva: { total: formatMajorUnits(shipment.amount, "ARS") },
    bultos: shipment.parcels.map((_parcel, index) => ({
      numeroDeBulto: String(index + 1),
      numeroDeEnvio: shipment.id,
      totalizador: `${index + 1}/${shipment.parcels.length}`,
    })),
  };
}

function shipmentJson(shipment: Shipment): JsonObject {
  return { numeroDeEnvio: shipment.id, contrato: shipment.serviceCode, estado: statuses[shipment.status] };
}

function toConsignment(args: JsonObject, from: string, to: string): Consignment {
  const items = objectsAt(args, "bultos");
  return {
    country: "AR",
    from: textAt(args, from) ?? "",
    to: textAt(args, to) ?? "",
    parcels: readParcels(items, bultoFields).map((parcel, index) => ({
      ...parcel,
      declaredValue: amountAt(items[index], "valorDeclarado", "ARS") ?? 0,
    })),
  };
}

function localTime(at: number): string {
  return formatLocalTimestamp(at, BUENOS_AIRES);
}
