import type { JsonSchema } from "@codespar/contract";
import { z } from "@codespar/contract/schemas";

/**
 * A schema as OpenAPI 3.1 takes it: JSON Schema 2020-12, without the marks that only the contract's own generator reads.
 * `input` is what a caller may send, `output` what a response holds.
 */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
  });
  return withoutMarks(rest);
}

/** Schemas by name, as components of one document: where one holds another, it refers to it. */
export function jsonSchemas(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: "input" | "output",
): Record<string, JsonSchema> {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) named.add(schema, { id });
  const components = z.toJSONSchema(named, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
    uri: (id) => `#/components/schemas/${id}`,
  }).schemas;
  return Object.fromEntries(
    Object.entries(components).map(([id, { $schema: _dialect, $id: _uri, ...rest }]) => [
      id,
      withoutMarks(rest),
    ]),
  );
}

function withoutMarks(schema: JsonSchema): JsonSchema {
  // the format says it, and a page of pattern says it again
  const spare = new Set(["terse", "~standard", ...(schema.format === "date-time" ? ["pattern"] : [])]);
  const entries = Object.entries(schema).filter(([keyword]) => !spare.has(keyword));
  // generators of clients read an object without further fields as one without properties
  if (schema.type === "object" && Object.keys(schema).length === 1)
    entries.push(["additionalProperties", true]);
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, visit(value)]));
}

function visit(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(visit);
  // whatever else is an object inside a schema is a schema, or a map of them
  return typeof value === "object" && value !== null ? withoutMarks(value as JsonSchema) : value;
}
