import { z } from "zod";
import type {
  CreateTriggerRequest,
  Delivery,
  RotateSecretRequest,
  Trigger,
  TriggerWithSecret,
  UpdateTriggerRequest,
} from "../wire/trigger.ts";
import { webhookEventTypes } from "../wire/webhook-event.ts";
import { gracePeriod } from "./api-key.ts";
import { openEnum, text, timestamp } from "./fields.ts";
import { page } from "./page.ts";

const triggerEvents = ["*", ...webhookEventTypes] as const;

/** https, or http on loopback, which only the sandbox lets through; private addresses are the backend's to refuse. */
const webhookUrl = z
  .url()
  .max(2048)
  .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$)/i.test(url), {
    error: "webhook_url must start with https:// (http:// only for localhost, in the sandbox).",
  });

export const createTriggerRequestSchema = z.strictObject({
  name: text(100),
  event: z.enum(triggerEvents),
  webhook_url: webhookUrl,
  server_id: text(64).optional(),
}) satisfies z.ZodType<CreateTriggerRequest>;

export const updateTriggerRequestSchema = z
  .strictObject({
    name: text(100).optional(),
    event: z.enum(triggerEvents).optional(),
    webhook_url: webhookUrl.optional(),
    server_id: text(64).nullable().optional(),
    status: z.enum(["active", "paused"]).optional(),
  })
  .refine((request) => Object.values(request).some((value) => value !== undefined), {
    error: "Send at least one of name, event, webhook_url, server_id, status.",
  }) satisfies z.ZodType<UpdateTriggerRequest>;

export const rotateSecretRequestSchema = z.strictObject({
  grace_period_seconds: gracePeriod.optional(),
}) satisfies z.ZodType<RotateSecretRequest>;

export const triggerSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  event: openEnum(triggerEvents),
  webhook_url: z.string(),
  server_id: z.string().nullable(),
  status: openEnum(["active", "paused"]),
  created_at: timestamp,
  updated_at: timestamp,
  previous_secret_expires_at: timestamp.nullable(),
}) satisfies z.ZodType<Trigger>;

export const triggerWithSecretSchema = triggerSchema.extend({
  secret: z.string(),
}) satisfies z.ZodType<TriggerWithSecret>;

export const triggerPageSchema = page(triggerSchema);

export const deliverySchema = z.looseObject({
  id: z.string(),
  trigger_id: z.string(),
  event_id: z.string(),
  event_type: openEnum(webhookEventTypes),
  status: openEnum(["pending", "succeeded", "dead"]),
  attempts: z.array(
    z.looseObject({
      at: timestamp,
      status_code: z.int().nullable(),
      error: z.string().nullable(),
      duration_ms: z.number(),
    }),
  ),
  next_attempt_at: timestamp.nullable(),
  created_at: timestamp,
  delivered_at: timestamp.nullable(),
}) satisfies z.ZodType<Delivery>;

export const deliveryPageSchema = page(deliverySchema);
