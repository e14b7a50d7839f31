import { z } from "zod";
import type {
  CreateFiscalProfileRequest,
  FiscalProfile,
  UpdateFiscalProfileRequest,
} from "../wire/fiscal-profile.ts";
import { brazilCertificateSchema, brazilIssuerSchema } from "./brazil-issuer.ts";
import { text, timestamp } from "./fields.ts";
import { brazilIssuerOutputSchema, mexicoIssuerOutputSchema } from "./issuer-outputs.ts";
import { mexicoCertificateSchema, mexicoIssuerSchema } from "./mexico-issuer.ts";
import { page } from "./page.ts";

export const createFiscalProfileRequestSchema = z
  .strictObject({
    tenant_id: text(500).optional(),
    display_name: text(100).optional(),
    brazil: brazilIssuerSchema(brazilCertificateSchema.optional()).optional(),
    mexico: mexicoIssuerSchema(mexicoCertificateSchema.optional()).optional(),
  })
  .refine(({ brazil, mexico }) => brazil !== undefined || mexico !== undefined, {
    error: "Send the issuer of a country at least: brazil, mexico, or both.",
  }) satisfies z.ZodType<CreateFiscalProfileRequest>;

export const updateFiscalProfileRequestSchema = z
  .strictObject({
    display_name: text(100).nullable().optional(),
    brazil: brazilIssuerSchema(brazilCertificateSchema.nullable().optional()).nullable().optional(),
    mexico: mexicoIssuerSchema(mexicoCertificateSchema.nullable().optional()).nullable().optional(),
  })
  .refine((request) => Object.values(request).some((value) => value !== undefined), {
    error: "Send at least one of display_name, brazil, mexico.",
  }) satisfies z.ZodType<UpdateFiscalProfileRequest>;

export const fiscalProfileSchema = z.looseObject({
  id: z.string(),
  tenant_id: z.string().nullable(),
  display_name: z.string().nullable(),
  brazil: brazilIssuerOutputSchema.nullable(),
  mexico: mexicoIssuerOutputSchema.nullable(),
  created_at: timestamp,
  updated_at: timestamp,
}) satisfies z.ZodType<FiscalProfile>;

export const fiscalProfilePageSchema = page(fiscalProfileSchema);
