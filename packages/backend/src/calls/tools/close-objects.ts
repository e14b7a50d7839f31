import type { JsonSchema } from "@codespar/contract";

/** The schema without room for fields that it does not name; objects of which it names none stay open. */
export function closeObjects(schema: JsonSchema): JsonSchema {
  const closed: JsonSchema = { ...schema };
  const { properties, additionalProperties, items } = schema;
  if (isSchema(properties) && Object.keys(properties).length > 0) {
    closed.properties = Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        name,
        isSchema(inner) ? closeObjects(inner) : inner,
      ]),
    );
    if (additionalProperties === undefined) closed.additionalProperties = false;
  }
  if (isSchema(additionalProperties)) closed.additionalProperties = closeObjects(additionalProperties);
  if (isSchema(items)) closed.items = closeObjects(items);
  return closed;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
