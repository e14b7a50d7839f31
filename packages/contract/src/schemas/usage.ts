import { z } from "zod";
import type { Period, Usage } from "../wire/usage.ts";
import { timestamp } from "./fields.ts";

/** UTC with seconds and `Z`, no milliseconds. */
export const wholeSecond = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

export const periodSchema = z.looseObject({
  start: wholeSecond,
  end: wholeSecond,
}) satisfies z.ZodType<Period>;

export const usageSchema = z.looseObject({
  period: periodSchema,
  quota: z.int().nullable(),
  used: z.int(),
  remaining: z.int().nullable(),
  percentage: z.number().nullable(),
  breakdown: z.record(z.string(), z.int()),
  daily: z.array(z.looseObject({ date: z.iso.date(), count: z.int() })),
  tool_calls: z
    .array(
      z.looseObject({
        id: z.string(),
        tool: z.string(),
        provider: z.string().nullable(),
        session_id: z.string(),
        metadata: z.record(z.string(), z.string()),
        called_at: timestamp,
      }),
    )
    .optional(),
  next_cursor: z.string().nullable().optional(),
  groups: z.array(z.looseObject({ value: z.string().nullable(), count: z.int() })).optional(),
}) satisfies z.ZodType<Usage>;
