import type { JsonObjectSchema, JsonSchema } from "@codespar/sdk/agent";

export type StrictSchema = { ok: true; schema: JsonObjectSchema } | { ok: false; reason: string };

const kept = new Set(["type", "enum", "const", "description", "title", "required", "$ref"]);
const formats = new Set("date-time time date duration email hostname uri ipv4 ipv6 uuid".split(" "));
const refused = ["patternProperties", "propertyNames", "prefixItems", "not", "if", "dependentSchemas"];

/**
 * The schema as Claude's strict mode takes it: every object closed, and what constrained sampling cannot hold said in
 * the description instead. The backend still holds it. Objects with open keys cannot be expressed.
 */
export function convertStrictSchema(schema: JsonObjectSchema): StrictSchema {
  try {
    // The root's type is kept, so an object stays one.
    return { ok: true, schema: convert(schema, "") as JsonObjectSchema };
  } catch (error) {
    if (error instanceof NotStrict) return { ok: false, reason: error.message };
    throw error;
  }
}

class NotStrict extends Error {}

function convert(schema: JsonSchema, path: string): JsonSchema {
  const keyword = refused.find((name) => name in schema);
  if (keyword !== undefined) throw new NotStrict(`${path || "The schema"} uses ${keyword}`);
  const strict: JsonSchema = {};
  const said: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (kept.has(key) || (key === "format" && formats.has(String(value)))) strict[key] = value;
    else if (key === "minItems" && (value === 0 || value === 1)) strict[key] = value;
    else if (key === "properties" || key === "$defs") strict[key] = convertEach(value, path);
    else if (key === "items") strict[key] = convertWithin(value, `${path}[]`);
    else if (key === "anyOf" || key === "oneOf") strict.anyOf = convertList(value, path);
    else if (key === "allOf") strict.allOf = convertList(value, path);
    else if (key !== "additionalProperties" && key !== "$schema")
      said.push(`${key}: ${JSON.stringify(value)}`);
  }
  if (schema.type === "object") close(schema, strict, path);
  if (said.length > 0) {
    strict.description = [schema.description, `(${said.join(", ")})`].filter(Boolean).join(" ");
  }
  return strict;
}

function close(schema: JsonSchema, strict: JsonSchema, path: string): void {
  const { additionalProperties, properties } = schema;
  const isOpen =
    additionalProperties === undefined ? properties === undefined : additionalProperties !== false;
  if (isOpen) throw new NotStrict(`${path || "The root"} is an object with open keys`);
  strict.properties ??= {};
  strict.additionalProperties = false;
}

function convertEach(schemas: unknown, path: string): JsonSchema {
  const entries = Object.entries(isSchema(schemas) ? schemas : {});
  return Object.fromEntries(
    entries.map(([key, value]) => [key, convertWithin(value, path === "" ? key : `${path}.${key}`)]),
  );
}

function convertList(schemas: unknown, path: string): JsonSchema[] {
  return Array.isArray(schemas) ? schemas.map((schema) => convertWithin(schema, path)) : [];
}

function convertWithin(schema: unknown, path: string): JsonSchema {
  if (isSchema(schema) && Object.keys(schema).length > 0) return convert(schema, path);
  throw new NotStrict(`${path} may be anything`);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
