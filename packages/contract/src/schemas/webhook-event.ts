import { z } from "zod";
import type { JsonObject } from "../wire/json.ts";
import { type AnyWebhookEvent, webhookEventTypes } from "../wire/webhook-event.ts";
import { openEnum, timestamp } from "./fields.ts";
import { page } from "./page.ts";

export const webhookEventSchema = z.looseObject({
  id: z.string(),
  type: openEnum(webhookEventTypes),
  created_at: timestamp,
  livemode: z.boolean(),
  session_id: z.string().nullable(),
  tool_call_id: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  // What was parsed from JSON is JSON.
  data: z.looseObject({}) as unknown as z.ZodType<JsonObject>,
}) satisfies z.ZodType<AnyWebhookEvent>;

export const webhookEventPageSchema = page(webhookEventSchema);
