import type { JsonObject } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import { randomNumberText } from "@codespar/formats";
import { textsAt, valueAt } from "../json/read-arguments.ts";
import { Refusal } from "../simulation/provider-definition.ts";

/** Microseconds and an offset, as Stark Bank writes every time. */
export function starkTime(at: number): string {
  return new Date(at).toISOString().replace("Z", "000+00:00");
}

/** Sixteen digits. */
export function generateStarkId(random: RandomSource): string {
  return randomNumberText(random, 16);
}

/** One page of a list, newest first: what fits the filters that every resource has. */
export function listStark(name: string, items: readonly JsonObject[], args: JsonObject): JsonObject {
  const { after, before, status } = args;
  const [tags, ids] = [textsAt(args, "tags"), textsAt(args, "ids")];
  const day = (item: JsonObject) => String(item.created).slice(0, 10);
  const fitting = items.filter(
    (item) =>
      (status === undefined || item.status === status) &&
      (typeof after !== "string" || day(item) >= after) &&
      (typeof before !== "string" || day(item) <= before) &&
      (ids.length === 0 || ids.includes(String(item.id))) &&
      (tags.length === 0 || textsAt(item, "tags").some((tag) => tags.includes(tag))),
  );
  const limit = Math.min(100, Number(valueAt(args, "limit") ?? 100));
  const start = Number(valueAt(args, "cursor") ?? 0);
  const end = start + limit;
  return { cursor: end < fitting.length ? String(end) : null, [name]: fitting.slice(start, end) };
}

export function notFound(id: string): Refusal {
  return new Refusal("not_found", `There is no object ${id}.`, "invalidId");
}
