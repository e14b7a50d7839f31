import type { WebhookEventType } from "./webhook-event.ts";

/** What a trigger listens to: one type, or `*` for all. */
export type TriggerEvent = WebhookEventType | "*";

/** A webhook subscription. */
export interface Trigger {
  id: string;
  name: string;
  event: TriggerEvent;
  webhook_url: string;
  /** Only events that this server caused; null for any. */
  server_id: string | null;
  /** A paused one takes up no events; deliveries that it had before are still sent. Delete it to end those too. */
  status: "active" | "paused";
  created_at: string;
  updated_at: string;
  /** Until when deliveries are signed with the rotated secret as well; null when there is none. */
  previous_secret_expires_at: string | null;
}

/** Response to making a trigger or rotating its secret: the only time that the secret is shown. */
export interface TriggerWithSecret extends Trigger {
  /** `whsec_` and the base64 of 32 random bytes. */
  secret: string;
}

/** `POST /v1/triggers`. */
export interface CreateTriggerRequest {
  name: string;
  event: TriggerEvent;
  /** https; loopback http too in the sandbox. */
  webhook_url: string;
  server_id?: string | undefined;
}

/** `PATCH /v1/triggers/:id`. */
export interface UpdateTriggerRequest {
  name?: string | undefined;
  event?: TriggerEvent | undefined;
  webhook_url?: string | undefined;
  /** Null listens to every server again. */
  server_id?: string | null | undefined;
  status?: "active" | "paused" | undefined;
}

/** `POST /v1/triggers/:id/rotate-secret`. */
export interface RotateSecretRequest {
  /** Seconds for which both secrets sign, 0 to 2,592,000 (30 days). @default 86400 */
  grace_period_seconds?: number | undefined;
}

export interface DeliveryAttempt {
  at: string;
  /** Null when there was no response. */
  status_code: number | null;
  error: string | null;
  /** Milliseconds. */
  duration_ms: number;
}

/**
 * The delivery of one event to one trigger.
 * `dead` after the last attempt failed: nothing more happens until it is replayed.
 */
export interface Delivery {
  id: string;
  trigger_id: string;
  event_id: string;
  event_type: WebhookEventType;
  status: "pending" | "succeeded" | "dead";
  attempts: DeliveryAttempt[];
  next_attempt_at: string | null;
  created_at: string;
  delivered_at: string | null;
}

/** Attempts before a delivery is dead. */
export const maxDeliveryAttempts = 12;

/** How long a receiver has to respond, in seconds. */
export const deliveryTimeoutSeconds = 10;
