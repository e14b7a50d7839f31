import type { JsonObject } from "@codespar/contract";
import { BOGOTA, formatSpacedTimestamp, randomDigits, toMajorUnits } from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  cancelByCode,
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import { postalRegions } from "../engines/shipping/postal-regions.ts";
import type { Consignment } from "../engines/shipping/quote-services.ts";
import { colombiaServices } from "../engines/shipping/services-south-america.ts";
import type { Shipment } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { objectsAt, textAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { servientregaTools } from "./tools.ts";

const services = [colombiaServices.premier, colombiaServices.industrial];

const pieceFields = { weight: "Peso", length: "Largo", width: "Ancho", height: "Alto", gramsPerUnit: 1000 };

const statuses = {
  created: "GUIA GENERADA",
  posted: "RECIBIDO DEL CLIENTE",
  in_transit: "EN TRANSITO",
  out_for_delivery: "EN ZONA DE DISTRIBUCION",
  delivered: "ENTREGADO",
  returned: "DEVUELTO AL REMITENTE",
  cancelled: "ANULADA",
} as const;

/** Servientrega: guides of 10 digits, kilograms, centimetres, whole pesos, local times written `DD/MM/YYYY HH:mm:ss`. */
export const servientregaSimulation = defineSimulation({
  id: "servientrega",
  tools: servientregaTools,
  handlers: {
    servientrega_get_rates(args, context) {
      const route = priceRoute(services, toConsignment(args), context.now);
      if (route instanceof Refusal) return route;
      return {
        Tarifas: route.quotes.map(({ service, amount, days }) => ({
          IdProducto: Number(service.code),
          NomProducto: service.name,
          ValorTotal: toMajorUnits(amount, "COP"),
          TiempoEntregaDias: days,
        })),
      };
    },
    servientrega_create_guide: create,
    servientrega_get_guide(args, context) {
      const shipment = requireShipment(context, textAt(args, "NumGui"), "CO");
      return shipment instanceof Refusal ? shipment : guideJson(shipment, context);
    },
    servientrega_track_guide(args, context) {
      const shipment = requireShipment(context, textAt(args, "NumGui"), "CO");
      if (shipment instanceof Refusal) return shipment;
      return {
        NumGui: shipment.id,
        EstAct: statuses[shipment.status],
        Mov: shipment.events.map(({ status, at, place }) => ({
          FecMov: movementTime(at),
          NomMov: statuses[status],
          OriMov: place ?? "",
        })),
      };
    },
    servientrega_list_cities(args) {
      const department = textAt(args, "departamento");
      const served = postalRegions.CO.filter(({ state }) => department === undefined || state === department);
      return { Ciudades: served.map(({ city, state }) => ({ NomCiudad: city, Departamento: state })) };
    },
    servientrega_cancel_guide(args, context) {
      const shipment = cancelByCode(context, textAt(args, "NumGui"), "CO");
      return shipment instanceof Refusal ? shipment : guideJson(shipment, context);
    },
  },
  due: shipmentDue,
});

function create(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "IdProducto"),
    consignment: toConsignment(args),
    recipient: { name: textAt(args, "Nom_Contacto"), document: textAt(args, "Num_Documento") },
    id: `22${randomDigits(context.random, 8)}`,
  });
  return shipment instanceof Refusal ? shipment : guideJson(shipment, context);
}

function guideJson(shipment: Shipment, context: CallContext): JsonObject {
  return {
    NumGui: shipment.id,
    EstAct: statuses[shipment.status],
    NomProducto: shipment.serviceName,
    ValorTotal: toMajorUnits(shipment.amount, "COP"),
    FecEst: shipment.deliveryDate,
    UrlGuia: labelUrl(context, shipment.id),
  };
}

function toConsignment(args: JsonObject): Consignment {
  const declared = amountAt(args, "ValorDeclarado", "COP") ?? 0;
  return {
    country: "CO",
    from: textAt(args, "CodigoPostalOrigen") ?? "",
    to: textAt(args, "CodigoPostalDestino") ?? "",
    parcels: readParcels(objectsAt(args, "Piezas"), pieceFields, declared),
  };
}

function movementTime(at: number): string {
  const [date = "", time = ""] = formatSpacedTimestamp(at, BOGOTA).split(" ");
  return `${date.split("-").reverse().join("/")} ${time}`;
}
