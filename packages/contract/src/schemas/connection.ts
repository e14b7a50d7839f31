import { z } from "zod";
import type { Connection, ConnectionWebhookUrl, CreateConnectionRequest } from "../wire/connection.ts";
import { openEnum, text, timestamp } from "./fields.ts";
import { textRecord } from "./json-object.ts";
import { page } from "./page.ts";

export const createConnectionRequestSchema = z.strictObject({
  server_id: text(64),
  credentials: textRecord({ entries: 20, key: 64, value: 20_000, secret: true }).refine(
    (credentials) => Object.keys(credentials).length > 0,
    { error: "credentials is empty: send the provider's own fields, such as api_key." },
  ),
  tenant_id: text(500).optional(),
  display_name: text(100).optional(),
}) satisfies z.ZodType<CreateConnectionRequest>;

export const connectionSchema = z.looseObject({
  id: z.string(),
  server_id: z.string(),
  tenant_id: z.string().nullable(),
  display_name: z.string().nullable(),
  status: openEnum(["connected", "expired", "failed"]),
  credentials: z.record(z.string(), z.looseObject({ last4: z.string() })),
  expires_at: timestamp.nullable(),
  created_at: timestamp,
  updated_at: timestamp,
}) satisfies z.ZodType<Connection>;

export const connectionPageSchema = page(connectionSchema);

export const connectionWebhookUrlSchema = z.looseObject({
  url: z.string(),
  previous_expires_at: timestamp.nullable(),
}) satisfies z.ZodType<ConnectionWebhookUrl>;
