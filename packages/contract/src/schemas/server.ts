import { z } from "zod";
import { authTypes, countries, type Server, type ServerList, serverCategories } from "../wire/server.ts";
import { openEnum } from "./fields.ts";

export const serverSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  category: openEnum(serverCategories),
  categories: z.array(openEnum(serverCategories)),
  countries: z.array(openEnum(countries)),
  auth_type: openEnum(authTypes),
  capabilities: z.array(z.string()),
  tools: z.array(z.string()),
  tools_count: z.int(),
  aliases: z.array(z.string()),
}) satisfies z.ZodType<Server>;

export const serverListSchema = z.looseObject({
  data: z.array(serverSchema),
  total: z.int(),
  limit: z.int(),
  offset: z.int(),
}) satisfies z.ZodType<ServerList>;
