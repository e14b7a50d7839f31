import { z } from "zod";
import type { Json } from "../wire/json.ts";
import type { StreamEvent } from "../wire/stream-event.ts";
import { errorBodySchema } from "./error-body.ts";
import { timestamp } from "./fields.ts";
import { toolResultSchema } from "./tool-result.ts";

const id = z.int().min(1);

export const streamEventSchema = z.discriminatedUnion("type", [
  z.looseObject({
    id,
    type: z.literal("tool_call.started"),
    data: z.looseObject({ tool_call_id: z.string(), tool: z.string(), called_at: timestamp }),
  }),
  z.looseObject({
    id,
    type: z.literal("tool_call.routed"),
    data: z.looseObject({ provider: z.string(), attempt: z.int().min(1), reason: z.string() }),
  }),
  z.looseObject({
    id,
    type: z.literal("tool_call.progress"),
    data: z.looseObject({ stage: z.string(), message: z.string(), progress: z.number().optional() }),
  }),
  z.looseObject({
    id,
    type: z.literal("tool_call.partial"),
    // What was parsed from JSON is JSON.
    data: z.looseObject({ data: z.unknown() as z.ZodType<Json> }),
  }),
  z.looseObject({
    id,
    type: z.literal("tool_call.completed"),
    data: z.looseObject({ result: toolResultSchema }),
  }),
  z.looseObject({
    id,
    type: z.literal("tool_call.failed"),
    data: z.looseObject({ error: errorBodySchema }),
  }),
]) satisfies z.ZodType<StreamEvent>;
