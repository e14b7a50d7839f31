import type { JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { Refusal, type SimulationContext } from "../simulation/provider-definition.ts";

/** The version that the SDK of the recorded requests sends; objects have its fields. */
export const stripeApiVersion = "2026-10-28.endive";

/** Fields that an object has and that are empty here. */
export function nulls(...names: string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** Metadata as Stripe keeps it: texts alone. */
export function readMetadata(args: JsonObject): JsonObject {
  const metadata = valueAt(args, "metadata");
  if (typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) return {};
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)]));
}

/** What every stored object has. */
export function commonFields(args: JsonObject, context: SimulationContext): JsonObject {
  return { created: unixSeconds(context.now), livemode: false, metadata: readMetadata(args) };
}

/** Text of an argument, or null as Stripe shows what was not given. */
export function textOrNull(args: JsonObject, name: string): string | null {
  return textAt(args, name) ?? null;
}

/** Stores an object under its own id and gives it back. */
export function keep(context: SimulationContext, kind: string, document: JsonObject): JsonObject {
  context.put(kind, textAt(document, "id") ?? "", document);
  return document;
}

/** Stripe's list: newest first, by `limit`, `starting_after` and `ending_before`. */
export function getList(args: JsonObject, documents: readonly JsonObject[], url: string): JsonObject {
  const limit = Math.max(1, Math.min(numberAt(args, "limit") ?? 10, 100));
  const newest = documents.toReversed();
  const after = textAt(args, "starting_after");
  const before = textAt(args, "ending_before");
  const indexOf = (id: string) => newest.findIndex((document) => document.id === id);
  if (before !== undefined) {
    const rest = newest.slice(0, Math.max(0, indexOf(before)));
    return { object: "list", data: rest.slice(-limit), has_more: rest.length > limit, url };
  }
  const rest = after === undefined ? newest : newest.slice(indexOf(after) + 1);
  return { object: "list", data: rest.slice(0, limit), has_more: rest.length > limit, url };
}

/** Whether an object was made in the range `created[gt|gte|lt|lte]` of a list. */
export function isCreatedIn(args: JsonObject, { created }: JsonObject): boolean {
  const at = Number(created);
  const bound = (name: string) => numberAt(args, `created.${name}`);
  return (
    at > (bound("gt") ?? Number.NEGATIVE_INFINITY) &&
    at >= (bound("gte") ?? Number.NEGATIVE_INFINITY) &&
    at < (bound("lt") ?? Number.POSITIVE_INFINITY) &&
    at <= (bound("lte") ?? Number.POSITIVE_INFINITY)
  );
}

/** A list inside an object, such as the items of a subscription. */
export function innerList(data: readonly JsonObject[], url: string): JsonObject {
  return { object: "list", data: [...data], has_more: false, total_count: data.length, url };
}

export function missing(field: string): Refusal {
  return new Refusal("invalid_request", `Missing required param: ${field}.`, "parameter_missing");
}

export function invalid(message: string, field: string): Refusal {
  return new Refusal("invalid_request", message, `parameter_invalid_${field}`);
}

/** The common codes of kinds that CodeSpar's own tools speak of. */
const notFoundCodes: Readonly<Record<string, string>> = {
  payment_intent: "payment_not_found",
  "checkout.session": "checkout_not_found",
};

/** `what` as Stripe calls the kind, such as `customer`. */
export function noSuch(what: string, id: string): Refusal {
  return new Refusal(notFoundCodes[what] ?? "not_found", `No such ${what}: '${id}'`, "resource_missing");
}

/** The stored object, or why there is none. */
export function getStored(
  context: SimulationContext,
  kind: string,
  id: string,
  what = kind,
): JsonObject | Refusal {
  return context.get<JsonObject>(kind, id) ?? noSuch(what, id);
}

/** Whether a customer may be used; undefined names none. */
export function findCustomerProblem(context: SimulationContext, id: string | undefined): Refusal | undefined {
  if (id === undefined || context.get("customer", id) !== undefined) return undefined;
  return noSuch("customer", id);
}
