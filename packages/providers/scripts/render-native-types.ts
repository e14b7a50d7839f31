import type { ProviderDefinition } from "../src/catalogue/define-provider.ts";

/** A JSON Schema, as the definitions have it. */
type Schema = Readonly<Record<string, unknown>>;

const anyObject = "Readonly<Record<string, unknown>>";

/** The text of `contract/src/generated/native-tools.ts`, before formatting: types alone, so that nobody pays who does not use them. */
export function renderNativeTypes(definitions: readonly ProviderDefinition[]): string {
  const tools = definitions
    .flatMap((definition) => Object.entries(definition.tools))
    .map(([name, { description, input }]) => `${comment(description)}${name}: ${typeOf(input)};`);
  return [
    "// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.",
    "",
    "/** The arguments of every native tool, from its schema. */",
    "export interface NativeToolInputs {",
    ...tools,
    "}",
    "",
  ].join("\n");
}

function typeOf(schema: unknown): string {
  if (!isSchema(schema)) return "unknown";
  const { type, enum: values, anyOf, oneOf, const: only, items, properties } = schema;
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(values)) return union(values.map((value) => JSON.stringify(value)));
  const options = anyOf ?? oneOf;
  if (Array.isArray(options)) return union(options.map(typeOf));
  if (Array.isArray(type)) return union(type.map((one) => typeOf({ ...schema, type: one })));
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `readonly (${typeOf(items)})[]`;
    case "object":
      return isSchema(properties) ? objectOf(properties, schema.required) : anyObject;
    default:
      return "unknown";
  }
}

function objectOf(properties: Schema, required: unknown): string {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const fields = Object.entries(properties).map(([name, schema]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    const description = isSchema(schema) && typeof schema.description === "string" ? schema.description : "";
    const isNeeded = needed.includes(name);
    return `${comment(description)}${key}${isNeeded ? "" : "?"}: ${typeOf(schema)}${isNeeded ? "" : " | undefined"};`;
  });
  return fields.length === 0 ? anyObject : `{\n${fields.join("\n")}\n}`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

function comment(text: string): string {
  return text === "" ? "" : `/** ${text.replaceAll("*/", "* /").replace(/\s+/g, " ")} */\n`;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
