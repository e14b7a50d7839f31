import { z } from "zod";
import { idempotencyKeyForm } from "../idempotency-key.ts";
import type { JsonObject } from "../wire/json.ts";
import { currencies } from "../wire/money.ts";
import type {
  QueuedToolCall,
  ReconcileRequest,
  ResolveToolCallRequest,
  ToolCall,
  ToolCallDetail,
  ToolCallRequest,
} from "../wire/tool-call.ts";
import { amount, openEnum, text, timestamp } from "./fields.ts";
import { jsonObject } from "./json-object.ts";
import { page } from "./page.ts";
import { toolErrorSchema, toolResultSchema } from "./tool-result.ts";

export const toolCallRequestSchema = z.strictObject({
  name: text(128),
  arguments: jsonObject(),
}) satisfies z.ZodType<ToolCallRequest>;

/** 1 to 255 visible ASCII characters. */
export const idempotencyKeySchema = z.string().regex(idempotencyKeyForm, {
  error: "An idempotency key has 1 to 255 visible characters, without spaces.",
});

export const reconcileRequestSchema = z.strictObject({
  idempotency_key: idempotencyKeySchema,
}) satisfies z.ZodType<ReconcileRequest>;

const resolutionOutcomes = ["succeeded", "failed"] as const;

export const resolveToolCallRequestSchema = z.strictObject({
  outcome: z.enum(resolutionOutcomes),
  by: text(200),
  evidence: text(2000),
}) satisfies z.ZodType<ResolveToolCallRequest>;

export const queuedToolCallSchema = z.looseObject({
  tool_call_id: z.string(),
  tool: z.string(),
  status: z.literal("queued"),
  queued_at: timestamp,
}) satisfies z.ZodType<QueuedToolCall>;

export const toolCallSchema = z.looseObject({
  id: z.string(),
  tool: z.string(),
  server: z.string(),
  provider: z.string().nullable(),
  session_id: z.string(),
  metadata: z.record(z.string(), z.string()),
  user_id: z.string().nullable(),
  status: openEnum(["queued", "running", "succeeded", "refused", "failed", "unknown"]),
  idempotency_key: z.string(),
  amount: amount.nullable(),
  currency: openEnum(currencies).nullable(),
  attempts: z.array(
    z.looseObject({
      provider: z.string(),
      outcome: openEnum(["succeeded", "refused", "unavailable", "unknown", "pending"]),
      reason: z.string().optional(),
      at: timestamp,
    }),
  ),
  error: toolErrorSchema.nullable(),
  billed: z.boolean(),
  called_at: timestamp,
  completed_at: timestamp.nullable(),
  duration_ms: z.number().nullable(),
}) satisfies z.ZodType<ToolCall>;

export const toolCallDetailSchema = toolCallSchema.extend({
  // any JSON object, which is what was sent
  arguments: (z.looseObject({}) as unknown as z.ZodType<JsonObject>).nullable(),
  result: toolResultSchema.nullable(),
  resolution: z
    .looseObject({
      outcome: openEnum(resolutionOutcomes),
      by: z.string(),
      evidence: z.string(),
      resolved_at: timestamp,
    })
    .optional(),
}) satisfies z.ZodType<ToolCallDetail>;

export const toolCallPageSchema = page(toolCallSchema);
