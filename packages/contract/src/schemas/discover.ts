import { z } from "zod";
import type { DiscoverInput, DiscoverOutput } from "../meta-tools/discover.ts";
import { countries, serverCategories } from "../wire/server.ts";
import { openEnum } from "./fields.ts";

export const discoverInputSchema = z.strictObject({
  query: z.string().max(200).optional(),
  domain: z.enum(serverCategories).optional(),
  country: z.enum(countries).optional(),
  limit: z.int().min(1).max(20).optional(),
}) satisfies z.ZodType<DiscoverInput>;

export const discoverOutputSchema = z.looseObject({
  matches: z.array(
    z.looseObject({
      name: z.string(),
      server: z.string(),
      category: openEnum(serverCategories),
      countries: z.array(openEnum(countries)),
      description: z.string(),
      connected: z.boolean(),
      score: z.number(),
    }),
  ),
}) satisfies z.ZodType<DiscoverOutput>;
