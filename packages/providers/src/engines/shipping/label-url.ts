import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { shipmentKind } from "./shipment.ts";

/** Where a parcel's label is, as a PDF. */
export function labelUrl({ pageUrl }: Pick<SimulationContext, "pageUrl">, shipmentId: string): string {
  return pageUrl(shipmentKind, shipmentId, "label.pdf");
}

/** Where a parcel can be followed. */
export function trackingUrl({ pageUrl }: Pick<SimulationContext, "pageUrl">, shipmentId: string): string {
  return pageUrl(shipmentKind, shipmentId, "tracking");
}
