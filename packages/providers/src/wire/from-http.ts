import type { Json, JsonObject, JsonObjectSchema } from "@codespar/contract";
import { decodeBracketForm } from "./bracket-form.ts";
import { readFieldsBySchema, wrapSingleItems } from "./read-text-by-schema.ts";
import { readRoute, type WireRequest, type WireTable } from "./wire-entry.ts";

/** What a request asks for, or why nobody can say. */
export type WireCall =
  | { tool: string; arguments: JsonObject }
  /** `path` nothing is there · `method` something is, but not by this method · `body`, `query` cannot be read */
  | { problem: "path" | "method" | "body" | "query" };

/** The native call of an HTTP request: `toHttp` read backwards. `schemaOf` gives a tool's input schema, which distinguishes numbers from text. */
export function fromHttp(
  table: WireTable,
  request: WireRequest,
  getSchema: (tool: string) => JsonObjectSchema | undefined,
): WireCall {
  const candidates = matchRoutes(table, request.path);
  if (candidates.length === 0) return { problem: "path" };
  const query = readQuery(table, request.query);
  if (query === undefined) return { problem: "query" };
  let isUnreadable = false;
  for (const { tool, params } of candidates) {
    const entry = table.tools[tool];
    if (entry === undefined || readRoute(entry).method !== request.method) continue;
    const { encoding = table.encoding } = entry;
    const body = readBody(encoding, request, entry.bodyAsList === true);
    isUnreadable ||= body === undefined;
    if (body === undefined) continue;
    if (!hasFixed(body.fields, entry.fixed)) continue;
    if (entry.needs?.some((name) => !Object.hasOwn(body.fields, name)) === true) continue;
    const given = { ...query, ...(body.isText ? body.fields : {}), ...params };
    const schema = getSchema(tool);
    const text = encoding === "form" ? given : wrapSingleItems(given, schema, table.lists);
    const args = { ...(body.isText ? {} : body.fields), ...readFieldsBySchema(text, schema) };
    for (const name of [...Object.keys(entry.fixed ?? {}), ...(table.account ?? [])]) delete args[name];
    return { tool, arguments: args };
  }
  return { problem: isUnreadable ? "body" : "method" };
}

interface Candidate {
  tool: string;
  params: JsonObject;
  /** Segments that are parameters: of two routes the one with fewer is meant. */
  loose: number;
}

function matchRoutes(table: WireTable, path: string): Candidate[] {
  const segments = splitPath(path);
  const found: Candidate[] = [];
  for (const { tool, template, isFixed } of readRoutes(table)) {
    const params = matchPath(template, segments);
    // those that always send a certain field stand before those of the same path that do not
    if (params !== undefined)
      found.push({ tool, params, loose: Object.keys(params).length + (isFixed ? 0 : 0.5) });
  }
  return found.sort((a, b) => a.loose - b.loose);
}

interface SplitRoute {
  tool: string;
  template: readonly string[];
  isFixed: boolean;
}

const splitRoutes = new WeakMap<WireTable, readonly SplitRoute[]>();

/** Split once for each table. */
function readRoutes(table: WireTable): readonly SplitRoute[] {
  const known = splitRoutes.get(table);
  if (known !== undefined) return known;
  const routes = Object.entries(table.tools).map(([tool, entry]) => ({
    tool,
    template: splitPath(readRoute(entry).path),
    isFixed: entry.fixed !== undefined || entry.needs !== undefined,
  }));
  splitRoutes.set(table, routes);
  return routes;
}

function matchPath(template: readonly string[], segments: readonly string[]): JsonObject | undefined {
  if (template.length !== segments.length) return undefined;
  const params: JsonObject = {};
  for (const [index, expected] of template.entries()) {
    const segment = decode(segments[index] ?? "");
    // `{Sid}.json` is a parameter with an ending
    const [, name, ending = ""] = /^\{(\w+)\}(.*)$/.exec(expected) ?? [];
    if (segment === undefined) return undefined;
    if (name === undefined && expected !== segment) return undefined;
    if (name !== undefined && (!segment.endsWith(ending) || segment.length === ending.length))
      return undefined;
    if (name !== undefined) params[name] = segment.slice(0, segment.length - ending.length);
  }
  return params;
}

/** A slash at the end says nothing: one official client sends it, another does not. */
function splitPath(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function readQuery({ encoding, lists }: WireTable, query: string): JsonObject | undefined {
  if (encoding === "form") return decodeBracketForm(query);
  const fields = decodeFlat(query);
  if (fields === undefined || lists !== "brackets") return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace(/\[\]$/, ""), value]),
  );
}

function decodeFlat(text: string): JsonObject | undefined {
  const fields: JsonObject = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (name === "__proto__") return undefined;
    fields[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value];
  }
  return fields;
}

function readBody(
  encoding: WireTable["encoding"],
  { body = "" }: WireRequest,
  isList: boolean,
): { fields: JsonObject; isText: boolean } | undefined {
  if (body.trim() === "") return { fields: {}, isText: true };
  if (encoding !== "json") {
    const fields = encoding === "form" ? decodeBracketForm(body) : decodeFlat(body);
    return fields === undefined ? undefined : { fields, isText: true };
  }
  const fields = parseObject(body, isList);
  return fields === undefined ? undefined : { fields, isText: false };
}

function parseObject(text: string, isList: boolean): JsonObject | undefined {
  try {
    const whole: Json = JSON.parse(text);
    const value = isList && Array.isArray(whole) && whole.length === 1 ? (whole[0] ?? null) : whole;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function hasFixed(fields: JsonObject, fixed: JsonObject | undefined): boolean {
  return Object.entries(fixed ?? {}).every(
    ([name, value]) => Object.hasOwn(fields, name) && String(fields[name]) === String(value),
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
