import { z } from "zod";
import type { JsonObjectSchema } from "../wire/json.ts";
import type { SessionConnectionList, Tool } from "../wire/tool.ts";
import { openEnum, risks } from "./fields.ts";

const jsonObjectSchema = z.looseObject({
  type: z.literal("object"),
}) satisfies z.ZodType<JsonObjectSchema>;

export const toolSchema = z.looseObject({
  name: z.string(),
  description: z.string(),
  input_schema: jsonObjectSchema,
  output_schema: jsonObjectSchema.optional(),
  server: z.string(),
  kind: openEnum(["meta", "native"]),
  risk: openEnum(risks),
}) satisfies z.ZodType<Tool>;

export const toolListSchema = z.looseObject({ data: z.array(toolSchema) });

export const sessionConnectionListSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      countries: z.array(z.string()),
      auth_type: z.string(),
      status: openEnum(["connected", "failed", "needs_connection"]),
      connected: z.boolean(),
      tools_count: z.int(),
    }),
  ),
  total: z.int(),
  session_id: z.string(),
}) satisfies z.ZodType<SessionConnectionList>;
