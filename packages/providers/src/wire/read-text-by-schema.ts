import type { Json, JsonObject, JsonSchema } from "@codespar/contract";

/** The fields of a query or form in the kinds that the schema of the whole says. */
export function readFieldsBySchema(fields: JsonObject, schema: JsonSchema | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, member]) => [key, readTextBySchema(member, memberSchema(schema, key))]),
  );
}

/** The same fields, with a list of one where a key that is repeated for a list came once; or with all that stand between commas. */
export function wrapSingleItems(
  fields: JsonObject,
  schema: JsonSchema | undefined,
  lists: "brackets" | "commas" | "repeated" = "repeated",
): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, member]) => {
      const isSingle = typeof member === "string" && listTypes(memberSchema(schema, key)).includes("array");
      if (!isSingle) return [key, member];
      return [key, lists === "commas" ? member.split(",") : [member]];
    }),
  );
}

/**
 * Gives what came as text the kind that its schema says: numbers, booleans, and lists that came as objects with numbers for
 * keys. What does not fit stays text, for the schema's check to refuse.
 */
function readTextBySchema(value: Json, schema: JsonSchema | undefined): Json {
  if (typeof value === "string") return readScalar(value, schema);
  if (Array.isArray(value)) return value.map((item) => readTextBySchema(item, schemaAt(schema?.items)));
  if (typeof value !== "object" || value === null) return value;
  if (isList(value, schema)) {
    const items = schemaAt(schema?.items);
    return Object.values(value).map((item) => readTextBySchema(item, items));
  }
  return readFieldsBySchema(value, schema);
}

function readScalar(text: string, schema: JsonSchema | undefined): Json {
  const types = listTypes(schema);
  const isNumeric = types.includes("number") || types.includes("integer");
  if (isNumeric && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  // an empty text unsets, which JSON says with null
  if (text === "" && types.includes("null")) return null;
  return text;
}

function isList(value: JsonObject, schema: JsonSchema | undefined): boolean {
  const types = listTypes(schema);
  if (types.length > 0) return types.includes("array");
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key, index) => key === String(index));
}

/** What a member of an object is: named, or any of `additionalProperties`. */
function memberSchema(schema: JsonSchema | undefined, key: string): JsonSchema | undefined {
  const properties = schemaAt(schema?.properties);
  const named = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
  return schemaAt(named) ?? schemaAt(schema?.additionalProperties);
}

function listTypes(schema: JsonSchema | undefined): readonly string[] {
  const type = schema?.type;
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((name) => typeof name === "string") : [];
}

/** A schema's own shape, which JsonSchema leaves open. */
function schemaAt(value: unknown): JsonSchema | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonSchema)
    : undefined;
}
