import type { Json, JsonSchema } from "@codespar/contract";

/** An object that has every required member of a schema, for somebody to fill in. */
export function sampleOf(schema: JsonSchema, depth = 0): Json {
  // a schema's own members, which the type leaves open
  const { properties, required, items } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
    items?: JsonSchema;
  };
  if (schema.default !== undefined) return schema.default as Json; // a default is JSON
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0] as Json; // so is an enum's member
  switch (schema.type) {
    case "object":
      if (depth > 4) return {};
      return Object.fromEntries(
        (required ?? []).map((name) => [name, sampleOf(properties?.[name] ?? {}, depth + 1)]),
      );
    case "array":
      return items === undefined || depth > 4 ? [] : [sampleOf(items, depth + 1)];
    case "integer":
    case "number":
      return typeof schema.minimum === "number" ? schema.minimum : 0;
    case "boolean":
      return false;
    default:
      return "";
  }
}
