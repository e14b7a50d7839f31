import { z } from "zod";
import type { ConnectSession, CreateConnectSessionRequest } from "../wire/connect-session.ts";
import { text, timestamp } from "./fields.ts";

export const createConnectSessionRequestSchema = z.strictObject({
  server_id: text(64),
  tenant_id: text(500).optional(),
  display_name: text(100).optional(),
  return_url: text(2000).optional(),
}) satisfies z.ZodType<CreateConnectSessionRequest>;

export const connectSessionSchema = z.looseObject({
  id: z.string(),
  url: z.string(),
  server_id: z.string(),
  tenant_id: z.string().nullable(),
  expires_at: timestamp,
}) satisfies z.ZodType<ConnectSession>;
