import { type Issue, isIdempotencyKey } from "@codespar/contract";
import type { z } from "@codespar/contract/schemas";
import {
  type QueryName,
  querySchemas,
  type RequestName,
  requestSchemas,
  summariseIssues,
  validate,
} from "@codespar/contract/schemas";
import { apiError } from "../platform/api-error.ts";
import type { IdSource } from "../ports/clock.ts";
import type { BackendRequest } from "../ports/http-message.ts";
import type { RouteMatch } from "./match-route.ts";

/** Largest body that is read, in bytes: far above any order, far below what would hurt. */
export const maxBodyLength = 1_000_000;

/** The body, checked by the endpoint's schema. Throws 400 or 413. */
export function parseBody({ endpoint }: RouteMatch, request: BackendRequest): unknown {
  if (endpoint.request === undefined) return undefined;
  const text = readableBody(request);
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw unreadable("The body is not JSON.", "Send a JSON object with content-type application/json.");
  }
  const problem = findUnfit(body);
  if (problem !== undefined) throw invalidRequest({ issues: [problem], suggestions: [] });
  // the contract's table names its own schemas
  const schema: z.ZodType = requestSchemas[endpoint.request as RequestName];
  const checked = validate(schema, body);
  if (checked.success) return checked.data;
  throw invalidRequest(checked);
}

/** The body's text, unless it is too large, damaged, or says itself that it is something else than JSON. */
function readableBody({ body = "", bodyFault, headers }: BackendRequest): string {
  if (bodyFault === "too_large" || isLongerThan(body, maxBodyLength)) {
    throw apiError("payload_too_large", `The body is larger than ${maxBodyLength} bytes. Send less.`, {});
  }
  if (bodyFault === "not_utf8")
    throw unreadable("The body is not valid UTF-8.", "Encode the JSON text as UTF-8.");
  if (bodyFault === "incomplete") throw unreadable("The body was cut off.", "Send it again.");
  const type = headers["content-type"];
  if (body !== "" && type !== undefined && !jsonType.test(type)) {
    const shown = JSON.stringify(type.slice(0, 100));
    throw unreadable(
      `The body is ${shown}, not JSON.`,
      "Send content-type: application/json.",
      "content-type",
    );
  }
  return body;
}

const jsonType = /^application\/(?:[\w.+-]+\+)?json *(?:;|$)/i;

/** Whether the text has more than `limit` bytes in UTF-8; counted only where it may. */
function isLongerThan(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && new TextEncoder().encode(text).byteLength > limit;
}

function unreadable(message: string, hint: string, path = "") {
  return apiError("invalid_request", `${message} ${hint}`, { issues: [{ path, message }] });
}

/** The query, checked by the endpoint's schema. Throws 400. */
export function checkQuery({ endpoint }: RouteMatch, search: string): unknown {
  if (endpoint.query === undefined) return {};
  // the contract's table names its own schemas
  const schema: z.ZodType = querySchemas[endpoint.query as QueryName];
  const checked = validate(schema, parseQuery(search));
  if (checked.success) return checked.data;
  throw invalidRequest(checked);
}

function invalidRequest({
  issues,
  suggestions,
}: {
  issues: { path: string; message: string }[];
  suggestions: string[];
}) {
  const named = issues.map(({ path, message }) => ({ path: path === "" ? "body" : path, message }));
  return apiError("invalid_request", summariseIssues(named), {
    issues,
    ...(suggestions.length === 0 ? {} : { suggestions }),
  });
}

/** Values and keys of one body: more than any order has, and few enough to check quickly. */
export const mostValues = 20_000;

/** Half of a pair that stands for one character, which no UTF-8 can carry: stores would make the same text of all of them. */
const illFormed = /\p{Surrogate}/u;

/** Why a body is unfit for any endpoint: too many values, or invalid text. Stops at the first problem. */
export function findUnfit(body: unknown): Issue | undefined {
  const open: { value: unknown; path: string }[] = [{ value: body, path: "" }];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && illFormed.test(value))
      return { path, message: `${path === "" ? "The text" : path} is not well-formed Unicode text.` };
    if (typeof value !== "object" || value === null) continue;
    const entries = Object.entries(value);
    count += entries.length;
    if (count > mostValues)
      return { path: "", message: `The body has more than ${mostValues} values. Send fewer at a time.` };
    for (const [key, child] of entries) {
      const shown = key.slice(0, 80);
      if (illFormed.test(key))
        return {
          path,
          message: `A key of ${path === "" ? "the body" : path} is not well-formed Unicode text.`,
        };
      if (typeof child === "object" || typeof child === "string")
        open.push({ value: child, path: path === "" ? shown : `${path}.${shown}` });
    }
  }
  return undefined;
}

/** A query string as an object; `metadata[key]=value` becomes a member of `metadata`. */
export function parseQuery(search: string): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const nested = new Map<string, Record<string, string>>();
  for (const [name, value] of new URLSearchParams(search)) {
    const parts = /^(\w+)\[(.+)\]$/.exec(name);
    const [, outer, inner] = parts ?? [];
    if (outer === undefined || inner === undefined) {
      define(query, name, value);
      continue;
    }
    const members = nested.get(outer) ?? {};
    nested.set(outer, members);
    define(members, inner, value);
    define(query, outer, members);
  }
  return query;
}

/** Sets an own member whatever its name, so that `__proto__` is a name like any other. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The request's idempotency key, or a fresh one for a request that must not be repeated. */
export function readIdempotencyKey(request: BackendRequest, ids: IdSource): string {
  return sentIdempotencyKey(request) ?? ids.next("auto");
}

/** The idempotency key that was sent, if any. */
export function sentIdempotencyKey(request: BackendRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined || isIdempotencyKey(key)) return key;
  const message = "Must be 1 to 255 visible ASCII characters.";
  throw apiError("invalid_request", `Idempotency-Key: ${message}`, {
    issues: [{ path: "Idempotency-Key", message }],
  });
}
