import type { Json, JsonObject } from "@codespar/contract";
import { formatSpacedTimestamp, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import { cancelShipment } from "../engines/shipping/cancel-shipment.ts";
import { findShipment } from "../engines/shipping/find-shipment.ts";
import { reachedAt, readTrackingCode, type Shipment } from "../engines/shipping/shipment.ts";
import { textAt, textsAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { company } from "./services.ts";

/** Returns several freights at once, by their ids; all of them must exist. */
export function forOrders(
  args: JsonObject,
  context: SimulationContext,
  describe: (shipment: Shipment) => Json,
): JsonObject | Refusal {
  const response: JsonObject = {};
  for (const id of textsAt(args, "orders")) {
    const shipment = findShipment(context, id);
    if (shipment === undefined) return unknownOrder(id);
    response[shipment.id] = describe(shipment);
  }
  return response;
}

/** `POST /me/shipment/cancel`. */
export function cancelOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "order.id");
  const shipment = findShipment(context, id);
  if (shipment === undefined) return unknownOrder(id);
  const outcome = cancelShipment(context, shipment);
  if (typeof outcome === "string") {
    return new Refusal(
      "not_cancellable",
      "A etiqueta não pode ser cancelada: já foi postada ou cancelada.",
      "422",
    );
  }
  return { [outcome.id]: { canceled: true, time: localTime(context.now) } };
}

/** A freight that was bought, as orders are listed. */
export function orderJson(shipment: Shipment): JsonObject {
  return {
    ...statusJson(shipment),
    service_id: Number(shipment.serviceCode),
    service: {
      id: Number(shipment.serviceCode),
      name: shipment.serviceName,
      company: company(shipment.carrier),
    },
    price: toMajorUnits(shipment.amount, "BRL"),
    delivery_min: Math.max(1, shipment.days - 1),
    delivery_max: shipment.days,
    self_tracking: readTrackingCode(shipment) ?? null,
    tags: shipment.reference === undefined ? [] : [{ tag: shipment.reference, url: null }],
    from: { postal_code: shipment.origin.postalCode, city: shipment.origin.city },
    to: {
      name: shipment.recipient.name ?? null,
      postal_code: shipment.destination.postalCode,
      city: shipment.destination.city,
    },
  };
}

/** Status and movements of a freight. */
export function trackingJson(shipment: Shipment): JsonObject {
  return {
    ...statusJson(shipment),
    tracking_events: shipment.events.map(
      ({ status, description, at, place }): JsonObject => ({
        status,
        description,
        created_at: localTime(at),
        location: place ?? null,
      }),
    ),
  };
}

function statusJson(shipment: Shipment): JsonObject {
  const tracking = readTrackingCode(shipment) ?? null;
  return {
    id: shipment.id,
    protocol: shipment.number,
    status: orderStatus(shipment),
    tracking,
    melhorenvio_tracking: tracking,
    created_at: localTime(shipment.createdAt),
    paid_at: localTime(shipment.createdAt),
    generated_at: localTime(shipment.createdAt),
    posted_at: optionalTime(reachedAt(shipment, "posted")),
    delivered_at: optionalTime(reachedAt(shipment, "delivered")),
    canceled_at: optionalTime(shipment.cancelledAt),
    expired_at: null,
  };
}

/** Melhor Envio knows no status between posted and delivered. */
function orderStatus({ status }: Shipment): string {
  if (status === "created") return "released";
  if (status === "delivered") return "delivered";
  return status === "cancelled" ? "canceled" : "posted";
}

export function unknownOrder(id: string | undefined): Refusal {
  return new Refusal("not_found", `Envio ${id ?? ""} não encontrado.`, "404");
}

/** `2026-11-20 12:00:00`, in Brasília. */
export function localTime(at: number): string {
  return formatSpacedTimestamp(at, SAO_PAULO);
}

function optionalTime(at: number | undefined): string | null {
  return at === undefined ? null : localTime(at);
}
