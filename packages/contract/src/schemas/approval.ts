import { z } from "zod";
import type { Approval, ApprovalDecisionRequest, ApprovalLink } from "../wire/approval.ts";
import type { JsonObject } from "../wire/json.ts";
import { currencies } from "../wire/money.ts";
import { amount, openEnum, risks, text, timestamp } from "./fields.ts";
import { page } from "./page.ts";

export const approvalStatuses = ["pending", "approved", "denied", "expired", "used"] as const;

export const approvalDecisionRequestSchema = z.strictObject({
  by: text(200),
  reason: text(1000).optional(),
}) satisfies z.ZodType<ApprovalDecisionRequest>;

export const approvalSchema = z.looseObject({
  id: z.string(),
  status: openEnum(approvalStatuses),
  tool: z.string(),
  risk: openEnum(risks),
  // What was parsed from JSON is JSON.
  arguments: (z.looseObject({}) as unknown as z.ZodType<JsonObject>).nullable(),
  amount: amount.nullable(),
  currency: openEnum(currencies).nullable(),
  session_id: z.string(),
  metadata: z.record(z.string(), z.string()),
  user_id: z.string().nullable(),
  idempotency_key: z.string(),
  created_at: timestamp,
  expires_at: timestamp,
  decided_at: timestamp.nullable(),
  decided_by: z.string().nullable(),
  reason: z.string().nullable(),
}) satisfies z.ZodType<Approval>;

export const approvalLinkSchema = z.looseObject({
  url: z.string(),
  expires_at: timestamp,
}) satisfies z.ZodType<ApprovalLink>;

export const approvalPageSchema = page(approvalSchema);
