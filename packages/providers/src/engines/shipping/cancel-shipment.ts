import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { type Shipment, shipmentKind } from "./shipment.ts";

/** Cancels a shipment that the carrier does not have yet. Says why when it cannot. */
export function cancelShipment(
  context: SimulationContext,
  shipment: Shipment,
): Shipment | "already_posted" | "already_cancelled" {
  if (shipment.status === "cancelled") return "already_cancelled";
  const postsAt = shipment.plan[0] ?? shipment.createdAt;
  if (shipment.status !== "created" || context.now >= postsAt) return "already_posted";
  const description = shipment.country === "BR" ? "Envio cancelado" : "Envío cancelado";
  const cancelled: Shipment = {
    ...shipment,
    status: "cancelled",
    events: [...shipment.events, { status: "cancelled", description, at: context.now }],
    cancelledAt: context.now,
  };
  context.put(shipmentKind, shipment.id, cancelled);
  return cancelled;
}
