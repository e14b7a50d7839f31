import type { ArgumentIssue } from "@codespar/backend/ports";
import type { Json, JsonObject, JsonSchema } from "@codespar/contract";

/** What a tool's input schema has against arguments that came over the wire, the outer before the inner. */
export function checkArguments(
  args: JsonObject,
  schema: JsonSchema,
  { refusesUnknown = false }: { refusesUnknown?: boolean | undefined } = {},
): ArgumentIssue[] {
  return checkObject(args, schema, "", refusesUnknown);
}

function checkObject(
  value: JsonObject,
  schema: JsonSchema,
  at: string,
  refusesUnknown: boolean,
): ArgumentIssue[] {
  // a schema's own shape, which JsonSchema leaves open
  const { properties, required = [] } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  const issues: ArgumentIssue[] = [];
  for (const name of required) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member === undefined || member === null || member === "")
      issues.push({ path: join(at, name), problem: "missing" });
  }
  const isOpen = properties === undefined || Object.keys(properties).length === 0;
  for (const [name, member] of Object.entries(value)) {
    const inner = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (inner !== undefined) issues.push(...checkValue(member, inner, join(at, name), refusesUnknown));
    else if (refusesUnknown && !isOpen) issues.push({ path: join(at, name), problem: "unknown" });
  }
  return issues;
}

function checkValue(value: Json, schema: JsonSchema, at: string, refusesUnknown: boolean): ArgumentIssue[] {
  // providers take null for what is left out
  if (value === null) return [];
  const types = listTypes(schema);
  if (
    types.length > 0 &&
    !types.includes(getType(value)) &&
    !(types.includes("number") && getType(value) === "integer")
  ) {
    return [{ path: at, problem: "type" }];
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return [{ path: at, problem: "enum" }];
  if (typeof value === "string") return checkText(value, schema, at);
  if (typeof value === "number") return checkLimits(value, schema.minimum, schema.maximum, at, "range");
  if (Array.isArray(value)) {
    const items = schema.items;
    const size = checkLimits(value.length, schema.minItems, schema.maxItems, at, "length");
    if (size.length > 0 || !isSchema(items)) return size;
    return value.flatMap((item, index) => checkValue(item, items, join(at, String(index)), refusesUnknown));
  }
  return typeof value === "object" ? checkObject(value, schema, at, refusesUnknown) : [];
}

function checkText(
  value: string,
  { minLength, maxLength, pattern }: JsonSchema,
  at: string,
): ArgumentIssue[] {
  const size = checkLimits([...value].length, minLength, maxLength, at, "length");
  if (size.length > 0 || typeof pattern !== "string" || new RegExp(pattern, "u").test(value)) return size;
  return [{ path: at, problem: "pattern" }];
}

function checkLimits(
  size: number,
  least: unknown,
  most: unknown,
  path: string,
  problem: ArgumentIssue["problem"],
): ArgumentIssue[] {
  const isShort = typeof least === "number" && size < least;
  const isLong = typeof most === "number" && size > most;
  return isShort || isLong ? [{ path, problem, limit: Number(isShort ? least : most) }] : [];
}

function listTypes(schema: JsonSchema): readonly unknown[] {
  if (schema.type === undefined) return [];
  return Array.isArray(schema.type) ? schema.type : [schema.type];
}

function getType(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function join(at: string, name: string): string {
  return at === "" ? name : `${at}.${name}`;
}
