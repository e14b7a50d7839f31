import { z } from "zod";
import {
  type ApiKey,
  type ApiKeyWithSecret,
  apiKeyPrefixes,
  type CreateApiKeyRequest,
  type RotateApiKeyRequest,
  scopes,
} from "../wire/api-key.ts";
import { openEnum, text, timestamp } from "./fields.ts";
import { page } from "./page.ts";

/** Seconds for which what was rotated away goes on working. */
export const gracePeriod = z.int().min(0).max(2_592_000);

export const createApiKeyRequestSchema = z.strictObject({
  name: text(100).optional(),
  scopes: z.array(z.enum(scopes)).max(scopes.length).optional(),
}) satisfies z.ZodType<CreateApiKeyRequest>;

export const rotateApiKeyRequestSchema = z.strictObject({
  grace_period_seconds: gracePeriod.optional(),
}) satisfies z.ZodType<RotateApiKeyRequest>;

export const apiKeySchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  prefix: openEnum(apiKeyPrefixes),
  last4: z.string(),
  scopes: z.array(openEnum(scopes)),
  status: openEnum(["active", "revoked"]),
  created_at: timestamp,
  last_used_at: timestamp.nullable(),
  revoked_at: timestamp.nullable(),
  previous_key_expires_at: timestamp.nullable(),
}) satisfies z.ZodType<ApiKey>;

export const apiKeyWithSecretSchema = apiKeySchema.extend({
  key: z.string(),
}) satisfies z.ZodType<ApiKeyWithSecret>;

export const apiKeyPageSchema = page(apiKeySchema);
