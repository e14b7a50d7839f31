import { z } from "zod";
import type { CreateSessionRequest, Metadata, Session } from "../wire/session.ts";
import { openEnum, text, timestamp } from "./fields.ts";
import { textRecord } from "./json-object.ts";
import { page } from "./page.ts";
import { policySchema } from "./policy.ts";

export const metadataSchema = textRecord({ entries: 50, key: 40, value: 500 }) satisfies z.ZodType<Metadata>;

export const createSessionRequestSchema = z
  .strictObject({
    servers: z.array(text(64)).max(100).optional(),
    preset: text(64).optional(),
    metadata: metadataSchema.optional(),
    user_id: text(200).optional(),
    policy: policySchema.optional(),
    shared_account_tools: z.boolean().optional(),
  })
  .superRefine((request, context) => {
    if (request.preset !== undefined || (request.servers?.length ?? 0) > 0) return;
    context.addIssue({
      code: "custom",
      path: ["servers"],
      message:
        'Name at least one server, such as servers: ["stripe"], or a preset, such as preset: "brazilian".',
    });
  }) satisfies z.ZodType<CreateSessionRequest>;

export const sessionSchema = z.looseObject({
  id: z.templateLiteral(["ses_", z.string()]),
  status: openEnum(["active", "closed", "expired"]),
  servers: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      status: openEnum(["connected", "failed", "needs_connection"]),
    }),
  ),
  metadata: z.record(z.string(), z.string()),
  user_id: z.string().nullable(),
  policy: policySchema.optional(),
  shared_account_tools: z.literal(true).optional(),
  tool_calls: z.int(),
  created_at: timestamp,
  expires_at: timestamp,
}) satisfies z.ZodType<Session>;

export const sessionPageSchema = page(sessionSchema);
