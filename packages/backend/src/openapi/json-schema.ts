import type { JsonSchema } from "@codespar/contract";
import { z } from "zod";

/**
 * A schema as OpenAPI 3.1 takes it: JSON Schema 2020-12, without the marks that only the contract's own generator reads.
 * `input` is what a caller may send, `output` what an answer holds.
 */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
  });
  return withoutMarks(rest);
}

function withoutMarks(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => keyword !== "terse" && keyword !== "~standard")
      .map(([keyword, value]) => [keyword, visit(value)]),
  );
}

function visit(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(visit);
  // whatever else is an object inside a schema is a schema, or a map of them
  return typeof value === "object" && value !== null ? withoutMarks(value as JsonSchema) : value;
}
