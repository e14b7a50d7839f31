import { z } from "zod";
import { suggest } from "../catalogue/suggest.ts";
import { redact } from "../redact/redact.ts";
import type { Issue } from "../wire/errors.ts";
import { meantField, meantValue } from "./known-mistakes.ts";

export type Validation<Value> =
  | { success: true; data: Value }
  | { success: false; issues: Issue[]; suggestions: string[] };

export interface ValidateOptions {
  /** What the value is called in paths, such as `arguments`; a body has no name. @default "" */
  name?: string | undefined;
  /** Counts a text's characters, as JSON Schema does, and not its UTF-16 units. @default false */
  countsCharacters?: boolean | undefined;
}

/** Checks a value and says what is wrong in the words of the API's error body. */
export function validate<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  { name = "", countsCharacters = false }: ValidateOptions = {},
): Validation<Value> {
  const parsed = schema.safeParse(value, { error: explain });
  if (parsed.success) return { success: true, data: parsed.data };
  const issues = countsCharacters
    ? parsed.error.issues.filter((issue) => !isShortEnough(issue, value))
    : parsed.error.issues;
  // what zod counted is all that it had against the value
  if (issues.length === 0) return { success: true, data: value as Value };
  const found: Described[] = [];
  for (const issue of issues) {
    if (found.length >= mostIssues) break;
    found.push(...describe(issue, schema, value, mostIssues - found.length));
  }
  return {
    success: false,
    issues: found.map(({ path, message }) => ({
      path: joinPath(name, path),
      message: cut(message, longestMessage),
    })),
    suggestions: [...new Set(found.flatMap((issue) => issue.suggestions))],
  };
}

/** Problems that are reported at a time: who repairs these sees the next. */
const mostIssues = 20;
/** Characters that are shown of a key, and of a whole message. */
const longestKey = 80;
const longestMessage = 1000;

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** Whether a text that zod takes for too long has few enough characters. */
function isShortEnough(issue: z.core.$ZodIssue, value: unknown): boolean {
  if (issue.code !== "too_big" || issue.origin !== "string") return false;
  const given = valueAt(value, issue.path);
  return typeof given === "string" && [...given].length <= issue.maximum;
}

interface Described {
  path: PropertyKey[];
  message: string;
  suggestions: string[];
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, most: number): Described[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.slice(0, most).map((key) => {
      const meant = meantField(key, known);
      const suggestions = meant === undefined ? suggest(key, known) : [meant];
      const hint = suggestions[0] === undefined ? "Leave it out." : `Did you mean ${suggestions[0]}?`;
      const message = `${cut(key, longestKey)} is not a known field. ${hint}`;
      return { path: [...issue.path, key], message, suggestions };
    });
  }
  const given = valueAt(value, issue.path);
  // an object's own toString may be anything that JSON can carry
  const suggestions =
    issue.code === "invalid_value" && typeof given === "string" ? near(given, issue.values) : [];
  const hint = suggestions[0] === undefined ? "" : ` Did you mean ${suggestions[0]}?`;
  return [{ path: issue.path, message: `${issue.message}${hint}`, suggestions }];
}

function near(given: string, allowed: readonly unknown[]): string[] {
  const names = allowed.map(String);
  const meant = meantValue(given, names);
  return meant === undefined ? suggest(given, names) : [meant];
}

/** A field by its name, and an entry of a list by the list's. */
function getName(path: readonly PropertyKey[] = []): string {
  const last = path.at(-1);
  if (last === undefined) return "The value";
  const list = path.at(-2);
  return typeof last === "number" && list !== undefined
    ? `${String(list)}[${last}]`
    : cut(String(last), longestKey);
}

/** Words for what schemas leave to zod. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  const field = getName(issue.path);
  if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
    return `${field} is required.`;
  }
  switch (issue.code) {
    case "invalid_type":
      return `${field} must be ${article(String(issue.expected))}, not ${getKind(issue.input)}.`;
    case "invalid_value":
      return `${field} must be one of ${getList(issue.values)}${shown(issue.input)}.`;
    case "invalid_format":
      return `${field}${shown(issue.input).replace(", not", "")} is not ${formats[String(issue.format)] ?? "of the right form"}${expected(issue)}.`;
    case "not_multiple_of":
      return `${field} must have ${getDecimals(Number(issue.divisor))}.`;
    case "too_small":
      if (issue.origin === "array" && issue.minimum === 1) return `${field} must not be empty: add one.`;
      return `${field} must ${lowerBound(issue)} ${String(issue.minimum)}.`;
    case "too_big":
      return `${field} must ${upperBound(issue)} ${String(issue.maximum)}.`;
    default:
      return undefined;
  }
}

const formats: Readonly<Record<string, string>> = {
  email: "an e-mail address",
  url: "a URL",
  datetime: "a date with time and zone, such as 2026-03-02T12:00:00Z",
  date: "a date, such as 2026-03-02",
};

/** What was given, where it is short and no secret: what is to be chosen from, or has a form, seldom is one. */
function shown(input: unknown): string {
  if (typeof input === "number" || typeof input === "boolean") return `, not ${input}`;
  if (typeof input !== "string" || input.length > 64) return "";
  const text = JSON.stringify(input);
  return redact(text) === text ? `, not ${text}` : "";
}

/** A short pattern says most of what is wanted. */
function expected(issue: z.core.$ZodRawIssue): string {
  const pattern = typeof issue.pattern === "string" ? issue.pattern : "";
  return pattern === "" || pattern.length > 60 ? "" : `: it must match ${pattern}`;
}

function getDecimals(divisor: number): string {
  const digits = /^1e-(\d+)$/.exec(divisor.toExponential())?.[1];
  if (digits === undefined) return `a multiple of ${divisor}`;
  return digits === "0" ? "no decimals" : `at most ${digits} decimals`;
}

function lowerBound(issue: z.core.$ZodRawIssue): string {
  if (issue.origin === "string") return "have this many characters at least:";
  if (issue.origin === "array") return "have this many entries at least:";
  return issue.inclusive === false ? "be more than" : "be at least";
}

function upperBound(issue: z.core.$ZodRawIssue): string {
  if (issue.origin === "string") return "have this many characters at most:";
  if (issue.origin === "array") return "have this many entries at most:";
  return issue.inclusive === false ? "be less than" : "be at most";
}

function getList(values: unknown): string {
  return Array.isArray(values) ? values.join(", ") : String(values);
}

function article(expected: string): string {
  if (expected === "int") return "a whole number";
  if (expected === "boolean") return "true or false";
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/** The kind of a value, never the value: it may be a secret. */
function getKind(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number" && !Number.isInteger(value)) return "a fraction";
  return article(typeof value);
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of path) current = getChild(unwrap(current), key);
  const object = unwrap(current);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function getChild(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodObject) return schema.shape[String(key)];
  return undefined;
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap())
    : schema;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  // Each step is checked to be an object; what it holds under the key is unknown again.
  return path.reduce<unknown>(
    (current, key) =>
      typeof current === "object" && current !== null
        ? (current as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

function joinPath(name: string, path: readonly PropertyKey[]): string {
  return [name, ...path.map((part) => cut(String(part), longestKey))].filter((part) => part !== "").join(".");
}
