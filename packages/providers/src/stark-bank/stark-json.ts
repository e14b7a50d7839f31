import type { JsonObject } from "@codespar/contract";
import type { RandomSource } from "@codespar/formats";
import { randomNumberText } from "@codespar/formats";
import type { Charge } from "../engines/payments/charge.ts";
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
  const { after, before, status, taxId } = args;
  const isAsked = (name: string, values: readonly string[]) => {
    const asked = textsAt(args, name);
    return asked.length === 0 || values.some((value) => asked.includes(value));
  };
  const day = (item: JsonObject) => String(item.created).slice(0, 10);
  const fitting = items.filter(
    (item) =>
      (status === undefined || item.status === status) &&
      (taxId === undefined || item.taxId === taxId) &&
      (typeof after !== "string" || day(item) >= after) &&
      (typeof before !== "string" || day(item) <= before) &&
      isAsked("ids", [String(item.id)]) &&
      isAsked("externalIds", textsAt(item, "externalId")) &&
      isAsked("transactionIds", textsAt(item, "transactionIds")) &&
      isAsked("tags", textsAt(item, "tags")),
  );
  const limit = Math.min(100, Number(valueAt(args, "limit") ?? 100));
  const start = Number(valueAt(args, "cursor") ?? 0);
  const end = start + limit;
  return { cursor: end < fitting.length ? String(end) : null, [name]: fitting.slice(start, end) };
}

/**
 * Makes every object of a list, or none: what is wrong with one refuses them all, as nobody repeats a list of which a part was done.
 * The parts of `read` look at the entries; `make` does not refuse.
 */
export function makeAll<Entry>(
  entries: readonly JsonObject[],
  read: (entry: JsonObject, earlier: readonly Entry[]) => Entry | Refusal,
  make: (entry: Entry) => JsonObject,
): JsonObject[] | Refusal {
  const all: Entry[] = [];
  for (const entry of entries) {
    const one = read(entry, all);
    if (one instanceof Refusal) return one;
    all.push(one);
  }
  return all.map(make);
}

/** A charge whose input was looked at before. */
export function requireCharge(charge: Charge | Refusal): Charge {
  if (charge instanceof Refusal) throw new Error(charge.message);
  return charge;
}

export function notFound(id: string): Refusal {
  return new Refusal("not_found", `There is no object ${id}.`, "invalidId");
}
