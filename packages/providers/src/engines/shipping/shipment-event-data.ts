import type { JsonObject } from "@codespar/contract";
import { formatOffsetTimestamp } from "@codespar/formats";
import { publicTrackingCode, type Shipment } from "./shipment.ts";

/** What a `shipment.*` event carries, in the words of `codespar_ship`. */
export function shipmentEventData(shipment: Shipment): JsonObject {
  const latest = shipment.events.at(-1);
  return {
    shipment_id: shipment.id,
    tracking_code: publicTrackingCode(shipment),
    carrier: shipment.carrier,
    service: shipment.serviceName,
    status: shipment.status,
    delivery_date: shipment.deliveryDate,
    occurred_at: formatOffsetTimestamp(latest?.at ?? shipment.createdAt, "UTC").replace("+00:00", "Z"),
    ...(latest?.place === undefined ? {} : { location: latest.place }),
  };
}
