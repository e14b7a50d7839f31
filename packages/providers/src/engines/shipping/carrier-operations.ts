import type { Country, JsonObject } from "@codespar/contract";
import { numberAt } from "../../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { cancelShipment } from "./cancel-shipment.ts";
import type { CarrierService } from "./carrier-service.ts";
import { createShipment } from "./create-shipment.ts";
import { findShipment } from "./find-shipment.ts";
import { type Consignment, type Parcel, type QuotedRoute, quoteServices } from "./quote-services.ts";
import type { Shipment, ShipmentRecipient } from "./shipment.ts";

const words = {
  pt: {
    unknown_origin: "CEP de origem inválido.",
    unknown_destination: "CEP de destino inválido.",
    no_parcels: "Informe ao menos um volume.",
    parcel_over_limits: "Peso ou dimensões fora dos limites do serviço.",
    unknown_service: "Serviço inexistente.",
    not_found: "Remessa não encontrada.",
    already_posted: "A remessa já foi postada e não pode ser cancelada.",
    already_cancelled: "A remessa já foi cancelada.",
  },
  es: {
    unknown_origin: "Código postal de origen inválido.",
    unknown_destination: "Código postal de destino inválido.",
    no_parcels: "Indique al menos un paquete.",
    parcel_over_limits: "Peso o dimensiones fuera de los límites del servicio.",
    unknown_service: "Servicio inexistente.",
    not_found: "Envío no encontrado.",
    already_posted: "El envío ya fue entregado a la paquetería y no se puede cancelar.",
    already_cancelled: "El envío ya fue cancelado.",
  },
} as const;

type Problem = keyof (typeof words)["pt"];

/** Prices a consignment, or refuses in the country's language. */
export function priceRoute(
  services: readonly CarrierService[],
  consignment: Consignment,
  now: number,
): QuotedRoute | Refusal {
  const route = quoteServices(services, consignment, now);
  return typeof route === "string" ? refuse(route, consignment.country) : route;
}

export interface LabelRequest {
  services: readonly CarrierService[];
  /** The service's code as the caller wrote it. */
  code: string | undefined;
  consignment: Consignment;
  recipient: ShipmentRecipient;
  id: string;
  /** @default the id */
  number?: string | undefined;
  /** @default the number */
  trackingCode?: string | undefined;
  /** The shipper's own order number. */
  reference?: string | undefined;
}

/** Makes the label of a service for a consignment, or refuses. */
export function makeLabel(context: CallContext, request: LabelRequest): Shipment | Refusal {
  const {
    services,
    code,
    consignment,
    recipient,
    reference,
    id,
    number = id,
    trackingCode = number,
  } = request;
  const service = services.find((each) => each.code === code);
  if (service === undefined) return refuse("unknown_service", consignment.country);
  const route = priceRoute([service], consignment, context.now);
  if (route instanceof Refusal) return route;
  const [quote] = route.quotes;
  if (quote === undefined) return refuse("parcel_over_limits", consignment.country);
  const { from, to } = route;
  return createShipment(context, {
    id,
    number,
    trackingCode,
    quote,
    from,
    to,
    parcels: consignment.parcels,
    recipient,
    reference,
  });
}

/** The shipment of an id, number or tracking code, or the refusal that there is none. */
export function requireShipment(
  context: SimulationContext,
  code: string | undefined,
  country: Country,
): Shipment | Refusal {
  return findShipment(context, code) ?? refuse("not_found", country);
}

/** Cancels the shipment of an id, number or tracking code, or refuses. */
export function cancelByCode(
  context: SimulationContext,
  code: string | undefined,
  country: Country,
): Shipment | Refusal {
  const shipment = requireShipment(context, code, country);
  if (shipment instanceof Refusal) return shipment;
  const outcome = cancelShipment(context, shipment);
  return typeof outcome === "string" ? refuse(outcome, country) : outcome;
}

/** What a provider calls the measures of a parcel, and how many grams its unit of weight has. */
export interface ParcelFields {
  weight: string;
  length: string;
  width: string;
  height: string;
  gramsPerUnit: number;
}

/** Parcels out of a provider's own fields; the declared value, in minor units, is put on the first. */
export function readParcels(
  items: readonly JsonObject[],
  { weight, length, width, height, gramsPerUnit }: ParcelFields,
  declaredValue = 0,
): Parcel[] {
  return items.map((item, index) => ({
    weightG: Math.round((numberAt(item, weight) ?? 0) * gramsPerUnit),
    lengthCm: numberAt(item, length) ?? 0,
    widthCm: numberAt(item, width) ?? 0,
    heightCm: numberAt(item, height) ?? 0,
    declaredValue: index === 0 ? declaredValue : 0,
  }));
}

function refuse(problem: Problem, country: Country): Refusal {
  return new Refusal(problem, words[country === "BR" ? "pt" : "es"][problem]);
}
