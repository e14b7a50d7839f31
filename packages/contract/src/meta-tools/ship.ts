import type { Currency } from "../wire/money.ts";
import type { Country } from "../wire/server.ts";
import type { Customer } from "./customer.ts";

export const shipActions = ["quote", "label", "track", "cancel"] as const;

export type ShipAction = (typeof shipActions)[number];

export interface ShipAddress {
  postal_code: string;
  city?: string | undefined;
  state?: string | undefined;
  /** Bairro, colonia. */
  district?: string | undefined;
  /** @default the other end's country, else "BR" */
  country?: Country | undefined;
}

export interface ShipPackage {
  weight_g: number;
  length_cm: number;
  width_cm: number;
  height_cm: number;
  /** Minor units, for insurance. */
  declared_value?: number | undefined;
}

/** Who receives the parcel; `address` is street and number. */
export interface ShipRecipient
  extends Omit<Customer, "address" | "document_type" | "state_tax_id" | "tax_regime"> {
  address?: string | undefined;
}

/**
 * Input of `codespar_ship`. `quote` needs `origin`, `destination` and `packages`; `label` the same and a
 * `service_id` from a quote; `track` needs `tracking_code` or `shipment_id`; `cancel` needs `shipment_id`.
 */
export interface ShipInput {
  action: ShipAction;
  origin?: ShipAddress | undefined;
  destination?: ShipAddress | undefined;
  packages?: ShipPackage[] | undefined;
  service_id?: string | undefined;
  tracking_code?: string | undefined;
  shipment_id?: string | undefined;
  recipient?: ShipRecipient | undefined;
  /** Forces one attached server. */
  provider?: string | undefined;
}

export interface ShipQuote {
  /** Names the carrier and the service; pass it to `label`. */
  service_id: string;
  carrier: string;
  service: string;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** Working days. */
  delivery_days: number;
  /** `YYYY-MM-DD`. */
  delivery_date: string;
}

export type ShipmentStatus =
  | "created"
  | "posted"
  | "in_transit"
  | "out_for_delivery"
  | "delivered"
  | "returned"
  | "cancelled";

export interface ShipEvent {
  status: ShipmentStatus;
  description: string;
  occurred_at: string;
  location?: string | undefined;
}

/** Output of `codespar_ship`; which fields are there depends on the action. */
export interface ShipOutput {
  quotes?: ShipQuote[] | undefined;
  shipment_id?: string | undefined;
  tracking_code?: string | undefined;
  label_url?: string | undefined;
  carrier?: string | undefined;
  /** Minor units: what the label cost. */
  amount?: number | undefined;
  currency?: Currency | undefined;
  status?: ShipmentStatus | undefined;
  events?: ShipEvent[] | undefined;
}

/** What `quote` returns, cheapest first. */
export interface ShipQuoteOutput extends ShipOutput {
  quotes: ShipQuote[];
}

/** What `label` returns. */
export interface ShipLabelOutput extends ShipOutput {
  shipment_id: string;
  tracking_code: string;
  /**
   * An address, or the file itself as a `data:` URL. Absent where the carrier hands a label over once and that response was lost:
   * the shipment is made, and its label is in the carrier's own portal.
   */
  label_url?: string | undefined;
  carrier: string;
  amount: number;
  currency: Currency;
  status: ShipmentStatus;
}

/** What `track` returns, newest event first. */
export interface ShipTrackOutput extends ShipOutput {
  status: ShipmentStatus;
  events: ShipEvent[];
}

/** What `cancel` returns. */
export interface ShipCancelOutput extends ShipOutput {
  shipment_id: string;
  status: ShipmentStatus;
}
