import type { JsonObjectSchema, JsonSchema, Tool } from "@codespar/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPortableTool } from "./portable-tool.ts";
import { decodeName, decodeNames, encodeName } from "./property-names.ts";

const getSchema = (input_schema: JsonObjectSchema) => {
  const tool: Tool = { name: "t", description: "", input_schema, server: "s", kind: "native", risk: "read" };
  return toPortableTool(tool).input_schema;
};
const property = (schema: JsonSchema) =>
  getSchema({ type: "object", properties: { a: schema } }).properties?.a;

describe("toPortableTool", () => {
  it("keeps the order of properties, and their names where those fit", () => {
    const properties = { $top: {}, name: {}, $filter: {}, "a.b": {} };
    const schema = getSchema({ type: "object", properties, required: ["$filter"] });
    expect(Object.keys(schema.properties ?? {})).toEqual(["_x24_top", "name", "_x24_filter", "a.b"]);
    expect(schema.required).toEqual(["_x24_filter"]);
  });

  it.each([
    [
      "a list of types",
      { type: ["integer", "string"], description: "Id." },
      { description: "Id.", anyOf: [{ type: "integer" }, { type: "string" }] },
    ],
    ["a list without items", { type: "array" }, { type: "array", items: {} }],
    [
      "a format",
      { type: "string", format: "email", description: "Where." },
      { type: "string", description: "Where. (format: email)" },
    ],
    [
      "a format that all take",
      { type: "string", format: "date-time" },
      { type: "string", format: "date-time" },
    ],
    [
      "numbers to choose from",
      { type: "integer", enum: [1, 2] },
      { type: "integer", description: "(one of 1, 2)" },
    ],
    [
      "bounds that not all know",
      { type: "number", minimum: 5, multipleOf: 0.01, description: "Reais." },
      { type: "number", minimum: 5, description: "Reais. (multipleOf: 0.01)" },
    ],
    ["a constant", { type: "string", const: "pix" }, { type: "string", enum: ["pix"] }],
    [
      "one of several",
      { oneOf: [{ const: "a" }, { type: ["string", "null"] }] },
      { anyOf: [{ enum: ["a"] }, { anyOf: [{ type: "string" }, { type: "null" }] }] },
    ],
    [
      "what is within a list",
      { type: "array", items: { type: "array" } },
      { type: "array", items: { type: "array", items: {} } },
    ],
  ])("rewrites %s", (_, schema, expected) => {
    expect(property(schema)).toEqual(expected);
  });

  it("leaves alone what all take", () => {
    const schema = {
      type: "object",
      properties: { a: { type: "string", minLength: 1, pattern: "^a" } },
      required: ["a"],
    } as const;
    const plain = { ...schema, required: ["a"] };
    expect(getSchema(plain)).toEqual(plain);
  });
});

describe("names of properties", () => {
  it.each([
    ["$filter", "_x24_filter"],
    ["@type", "_x40_type"],
    ["ação", "a_xe7__xe3_o"],
    ["_x24_x24_", "_x5f_x24_x5f_x24_"],
    ["_x24$", "_x5f_x24_x24_"],
  ])("%s is %s and back", (name, encoded) => {
    expect(encodeName(name)).toBe(encoded);
    expect(decodeName(encoded)).toBe(name);
  });

  it("come back, whatever they are", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("_x24_", "_x5f_", "x24_", "_x", "_", "$", "_xZ_"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const name = pieces.join("");
        expect(encodeName(name)).toMatch(/^[a-zA-Z0-9_.-]*$/);
        expect(decodeName(encodeName(name))).toBe(name);
      }),
    );
  });

  it("are decoded at every depth, in order, and with no way to a prototype", () => {
    const args = JSON.parse('{"_x24_top":1,"list":[{"_x24_skip":2}],"__proto__":{"_x24_a":3}}');
    expect(JSON.stringify(decodeNames(args))).toBe('{"$top":1,"list":[{"$skip":2}],"__proto__":{"$a":3}}');
  });
});
