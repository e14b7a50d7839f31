import type { Country, Currency, ShipmentStatus } from "@codespar/contract";
import type { Parcel } from "./quote-services.ts";

/** What the engine keeps its documents under. */
export const shipmentKind = "shipment";
/** Finds a shipment's id by its number or tracking code. */
export const shipmentCodeKind = "shipment_code";

export interface ShipmentPlace {
  postalCode: string;
  city: string;
  state: string;
}

export interface ShipmentRecipient {
  name?: string | undefined;
  document?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  address?: string | undefined;
}

export interface ShipmentEvent {
  status: ShipmentStatus;
  description: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** City and state; absent before the carrier has the parcel. */
  place?: string | undefined;
}

/** A parcel on its way, in no provider's dialect. Plain JSON. */
export interface Shipment {
  /** The provider's id. */
  id: string;
  operationId: string;
  /** What the provider calls the order: a protocol, a guide number; often the tracking code itself. */
  number: string;
  /** The carrier's code. With `trackingFrom: "posting"` nobody knows it earlier. */
  trackingCode: string;
  trackingFrom: "creation" | "posting";
  carrier: string;
  serviceCode: string;
  serviceName: string;
  country: Country;
  currency: Currency;
  /** Minor units. */
  amount: number;
  /** Working days, as quoted. */
  days: number;
  origin: ShipmentPlace;
  destination: ShipmentPlace;
  recipient: ShipmentRecipient;
  /** The shipper's own order number. */
  reference?: string | undefined;
  parcels: Parcel[];
  status: ShipmentStatus;
  /** Newest last. */
  events: ShipmentEvent[];
  /** When each stage after creation happens, in milliseconds since the epoch. */
  plan: number[];
  createdAt: number;
  /** `YYYY-MM-DD`. */
  deliveryDate: string;
  cancelledAt?: number | undefined;
}

/** The code that a customer may be shown now. */
export function publicTrackingCode(shipment: Shipment): string {
  return readTrackingCode(shipment) ?? shipment.number;
}

/** The carrier's code, or undefined while the provider keeps it back. */
export function readTrackingCode({ trackingCode, trackingFrom, events }: Shipment): string | undefined {
  const known = trackingFrom === "creation" || events.some(({ status }) => status === "posted");
  return known ? trackingCode : undefined;
}

/** When the shipment first had the status, in milliseconds since the epoch. */
export function reachedAt({ events }: Shipment, status: ShipmentStatus): number | undefined {
  return events.find((event) => event.status === status)?.at;
}
