import { z } from "zod";
import type { ListApprovalsQuery } from "../wire/approval.ts";
import type { ListConnectionsQuery } from "../wire/connection.ts";
import type { ListFiscalProfilesQuery } from "../wire/fiscal-profile.ts";
import type { ListSessionsQuery, ListToolCallsQuery, ListToolsQuery, PageQuery } from "../wire/list-query.ts";
import { currencies } from "../wire/money.ts";
import type { SearchQuery } from "../wire/search.ts";
import { authTypes, countries, type ListServersQuery, serverCategories } from "../wire/server.ts";
import type { UsageQuery } from "../wire/usage.ts";
import { type ListEventsQuery, webhookEventTypes } from "../wire/webhook-event.ts";
import { approvalStatuses } from "./approval.ts";
import { text, timestamp } from "./fields.ts";
import { metadataSchema } from "./session.ts";

/** Query values arrive as text. */
function integer(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );
}

const flag = z.preprocess(
  (value) => (value === "true" ? true : value === "false" ? false : value),
  z.boolean({ error: "Must be true or false." }),
);

const page = { limit: integer(1, 100).optional(), cursor: text(500).optional() };

export const pageQuerySchema = z.strictObject(page) satisfies z.ZodType<PageQuery>;

export const listSessionsQuerySchema = z.strictObject({
  status: z.enum(["active", "closed", "expired"]).optional(),
  ...page,
}) satisfies z.ZodType<ListSessionsQuery>;

export const listToolsQuerySchema = z.strictObject({
  server: text(64).optional(),
  q: text(200).optional(),
  kind: z.enum(["meta", "native"]).optional(),
}) satisfies z.ZodType<ListToolsQuery>;

export const listToolCallsQuerySchema = z.strictObject({
  session_id: text(100).optional(),
  tool: text(128).optional(),
  server: text(64).optional(),
  provider: text(64).optional(),
  user_id: text(500).optional(),
  status: z.enum(["queued", "running", "succeeded", "refused", "failed", "unknown"]).optional(),
  billed: flag.optional(),
  currency: z.enum(currencies).optional(),
  amount: integer(0, Number.MAX_SAFE_INTEGER).optional(),
  metadata: metadataSchema.optional(),
  idempotency_key: text(255).optional(),
  since: timestamp.optional(),
  until: timestamp.optional(),
  ...page,
}) satisfies z.ZodType<ListToolCallsQuery>;

export const listServersQuerySchema = z.strictObject({
  category: z.enum(serverCategories).optional(),
  country: z.enum(countries).optional(),
  q: text(200).optional(),
  auth_type: z.enum(authTypes).optional(),
  limit: integer(1, 100).optional(),
  offset: integer(0, 1_000_000).optional(),
}) satisfies z.ZodType<ListServersQuery>;

export const usageQuerySchema = z.strictObject({
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "period is YYYY-MM, such as 2026-04." })
    .optional(),
  group_by: text(40).optional(),
  tool_calls: flag.optional(),
  limit: integer(1, 1000).optional(),
  cursor: text(500).optional(),
}) satisfies z.ZodType<UsageQuery>;

export const listConnectionsQuerySchema = z.strictObject({
  server_id: text(64).optional(),
  tenant_id: text(500).optional(),
  ...page,
}) satisfies z.ZodType<ListConnectionsQuery>;

export const listFiscalProfilesQuerySchema = z.strictObject({
  tenant_id: text(500).optional(),
  ...page,
}) satisfies z.ZodType<ListFiscalProfilesQuery>;

export const listApprovalsQuerySchema = z.strictObject({
  status: z.enum(approvalStatuses).optional(),
  ...page,
}) satisfies z.ZodType<ListApprovalsQuery>;

export const listEventsQuerySchema = z.strictObject({
  type: z.enum(webhookEventTypes).optional(),
  since: timestamp.optional(),
  tool_call_id: text(100).optional(),
  ...page,
}) satisfies z.ZodType<ListEventsQuery>;

export const searchQuerySchema = z.strictObject({ q: text(255) }) satisfies z.ZodType<SearchQuery>;
