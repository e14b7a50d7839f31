import type { AnyWebhookEvent, WebhookEventType } from "../wire/webhook-event.ts";
import type { EventData } from "./event-data.ts";

/** Something that happened, as `GET /v1/events` lists it and triggers deliver it; `type` says what `data` holds. */
export type WebhookEvent = {
  [Type in WebhookEventType]: Omit<AnyWebhookEvent, "type" | "data"> & { type: Type; data: EventData[Type] };
}[WebhookEventType];
