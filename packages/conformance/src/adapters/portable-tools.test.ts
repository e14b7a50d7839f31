import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { type JsonSchema, selectTools, type Tool } from "@codespar/sdk/agent";
import { describe, expect, it } from "vitest";

const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
const codespar = new CodeSpar({ apiKey: "csk_test_x", transport: sandbox.transport });
const session = await codespar.sessions.create({ preset: "all" });
const tools = await selectTools(session, "all");

/** Every schema of a tool's input, with where it is. */
function* getSchemas(schema: unknown, path: string): Generator<[path: string, schema: JsonSchema]> {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return;
  yield [path, schema as JsonSchema];
  const { properties, items, anyOf, additionalProperties }: JsonSchema = { ...schema };
  for (const [name, inner] of Object.entries(properties ?? {})) yield* getSchemas(inner, `${path}.${name}`);
  yield* getSchemas(items, `${path}[]`);
  yield* getSchemas(additionalProperties, `${path}{}`);
  for (const [index, inner] of Object.entries(anyOf ?? {})) yield* getSchemas(inner, `${path}|${index}`);
}

/** Where a rule is broken, over all tools. */
function breaches(isBroken: (schema: JsonSchema) => boolean): string[] {
  return tools.flatMap((tool) =>
    [...getSchemas(tool.input_schema, tool.name)]
      .filter(([, schema]) => isBroken(schema))
      .map(([path]) => path),
  );
}

const getNames = ({ properties = {} }: JsonSchema) => Object.keys(Object(properties));
const geminiKeywords: ReadonlySet<string> = new Set([
  ...["type", "format", "title", "description", "nullable", "default", "enum", "anyOf"],
  ...["items", "minItems", "maxItems", "properties", "required", "minProperties", "maxProperties"],
  ...["minLength", "maxLength", "pattern", "minimum", "maximum", "additionalProperties"],
]);

/** What each client refuses a whole list for. */
const rules: Readonly<Record<string, (schema: JsonSchema) => boolean>> = {
  // "Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'", Anthropic's API
  "Claude: names of properties": (schema) =>
    getNames(schema).some((name) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(name)),
  // "array schema missing items", OpenAI's API; "tool parameters array type must have items", VS Code
  "OpenAI, VS Code: lists have items": ({ type, items }) => type === "array" && items === undefined,
  // The API's Schema has one type, and "items: missing field" for an empty one
  "Gemini: one type each": ({ type }) => Array.isArray(type),
  "Gemini: items have a type": ({ type, items }) =>
    type === "array" && !("type" in Object(items) || "anyOf" in Object(items)),
  // "only 'enum' and 'date-time' are supported for STRING type"
  "Gemini: formats of texts": ({ type, format }) =>
    type === "string" && format !== undefined && format !== "date-time",
  // "only allowed for STRING type"
  "Gemini: values to choose from are texts": ({ enum: values }) =>
    Array.isArray(values) && values.some((value) => typeof value !== "string" || value === ""),
  "Gemini: what is required exists": (schema) =>
    Array.isArray(schema.required) &&
    schema.required.some((name) => !getNames(schema).includes(String(name))),
  // what the API's Schema has fields for; another one is "Invalid JSON payload received. Unknown name"
  "Gemini: keywords": (schema) => Object.keys(schema).some((keyword) => !geminiKeywords.has(keyword)),
  "all: every property has a description": (schema) =>
    !("type" in schema || "anyOf" in schema || "enum" in schema),
};

describe("every tool of every server", () => {
  it("is there", () => {
    expect(tools.length).toBeGreaterThan(490);
  });

  it.each(Object.entries(rules))("%s", (_, isBroken) => {
    expect(breaches(isBroken)).toEqual([]);
  });

  it.each<[string, (tool: Tool) => boolean]>([
    // Anthropic and OpenAI; Google's begin with a letter or an underscore
    ["all: names of tools", ({ name }) => !/^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/.test(name)],
    // "the combined server and tool name exceeds 60 characters", Cursor; the config writers call the server "codespar"
    ["Cursor: names with the server's", ({ name }) => `codespar_${name}`.length > 60],
    // OpenAI's API
    ["OpenAI: descriptions", ({ description }) => description === "" || description.length > 1024],
    ["all: the root is an object", ({ input_schema }) => input_schema.type !== "object"],
  ])("%s", (_, isBroken) => {
    expect(tools.filter(isBroken).map(({ name }) => name)).toEqual([]);
  });

  it("has its properties in the provider's order", async () => {
    const own = await session.tools();
    const orders = (list: readonly Tool[], decode: (name: string) => string) =>
      list.map(({ name, input_schema }) => [name, getNames(input_schema).map(decode)]);
    const { decodeName } = await import("@codespar/sdk/agent");
    expect(orders(tools, decodeName)).toEqual(orders(own, (name) => name));
  });
});
