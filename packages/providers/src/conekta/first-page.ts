import type { JsonObject } from "@codespar/contract";

/** The first page of a list: 20 rows unless more are asked for, 250 at the most. */
export function firstPage(all: readonly JsonObject[], limit = 20): JsonObject {
  const size = Math.min(limit, 250);
  return { object: "list", has_more: all.length > size, total: all.length, data: all.slice(0, size) };
}
