import type { SimulatedServer, SimulationContext } from "../../simulation/provider-definition.ts";
import { scheduleNextStage } from "./create-shipment.ts";
import { type Shipment, shipmentKind } from "./shipment.ts";
import { shipmentEventData } from "./shipment-event-data.ts";
import { shipmentStages } from "./shipment-stages.ts";

/** What a carrier's server does when something falls due. */
export const shipmentDue: NonNullable<SimulatedServer["due"]> = {
  advance_shipment: advanceShipment,
};

/**
 * Moves a shipment to its next stage. Times come from its plan, not from the clock,
 * so that a clock that jumps a week leaves the same history as one that ticks.
 */
function advanceShipment(_kind: string, id: string, context: SimulationContext): void {
  const shipment = context.get<Shipment>(shipmentKind, id);
  if (shipment === undefined || shipment.status === "cancelled") return;
  const reached = shipment.events.length - 1; // the first event is the label
  const stage = shipmentStages[reached];
  const at = shipment.plan[reached];
  if (stage === undefined || at === undefined) return;
  const { city, state } = stage.where === "origin" ? shipment.origin : shipment.destination;
  const description = shipment.country === "BR" ? stage.pt : stage.es;
  const moved: Shipment = {
    ...shipment,
    status: stage.status,
    events: [...shipment.events, { status: stage.status, description, at, place: `${city}/${state}` }],
  };
  context.put(shipmentKind, id, moved);
  if (stage.status === "in_transit" && shipment.status !== "in_transit") {
    context.notify(moved.operationId, "shipment.in_transit", shipmentEventData(moved));
  }
  if (stage.status === "delivered") {
    context.notify(moved.operationId, "shipment.delivered", shipmentEventData(moved));
  }
  scheduleNextStage(moved, context);
}
