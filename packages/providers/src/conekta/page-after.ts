import type { JsonObject } from "@codespar/contract";
import { numberAt, textAt } from "../json/read-arguments.ts";

/** A page of a list, newest first: 20 rows unless more are asked for, 250 at the most; `next` is the last id of the page before. */
export function pageAfter(all: readonly JsonObject[], args: JsonObject, path: string): JsonObject {
  const size = Math.min(numberAt(args, "limit") ?? 20, 250);
  const next = textAt(args, "next");
  const rest = next === undefined ? all : all.slice(all.findIndex(({ id }) => id === next) + 1);
  const data = rest.slice(0, size);
  const has_more = rest.length > size;
  const last = textAt(data.at(-1), "id") ?? "";
  return {
    object: "list",
    has_more,
    next_page_url: has_more ? `https://api.conekta.io/${path}?limit=${size}&next=${last}` : null,
    previous_page_url: null,
    data,
  };
}
