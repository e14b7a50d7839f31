import type { JsonObject } from "@codespar/contract";
import { randomAlphanumerics, unixSeconds } from "@codespar/formats";
import { isObject } from "../json/native-json.ts";
import { numberAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { commonFields, getList, keep, missing, noSuch, nulls, textOrNull } from "./object-fields.ts";

/** A period lasts three years at the most. */
const mostIntervals = new Map([
  ["day", 1095],
  ["week", 156],
  ["month", 36],
  ["year", 3],
]);

export function createProduct(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const name = textAt(args, "name");
  if (name === undefined) return missing("name");
  return keep(context, "product", {
    ...nulls(
      "default_price",
      "package_dimensions",
      "shippable",
      "statement_descriptor",
      "tax_code",
      "tax_details",
      "unit_label",
    ),
    id: `prod_${randomAlphanumerics(context.random, 14)}`,
    object: "product",
    active: valueAt(args, "active") !== false,
    description: textOrNull(args, "description"),
    images: textsAt(args, "images"),
    marketing_features: [],
    name,
    type: "service",
    updated: unixSeconds(context.now),
    url: textOrNull(args, "url"),
    ...commonFields(args, context),
  });
}

export function createPrice(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const currency = textAt(args, "currency");
  if (currency === undefined) return missing("currency");
  const product = getProduct(args, context);
  if (product instanceof Refusal) return product;
  const recurring = readRecurring(args);
  if (recurring instanceof Refusal) return recurring;
  const amount = numberAt(args, "unit_amount");
  return keep(context, "price", {
    ...nulls("custom_unit_amount", "tax_behavior", "tiers_mode", "transform_quantity"),
    id: `price_${randomAlphanumerics(context.random, 24)}`,
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    currency: currency.toLowerCase(),
    lookup_key: textOrNull(args, "lookup_key"),
    nickname: textOrNull(args, "nickname"),
    product,
    recurring,
    type: recurring === null ? "one_time" : "recurring",
    unit_amount: amount ?? null,
    unit_amount_decimal: amount === undefined ? null : String(amount),
    ...commonFields(args, context),
  });
}

export function listPrices(args: JsonObject, context: SimulationContext): JsonObject {
  const product = textAt(args, "product");
  const active = valueAt(args, "active");
  const matching = context
    .list<JsonObject>("price")
    .filter((price) => product === undefined || price.product === product)
    .filter((price) => typeof active !== "boolean" || price.active === active);
  return getList(args, matching, "/v1/prices");
}

/** A product that exists, or one that is made along with the price. */
function getProduct(args: JsonObject, context: CallContext): string | Refusal {
  const id = textAt(args, "product");
  if (id !== undefined) return context.get("product", id) === undefined ? noSuch("product", id) : id;
  const data = valueAt(args, "product_data");
  if (!isObject(data)) return missing("product");
  const made = createProduct(data, context);
  return made instanceof Refusal ? made : (textAt(made, "id") ?? "");
}

function readRecurring(args: JsonObject): JsonObject | null | Refusal {
  const recurring = valueAt(args, "recurring");
  if (!isObject(recurring)) return null;
  const interval = textAt(recurring, "interval");
  if (interval === undefined) return missing("recurring[interval]");
  const count = numberAt(recurring, "interval_count") ?? 1;
  if (count < 1 || count > (mostIntervals.get(interval) ?? 36)) {
    const message = "recurring.interval_count must be at least 1, and the period at most three years.";
    return new Refusal("invalid_request", message, "parameter_invalid_integer");
  }
  return { interval, interval_count: count, meter: null, trial_period_days: null, usage_type: "licensed" };
}
