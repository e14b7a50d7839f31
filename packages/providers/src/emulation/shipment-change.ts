import { type Shipment, shipmentKind } from "../engines/shipping/shipment.ts";
import type { DocumentChange } from "../simulation/document-change.ts";

/** A shipment before and after a change; undefined for changes of other documents. */
export function readShipmentChange(
  change: DocumentChange,
): { before: Shipment | undefined; after: Shipment } | undefined {
  if (change.kind !== shipmentKind) return undefined;
  // the engine is the only one that writes documents of this kind
  return { before: change.before as Shipment | undefined, after: change.after as unknown as Shipment };
}
