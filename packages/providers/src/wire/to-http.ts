import type { Json, JsonObject } from "@codespar/contract";
import { encodeBracketForm } from "./bracket-form.ts";
import { readRoute, type WireEntry, type WireRequest, type WireTable } from "./wire-entry.ts";

/** The HTTP request of a native call. The same call always gives the same bytes; `credentials` fill what names the account. Throws for a tool that the table does not have. */
export function toHttp(
  table: WireTable,
  tool: string,
  args: JsonObject,
  credentials: Readonly<Record<string, string | undefined>> = {},
): WireRequest {
  const entry = Object.hasOwn(table.tools, tool) ? table.tools[tool] : undefined;
  if (entry === undefined) throw new RangeError(`${table.provider} has no ${tool} on its wire.`);
  const { method, path } = readRoute(entry);
  const rest: JsonObject = { ...args };
  for (const name of entry.omit ?? []) delete rest[name];
  const filled = !path.includes("{")
    ? path
    : path.replace(/\{(\w+)\}/g, (_sign, name: string) => {
        const isAccount = table.account?.includes(name) === true;
        const value = isAccount ? credentials[name] : rest[name];
        if (!isAccount) delete rest[name];
        if (typeof value !== "string" && typeof value !== "number") throw missing(tool, name);
        const segment = encodeURIComponent(String(value));
        // `.` and `..` would be taken out of the path on the way
        if (segment === "" || /^\.{1,2}$/.test(segment)) throw missing(tool, name);
        return segment;
      });
  if (method === "GET" || (method === "DELETE" && entry.deletesWithBody !== true)) {
    return { method, path: filled, query: encodeQuery(table, rest) };
  }
  // a DELETE of everything has nothing to say
  if (method === "DELETE" && Object.keys(rest).length === 0) return { method, path: filled, query: "" };
  const inQuery = take(rest, entry.query ?? []);
  const request = { method, path: filled, query: encodeQuery(table, inQuery) };
  return { ...request, ...encodeBody(table, entry, rest) };
}

function encodeBody(
  table: WireTable,
  { fixed, bodyAsList, encoding = table.encoding }: WireEntry,
  rest: JsonObject,
): Pick<WireRequest, "body" | "contentType"> {
  const body = { ...rest, ...fixed };
  if (encoding === "json")
    return { contentType: "application/json", body: JSON.stringify(bodyAsList === true ? [body] : body) };
  const text = encoding === "form" ? encodeBracketForm(body) : encodeFlat(body);
  return { contentType: "application/x-www-form-urlencoded", body: text };
}

function encodeQuery({ encoding, lists }: WireTable, fields: JsonObject): string {
  if (lists === "commas")
    return encodeFlat(
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value]),
      ),
    );
  if (lists === "brackets")
    return encodeFlat(
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [Array.isArray(value) ? `${name}[]` : name, value]),
      ),
    );
  return encoding === "form" ? encodeBracketForm(fields) : encodeFlat(fields);
}

function encodeFlat(fields: JsonObject): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => readPair(name, item)))
    .join("&");
}

function readPair(name: string, value: Json): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
}

function take(fields: JsonObject, names: readonly string[]): JsonObject {
  const taken: JsonObject = {};
  for (const name of names) {
    const value = fields[name];
    if (value === undefined) continue;
    taken[name] = value;
    delete fields[name];
  }
  return taken;
}

function missing(tool: string, name: string): TypeError {
  return new TypeError(`${tool} needs ${name}: a number, or text that can stand in a path.`);
}
