import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { readTrackingCode, type Shipment, shipmentCodeKind, shipmentKind } from "./shipment.ts";

/** The shipment of this id, number or tracking code. A code that is not out yet finds nothing. */
export function findShipment(context: SimulationContext, code: string | undefined): Shipment | undefined {
  if (code === undefined) return undefined;
  const byId = context.get<Shipment>(shipmentKind, code);
  if (byId !== undefined) return byId;
  const pointer = context.get<{ shipmentId: string }>(shipmentCodeKind, code);
  if (pointer === undefined) return undefined;
  const shipment = context.get<Shipment>(shipmentKind, pointer.shipmentId);
  if (shipment === undefined) return undefined;
  return code === shipment.number || code === readTrackingCode(shipment) ? shipment : undefined;
}
