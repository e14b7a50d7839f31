import type { ToolCall } from "@codespar/contract";
import { type MadeData, objectOf, textOf } from "../made/read-data.ts";
import type { TrackingStop } from "./tracking-line.tsx";

/** Quotes and looks at a parcel are calls too; those that made one have an event. */
export function isLabel({ status }: Pick<ToolCall, "status">, state: string | undefined): boolean {
  return state !== undefined || status === "unknown";
}

/** A parcel in a line: for whom and where to. */
export function describeParcel(parcel: MadeData): string {
  const { name, city } = {
    name: textOf(objectOf(parcel, "recipient"), "name"),
    city: textOf(objectOf(parcel, "destination"), "city"),
  };
  return [name ?? textOf(parcel, "trackingCode"), city].filter(Boolean).join(", ");
}

/** Where a parcel has been, as far as what the provider keeps says so. */
export function stopsOf(events: unknown): TrackingStop[] {
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: Readonly<Record<string, unknown>>) =>
    typeof event.at === "number"
      ? [
          {
            at: event.at,
            status: String(event.status),
            text: String(event.description),
            place: textOf(event, "place"),
          },
        ]
      : [],
  );
}
