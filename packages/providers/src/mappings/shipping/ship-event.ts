import type { ShipEvent, ShipmentStatus } from "@codespar/contract";

/** An event, its time in UTC, without the location that some providers leave out. */
export function shipEvent(
  status: ShipmentStatus,
  description: string,
  occurredAt: string,
  location?: string | undefined,
): ShipEvent {
  const place = location?.trim();
  return {
    status,
    description,
    occurred_at: new Date(occurredAt).toISOString().replace(/\.\d{3}Z$/, "Z"),
    ...(place === undefined || place === "" ? {} : { location: place }),
  };
}

/** The status of the newest event; `created` while the carrier has reported nothing. */
export function latestStatus(events: readonly ShipEvent[]): ShipmentStatus {
  let latest: ShipEvent | undefined;
  for (const event of events) {
    if (latest === undefined || Date.parse(event.occurred_at) >= Date.parse(latest.occurred_at))
      latest = event;
  }
  return latest?.status ?? "created";
}
