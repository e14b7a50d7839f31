import type { JsonObject } from "./json.ts";
import type { Metadata } from "./session.ts";

export const webhookEventTypes = [
  "payment.confirmed",
  "payment.failed",
  "payment.expired",
  "payment.refunded",
  "payment.disputed",
  "checkout.completed",
  "invoice.authorized",
  "invoice.rejected",
  "invoice.cancelled",
  "shipment.created",
  "shipment.in_transit",
  "shipment.delivered",
  "message.sent",
  "message.delivered",
  "message.read",
  "message.received",
  "tool_call.completed",
  "tool_call.failed",
  "approval.requested",
  "quota.warning",
  "connection.expired",
] as const;

export type WebhookEventType = (typeof webhookEventTypes)[number];

/** Something that happened, whatever it was. */
export interface AnyWebhookEvent {
  id: string;
  type: WebhookEventType;
  /** When it happened; in the sandbox by its own clock. */
  created_at: string;
  livemode: boolean;
  session_id: string | null;
  tool_call_id: string | null;
  /** The session's. */
  metadata: Metadata;
  data: JsonObject;
}

/** Query of `GET /v1/events`. */
export interface ListEventsQuery {
  type?: WebhookEventType | undefined;
  /** RFC 3339. */
  since?: string | undefined;
  /** Only what came of this call. */
  tool_call_id?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}
