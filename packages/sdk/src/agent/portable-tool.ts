import type { JsonObjectSchema, JsonSchema, Tool } from "@codespar/contract";
import { encodeName } from "./property-names.ts";

/** Google's API takes no other format of a string; elsewhere one that is left out is only not checked before the call. */
const portableFormats: ReadonlySet<unknown> = new Set(["date-time"]);

/** Bounds that Google's Schema has no keyword for: said to the model, and checked by the backend before a call leaves. */
const saidBounds: ReadonlySet<string> = new Set([
  "multipleOf",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "uniqueItems",
  "contentEncoding",
  "contentMediaType",
]);

/**
 * A tool as the clients of all vendors take it. Schemas are the providers' own, and one property that a client does not take
 * makes it refuse the whole list: names beside letters, digits, `_`, `.` and `-` (Anthropic), lists of types, formats and values
 * that are no texts in `enum` (Google), lists without `items` (VS Code, OpenAI). Order and meaning stay; what cannot be said in
 * the schema becomes words in the description.
 */
export function toPortableTool(tool: Tool): Tool {
  const input_schema = convert(tool.input_schema) as JsonObjectSchema; // the root stays an object
  return { ...tool, input_schema };
}

function convert(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  if (Array.isArray(type)) return convert(spreadTypes(schema, type));
  const portable: JsonSchema = {};
  const said: string[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "properties") portable.properties = mapValues(value, convertValue, encodeName);
    else if (keyword === "required" && Array.isArray(value))
      portable.required = value.map((name) => encodeName(String(name)));
    else if (keyword === "oneOf" || keyword === "anyOf") portable.anyOf = convertList(value);
    else if (keyword === "items" || keyword === "additionalProperties")
      portable[keyword] = convertValue(value);
    else if (keyword === "format" && type === "string" && !portableFormats.has(value))
      said.push(`format: ${value}`);
    else if (keyword === "const") portable.enum = [value];
    else if (saidBounds.has(keyword)) said.push(`${keyword}: ${JSON.stringify(value)}`);
    else portable[keyword] = value;
  }
  if (type === "array") portable.items ??= {};
  if (Array.isArray(portable.enum) && portable.enum.some((value) => typeof value !== "string")) {
    said.push(`one of ${portable.enum.map((value) => JSON.stringify(value)).join(", ")}`);
    delete portable.enum;
  }
  if (said.length > 0)
    portable.description = [schema.description, `(${said.join("; ")})`].filter(Boolean).join(" ");
  return portable;
}

/** `type: ["string", "integer"]` as `anyOf`. */
function spreadTypes(
  { type: _, description, ...keywords }: JsonSchema,
  types: readonly unknown[],
): JsonSchema {
  const shapes = types.map((type) => ({ type, ...keywords }));
  return { ...(description === undefined ? {} : { description }), anyOf: shapes };
}

function convertList(schemas: unknown): unknown {
  return Array.isArray(schemas) ? schemas.map(convertValue) : schemas;
}

function convertValue(value: unknown): unknown {
  return isSchema(value) ? convert(value) : value;
}

function mapValues(
  value: unknown,
  change: (value: unknown) => unknown,
  rename: (name: string) => string,
): unknown {
  if (!isSchema(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [rename(name), change(item)]));
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
