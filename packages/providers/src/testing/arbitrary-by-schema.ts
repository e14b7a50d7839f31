import type { Json, JsonObject, JsonSchema } from "@codespar/contract";
import fc from "fast-check";

/** Text that a form can carry and a number cannot be taken for, unless the schema says text. */
const anyText = fc.string({ unit: "grapheme", maxLength: 20 });
const fieldName = fc.stringMatching(/^[a-z][a-z_]{0,11}$/);

/** Arguments that fit a tool's input schema: all that is required, any of the rest. */
export function arbitraryArguments(schema: JsonSchema): fc.Arbitrary<JsonObject> {
  // what a schema's members are; JsonSchema leaves it open
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  const names = Object.keys(properties);
  if (names.length === 0) return fc.dictionary(fieldName, anyText, { minKeys: 1, maxKeys: 3 });
  const model = Object.fromEntries(names.map((name) => [name, arbitraryValue(properties[name] ?? {})]));
  return fc
    .record(model, { requiredKeys: names.filter((name) => required.includes(name)) })
    .map((args): JsonObject => ({ ...args }));
}

function arbitraryValue(schema: JsonSchema): fc.Arbitrary<Json> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as Json[])); // schemas are JSON
  const type: unknown = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "integer":
      return fc.integer({ min: 0, max: 10_000_000 });
    case "number":
      return fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100);
    case "boolean":
      return fc.boolean();
    case "array":
      // an empty list or object has no bytes in a form
      return fc.array(arbitraryValue((schema.items ?? {}) as JsonSchema), { minLength: 1, maxLength: 3 });
    case "object":
      return arbitraryArguments(schema).filter((value) => Object.keys(value).length > 0);
    default:
      return anyText;
  }
}
