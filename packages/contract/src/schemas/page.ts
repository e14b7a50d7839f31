import { z } from "zod";

/** One page of a list. */
export function page<Item>(item: z.ZodType<Item>) {
  return z.looseObject({ data: z.array(item), next_cursor: z.string().nullable() });
}
