import type { JsonObjectSchema, JsonSchema } from "@codespar/sdk/agent";

export type StrictSchema = { ok: true; schema: JsonObjectSchema } | { ok: false; reason: string };

// Keywords that strict mode refuses and that cannot be left out without changing what is meant.
const refused = [
  "allOf",
  "oneOf",
  "not",
  "if",
  "patternProperties",
  "propertyNames",
  "prefixItems",
  "contains",
  "minProperties",
  "maxProperties",
  "uniqueItems",
  "dependentRequired",
  "dependentSchemas",
];
const annotations = new Set(["$schema", "$comment", "default", "examples", "readOnly", "writeOnly"]);

/**
 * The schema as OpenAI's strict mode takes it: every object closed, every property required, and what was optional
 * may be null. Nulls are dropped again before a call is sent, so what comes back is valid for the schema itself.
 */
export function convertStrictSchema(schema: JsonObjectSchema): StrictSchema {
  if (schema.anyOf !== undefined) return { ok: false, reason: "The root is a union" };
  try {
    // The root's type is kept, so an object stays one.
    return { ok: true, schema: convert(schema, "") as JsonObjectSchema };
  } catch (error) {
    if (error instanceof NotStrict) return { ok: false, reason: error.message };
    throw error;
  }
}

class NotStrict extends Error {}

function convert(schema: unknown, path: string): JsonSchema {
  if (!isSchema(schema) || Object.keys(schema).length === 0) throw new NotStrict(`${path} may be anything`);
  const keyword = refused.find((name) => name in schema);
  if (keyword !== undefined) throw new NotStrict(`${path || "The root"} uses ${keyword}`);
  const strict: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "$defs" || key === "definitions") strict[key] = convertEach(value, path);
    else if (key === "items") strict.items = convert(value, `${path}[]`);
    else if (key === "anyOf" && Array.isArray(value))
      strict.anyOf = value.map((option) => convert(option, path));
    else if (!annotations.has(key)) strict[key] = value;
  }
  if (schema.type === "array" && schema.items === undefined)
    throw new NotStrict(`${path} is a list of anything`);
  if (schema.type === "object") closeObject(schema, strict, path);
  return strict;
}

function closeObject(schema: JsonSchema, strict: JsonSchema, path: string): void {
  const { properties, additionalProperties, required } = schema;
  const isOpen =
    additionalProperties === undefined ? properties === undefined : additionalProperties !== false;
  if (isOpen) throw new NotStrict(`${path || "The root"} is an object with open keys`);
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const converted = Object.entries(convertEach(properties ?? {}, path)).map(([key, property]) => [
    key,
    needed.includes(key) ? property : orNull(property),
  ]);
  strict.properties = Object.fromEntries(converted);
  strict.required = converted.map(([key]) => key);
  strict.additionalProperties = false;
}

function convertEach(schemas: unknown, path: string): Record<string, JsonSchema> {
  const entries = Object.entries(isSchema(schemas) ? schemas : {});
  return Object.fromEntries(
    entries.map(([key, value]) => [key, convert(value, path === "" ? key : `${path}.${key}`)]),
  );
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf, description } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: "null" }] };
  if (type === undefined || "const" in schema) {
    // The description belongs to the property, not to one of its shapes.
    return { anyOf: [schema, { type: "null" }], ...(description === undefined ? {} : { description }) };
  }
  const types: unknown[] = Array.isArray(type) ? type : [type];
  const nullable = { ...schema, type: types.includes("null") ? types : [...types, "null"] };
  return Array.isArray(values) && !values.includes(null)
    ? { ...nullable, enum: [...values, null] }
    : nullable;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
