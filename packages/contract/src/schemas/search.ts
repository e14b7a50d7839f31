import { z } from "zod";
import type { SearchResults } from "../wire/search.ts";
import { openEnum, timestamp } from "./fields.ts";

export const searchResultsSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      type: openEnum(["session", "tool_call"]),
      id: z.string(),
      matched: openEnum(["id", "idempotency_key", "payment", "checkout", "invoice", "shipment", "tracking"]),
      created_at: timestamp,
    }),
  ),
}) satisfies z.ZodType<SearchResults>;
