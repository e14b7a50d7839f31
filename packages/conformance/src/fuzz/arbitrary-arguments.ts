import type { Json, JsonSchema } from "@codespar/contract";
import fc from "fast-check";

/** Words that mean something somewhere, beside those that mean nothing. */
const words = [
  "BR",
  "MX",
  "BRL",
  "MXN",
  "CLP",
  "pix",
  "boleto",
  "spei",
  "webpay",
  "credit_card",
  "nfse",
  "cfdi",
  "sped",
  "egreso",
  "get",
  "cancel",
  "track",
  "11144477735",
  "01310100",
  "2026-12-01",
  "2026-11",
  "+5511987654321",
  "ana@example.com",
  "tok_visa",
  "tok_constructor",
  "sandbox:never_pays",
  "sandbox:reject:constructor",
  "__proto__",
  "\u0000",
  "📦",
  "0",
] as const;

const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(...words, null, true, 0, 1, -1, 1e15, 1e200, { toString: 1 }),
  // what a JSON text says is JSON
  fc.json().map((text) => JSON.parse(text) as Json),
);

/** Values that mostly fit a schema, and are strange wherever it lets them be. */
export function getArguments(schema: JsonSchema | undefined, depth = 0): fc.Arbitrary<Json> {
  if (schema === undefined || depth > 5) return anyJson;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) {
    return fc.oneof(...alternatives.map((alternative) => getArguments(asSchema(alternative), depth)));
  }
  if (Object.hasOwn(schema, "const")) return fc.constant(schema.const as Json); // what JSON Schema compares JSON with
  if (Array.isArray(schema.enum)) {
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom<Json>(...schema.enum) },
      { weight: 1, arbitrary: anyJson },
    );
  }
  switch (schema.type) {
    case "object":
      return getObject(schema, depth);
    case "array":
      return fc.array(getArguments(asSchema(schema.items), depth + 1), { maxLength: 3 });
    case "integer":
      return fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer());
    case "number":
      return fc.oneof(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
    case "boolean":
      return fc.boolean();
    default:
      return fc.oneof(fc.constantFrom(...words), fc.string());
  }
}

function getObject(schema: JsonSchema, depth: number): fc.Arbitrary<Json> {
  const { properties, required, additionalProperties } = schema;
  if (typeof properties !== "object" || properties === null) {
    const members = asSchema(additionalProperties);
    if (members === undefined) return anyJson;
    const names = fc.oneof(fc.constantFrom(...words), fc.string());
    return fc.dictionary(names, getArguments(members, depth + 1), { maxKeys: 4 });
  }
  const members: Record<string, fc.Arbitrary<Json>> = {};
  for (const [name, member] of Object.entries(properties)) {
    const value = getArguments(asSchema(member), depth + 1);
    const isRequired = Array.isArray(required) && required.includes(name);
    members[name] = isRequired ? value : fc.option(value, { nil: missing });
  }
  return fc.record(members).map(withoutMissing);
}

const missing = "\u0000missing";

function withoutMissing(object: Record<string, Json>): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== missing));
}

function asSchema(value: unknown): JsonSchema | undefined {
  // a member of a JSON Schema is one itself, or a boolean
  return typeof value === "object" && value !== null ? (value as JsonSchema) : undefined;
}
