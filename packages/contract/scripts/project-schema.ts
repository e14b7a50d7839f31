import { z } from "zod";
import type { JsonObjectSchema, JsonSchema } from "../src/wire/json.ts";

/** Keywords that a model does not need and that vendors treat each in their own way; the backend checks them all. */
const stripped: ReadonlySet<string> = new Set([
  "$schema",
  "additionalProperties",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "pattern",
  "format",
]);

/** The JSON Schema that is advertised for a zod schema: it accepts everything that the schema accepts, and more. */
export function projectSchema(schema: z.ZodType, io: "input" | "output"): JsonObjectSchema {
  const projected = strip(z.toJSONSchema(schema, { io }));
  if (projected.type !== "object") throw new Error("A tool's schema must be an object.");
  return { ...projected, type: "object" };
}

function strip({ terse, advertised, ...schema }: JsonSchema): JsonSchema {
  // A list of words that another tool or field has shown already is not repeated.
  const dropped = (keyword: string) => stripped.has(keyword) || (terse === true && keyword === "enum");
  const entries = Object.entries(schema).filter(([keyword]) => !dropped(keyword));
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, stripValue(keyword, value)]));
}

function stripValue(keyword: string, value: unknown): unknown {
  // Names under `properties` are fields, not keywords: a field may well be called `format`.
  if (keyword === "properties" && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        // further properties are accepted, so a field that is not shown is still taken
        .filter(([, child]) => !(isObject(child) && child.advertised === false))
        .map(([name, child]) => [name, isObject(child) ? strip(child) : child]),
    );
  }
  if (keyword === "items" && isObject(value)) return strip(value);
  return value;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
