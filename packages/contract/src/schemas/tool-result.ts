import { z } from "zod";
import type { Json } from "../wire/json.ts";
import type { ToolError, ToolResult } from "../wire/tool-result.ts";
import { timestamp } from "./fields.ts";

export const toolErrorSchema = z.looseObject({
  code: z.string(),
  message: z.string(),
  provider_code: z.string().optional(),
  invoice_id: z.string().optional(),
}) satisfies z.ZodType<ToolError>;

const common = {
  tool_call_id: z.string(),
  tool: z.string(),
  server: z.string(),
  provider: z.string().nullable(),
  duration_ms: z.number(),
  called_at: timestamp,
  replayed: z.boolean(),
};

/** A tool result whose data this schema reads. */
export function toolResultSchemaFor<Data>(data: z.ZodType<Data>) {
  return z.discriminatedUnion("success", [
    z.looseObject({ ...common, success: z.literal(true), data, error: z.null() }),
    z.looseObject({ ...common, success: z.literal(false), data: z.null(), error: toolErrorSchema }),
  ]);
}

// What was parsed from JSON is JSON, so nothing needs to be walked.
const json = z.unknown() as z.ZodType<Json>;

export const toolResultSchema = toolResultSchemaFor(json) satisfies z.ZodType<ToolResult>;
