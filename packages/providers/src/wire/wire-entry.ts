import type { JsonObject } from "@codespar/contract";
import type { Confidence } from "./source.ts";

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Method and path of one native tool; `{id}` in the path is the argument of that name. */
export type WireRoute =
  | { get: string }
  | { post: string }
  | { put: string }
  | { patch: string }
  | { delete: string };

/** How one native tool looks on the line. Arguments that are not in the path travel in the query of GET and DELETE, else in the body. */
export type WireEntry = WireRoute & {
  /** Body fields that are no arguments, always sent; they distinguish this tool from others of the same path. */
  fixed?: JsonObject | undefined;
  /** Arguments that distinguish this tool from others of the same path by being there. */
  needs?: readonly string[] | undefined;
  /** Arguments of CodeSpar's own that the provider does not know: the account says them. They never leave. */
  omit?: readonly string[] | undefined;
  /** A DELETE whose arguments travel in the body. @default false: in the query */
  deletesWithBody?: boolean | undefined;
  /** The body is a list, and the arguments are its one entry. A list of several is not read. @default false */
  bodyAsList?: boolean | undefined;
  /** Arguments that travel in the query although the request has a body. */
  query?: readonly string[] | undefined;
  /** The response is a bare list; the tool's result has it under this key. */
  listAs?: string | undefined;
  /** @default the one of the whole table */
  encoding?: WireTable["encoding"] | undefined;
  /** The name of another host of the provider. @default its own */
  host?: string | undefined;
  /** HTTP status of a success. @default 200 */
  status?: number | undefined;
  /** @default the one of the whole table */
  confidence?: Confidence | undefined;
};

/** The wire of one provider, by native tool. */
export interface WireTable {
  provider: string;
  /** `form` is Stripe's: keys in brackets, in queries as well as in bodies. `flat` is a form that repeats the key of a list. */
  encoding: "json" | "form" | "flat";
  /** How a list stands in a query: its key again for each, the same with `[]` behind it, or its entries in one text. @default "repeated" */
  lists?: "brackets" | "commas" | "repeated" | undefined;
  /** A page, package or file that the table was read from. */
  source: string;
  confidence: Confidence;
  /** Credential fields that stand in paths, as `{name}`: they name the account and are no arguments. */
  account?: readonly string[] | undefined;
  tools: Readonly<Record<string, WireEntry>>;
}

/** A request without its host: what the table says of a call. */
export interface WireRequest {
  method: HttpMethod;
  /** Begins with a slash, without a query. */
  path: string;
  /** Without the question mark; empty when there is none. */
  query: string;
  contentType?: string | undefined;
  /** Absent: the request has no body. */
  body?: string | undefined;
}

/** Method and path template of an entry. */
export function readRoute(entry: WireEntry): { method: HttpMethod; path: string } {
  if ("get" in entry) return { method: "GET", path: entry.get };
  if ("post" in entry) return { method: "POST", path: entry.post };
  if ("put" in entry) return { method: "PUT", path: entry.put };
  if ("patch" in entry) return { method: "PATCH", path: entry.patch };
  return { method: "DELETE", path: entry.delete };
}
