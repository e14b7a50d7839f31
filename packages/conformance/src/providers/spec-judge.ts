import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import formats from "ajv-formats";
import type { ProviderResponse } from "./provider-calls.ts";

type Schema = Record<string, unknown>;

interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, SpecResponse> }>>;
  components: { schemas: Record<string, Schema>; responses?: Record<string, SpecResponse> };
}

interface SpecResponse {
  $ref?: string;
  content?: Record<string, { schema: Schema }>;
}

export interface Judgement {
  /** What the spec has against the responses, without the places in lists, each once. */
  problems: string[];
  /** Responses that the spec has a schema for. */
  judged: number;
  /** Of the fields that the schemas require of each object that was seen, those that it had. */
  required: FieldCount;
  /** The same of all fields that they name. */
  named: FieldCount;
}

export interface FieldCount {
  all: number;
  seen: number;
  missing: string[];
}

/** Holds responses against OpenAPI files of others. */
export function judgeBySpecs(files: readonly string[], responses: readonly ProviderResponse[]): Judgement {
  const problems = new Set<string>();
  let judged = 0;
  const objects = new Map<string, { schema: Schema; keys: Set<string> }>();
  for (const file of files) {
    const spec: OpenApi = JSON.parse(readFileSync(file, "utf8"));
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
    formats.default(ajv);
    ajv.addSchema({ $id: "spec", components: { schemas: withNulls(spec.components.schemas) } });
    for (const response of responses) {
      const found = findSchema(spec, response);
      if (found === undefined) continue;
      judged += 1;
      const validate = ajv.compile(pointIntoSpec(withNulls(found.schema)) as Schema);
      if (!validate(withoutNulls(response.body, file)))
        for (const error of validate.errors ?? []) problems.add(`${found.name} ${describe(error)}`);
      collect(spec, found.schema, response.body, objects);
    }
  }
  const lists = [...objects].map(([name, { schema, keys }]) => ({
    name,
    keys,
    required: (schema.required as string[] | undefined) ?? [],
    named: Object.keys((schema.properties as Schema | undefined) ?? {}),
  }));
  return {
    problems: [...problems].toSorted(),
    judged,
    required: countFields(lists.map(({ name, keys, required }) => ({ name, keys, fields: required }))),
    named: countFields(lists.map(({ name, keys, named }) => ({ name, keys, fields: named }))),
  };
}

/** How many fields there are and how many of them were seen. */
export function countFields(
  objects: readonly { name: string; fields: readonly string[]; keys: ReadonlySet<string> }[],
): FieldCount {
  const missing = objects.flatMap(({ name, fields, keys }) =>
    fields.filter((field) => !keys.has(field)).map((field) => `${name}.${field}`),
  );
  const all = objects.reduce((sum, { fields }) => sum + fields.length, 0);
  return { all, seen: all - missing.length, missing: missing.toSorted() };
}

function findSchema(
  spec: OpenApi,
  { method, path, status }: ProviderResponse,
): { name: string; schema: Schema } | undefined {
  const [bare = ""] = path.split("?");
  const segments = bare.split("/").filter((segment) => segment !== "");
  for (const [template, operations] of Object.entries(spec.paths)) {
    const parts = template.split("/").filter((part) => part !== "");
    const fits =
      parts.length === segments.length &&
      parts.every((part, index) => part.startsWith("{") || part === segments[index]);
    // `/v1/payments/search` is no payment of that id
    const isLoose = parts.some((part, index) => part.startsWith("{") && segments[index] === "search");
    const operation = operations[method.toLowerCase()];
    if (!fits || isLoose || operation === undefined) continue;
    const written = operation.responses[String(status)] ?? operation.responses.default;
    const shared = written?.$ref?.split("/").at(-1);
    const described = shared === undefined ? written : spec.components.responses?.[shared];
    // some name a version of their own in the type
    const [type = "application/json"] = Object.keys(described?.content ?? {}).filter((name) =>
      name.endsWith("json"),
    );
    const schema = described?.content?.[type]?.schema;
    if (schema !== undefined) return { name: `${method} ${template}`, schema };
  }
  return undefined;
}

/** The fields of every named schema that a response has, through references and lists. */
function collect(
  spec: OpenApi,
  schema: Schema,
  value: unknown,
  into: Map<string, { schema: Schema; keys: Set<string> }>,
): void {
  if (Array.isArray(value)) {
    const items = schema.items as Schema | undefined;
    if (items !== undefined) for (const item of value) collect(spec, items, item, into);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  const resolved = name === undefined ? schema : (spec.components.schemas[name] ?? {});
  if (name !== undefined) {
    const entry = into.get(name) ?? { schema: resolved, keys: new Set<string>() };
    for (const key of Object.keys(value)) entry.keys.add(key);
    into.set(name, entry);
  }
  const properties = (resolved.properties ?? {}) as Record<string, Schema>;
  for (const [key, member] of Object.entries(value)) {
    const inner = properties[key];
    if (inner === undefined) continue;
    for (const each of (inner.anyOf as Schema[] | undefined) ?? [inner]) collect(spec, each, member, into);
  }
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a type. */
function withNulls(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNulls);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema)
      // in 3.0 these are flags beside the limit, which JSON Schema does not know
      .filter(([key, member]) => !/^exclusiveM(?:in|ax)imum$/.test(key) || typeof member === "number")
      .map(([key, member]) => [key, withNulls(member)]),
  ) as Schema;
  return nullable === true ? { anyOf: [rest, { type: "null" }] } : rest;
}

function pointIntoSpec(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointIntoSpec);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, member]) => [
      key,
      key === "$ref" && typeof member === "string" ? member.replace(/^#/, "spec#") : pointIntoSpec(member),
    ]),
  );
}

/** The types of Mercado Pago's SDK know no null: there what is null is left out. */
function withoutNulls(value: unknown, file: string): unknown {
  if (!file.includes("mercadopago")) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, file));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === null ? [] : [[key, withoutNulls(member, file)]],
    ),
  );
}

function describe({ instancePath, message, params, keyword }: ErrorObject): string {
  const at = instancePath.replace(/\/\d+(?=\/|$)/g, "/*");
  const what =
    keyword === "enum" ? `${message} (${(params.allowedValues as unknown[]).join(", ")})` : message;
  return `${at}: ${what}`;
}
