import { findServer, type Issue, isError, type Json, type JsonObject } from "@codespar/contract";
import { validate, z } from "@codespar/contract/schemas";
import { isValidCardNumber } from "@codespar/formats";
import type { ArgumentIssue, ArgumentLimit } from "../../ports/argument-issue.ts";
import type { Provider, ProviderTool } from "../../ports/provider.ts";
import { ProviderRefusal } from "../../ports/provider-refusal.ts";
import { closeObjects } from "./close-objects.ts";
import type { NativeIssue } from "./native-issue.ts";

/** A native tool's schema, compiled at its first call. */
const compiled = new WeakMap<ProviderTool, z.ZodType>();

/** The issues of these arguments by a native tool's input schema and limits. */
export function nativeArgumentIssues(tool: ProviderTool, args: Record<string, unknown>): Issue[] {
  const schema = getSchema(tool);
  const checked = validate(schema, args, { name: "arguments", countsCharacters: true });
  if (!checked.success) return checked.issues;
  const beyond = findLimitIssue(tool.limits, args);
  if (beyond !== undefined) return [{ path: `arguments.${beyond.path}`, message: beyond.message }];
  const card = findCardNumber(args);
  if (card !== undefined) return [{ path: `arguments.${card.path}`, message: card.message }];
  return hugeNumbers(args, "arguments");
}

/** Why arguments must not be sent to a native tool; undefined when they fit. */
function firstNativeIssue(tool: ProviderTool, args: Record<string, Json>): NativeIssue | undefined {
  const schema = getSchema(tool);
  // most calls fit, and cost one check
  const parsed = schema.safeParse(args);
  if (!parsed.success) {
    const checked = validate(schema, args, { countsCharacters: true });
    const [first] = checked.success ? [] : checked.issues;
    if (first !== undefined) {
      const raw = parsed.error.issues.find((issue) => issue.path.join(".") === first.path);
      return { ...first, problem: getProblem(raw ?? parsed.error.issues[0], args), limit: getBound(raw) };
    }
  }
  const beyond = tool.limits === undefined ? undefined : findLimitIssue(tool.limits, args);
  return beyond ?? findCardNumber(args);
}

/** Fields that providers have for a token or a stored card. */
const CARD_FIELD = /token|^(default_)?payment_method(_id)?$|^card(_id)?$|^source(_id)?$/i;

/**
 * A card number where a token belongs: PCI DSS 3.3 forbids to keep it, and a call's arguments are kept. The value is never
 * repeated.
 */
function findCardNumber(value: unknown, path: readonly string[] = []): NativeIssue | undefined {
  if (typeof value === "string") {
    if (!CARD_FIELD.test(path.at(-1) ?? "") || !isValidCardNumber(value)) return undefined;
    const message =
      "This is a card number. Pass the token that the provider's own card form gives, never the number.";
    return { path: path.join("."), message, problem: "pattern", limit: undefined };
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const found = findCardNumber(child, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function getSchema(tool: ProviderTool): z.ZodType {
  let schema = compiled.get(tool);
  if (schema === undefined) {
    schema = compile(tool);
    compiled.set(tool, schema);
  }
  return schema;
}

/** A schema that cannot be checked refuses everything. */
function compile({ name, inputSchema, refusesUnknown = false }: ProviderTool): z.ZodType {
  try {
    return z.fromJSONSchema(refusesUnknown ? closeObjects(inputSchema) : inputSchema);
  } catch (error) {
    const reason = isError(error) ? error.message : String(error);
    const message = `The input schema of ${name} cannot be checked, so the tool cannot be called: ${reason.replace(/\.$/, "")}. Write it without that keyword.`;
    return z.unknown().refine(() => false, { error: message });
  }
}

function getProblem(issue: z.core.$ZodIssue | undefined, args: unknown): ArgumentIssue["problem"] {
  switch (issue?.code) {
    case "invalid_type":
    case "invalid_value": {
      const isMissing = issue.path.reduce<unknown>(getMember, args) === undefined;
      if (isMissing) return "missing";
      return issue.code === "invalid_value" ? "enum" : "type";
    }
    case "too_big":
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? "length" : "range";
    case "invalid_format":
      return "pattern";
    case "not_multiple_of":
      return "decimals";
    case "unrecognized_keys":
      return "unknown";
    default:
      return "type";
  }
}

function getBound(issue: z.core.$ZodIssue | undefined): number | undefined {
  if (issue?.code === "too_big") return Number(issue.maximum);
  return issue?.code === "too_small" ? Number(issue.minimum) : undefined;
}

function getMember(value: unknown, key: PropertyKey): unknown {
  // Object.hasOwn does not narrow
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

/** Numbers that a double does not hold exactly. */
function hugeNumbers(value: unknown, path: string): Issue[] {
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return [{ path, message: `Must be from -${Number.MAX_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}.` }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => hugeNumbers(child, `${path}.${key}`));
}

/**
 * Throws ProviderRefusal, in the provider's own words where they are known, for a native call that its tool's schema does not
 * take. What is no tool of the provider's is left to the provider.
 */
export function refuseUnfitArguments(provider: Provider, tool: string, args: JsonObject): void {
  const definition = provider.tools.find(({ name }) => name === tool);
  if (definition === undefined) return;
  const issue = firstNativeIssue(definition, args);
  if (issue === undefined) return;
  const own = provider.describeArgumentIssue?.(tool, issue, args);
  const name = provider.name ?? findServer(provider.id)?.name ?? provider.id;
  const refused = `${name} was not asked, nothing was done: ${tool} does not take ${issue.path || "these arguments"}. ${issue.message}`;
  throw new ProviderRefusal({
    code: "invalid_request",
    message:
      own === undefined ? refused : `${refused} ${name} would say: ${own.message.replace(/\.?$/, ".")}`,
    providerCode: own?.code,
  });
}

/** The first of a tool's limits that the arguments go beyond. */
export function findLimitIssue(
  limits: readonly ArgumentLimit[] = [],
  args: Readonly<Record<string, unknown>>,
): NativeIssue | undefined {
  for (const limit of limits) {
    if (!applies(limit, args)) continue;
    for (const [path, value] of valuesAt(args, limit.path.split("."))) {
      const issue = typeof value === "number" ? getIssue(limit, path, value) : undefined;
      if (issue !== undefined) return issue;
    }
  }
  return undefined;
}

function applies({ when = {} }: ArgumentLimit, args: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when).every(([path, values]) => {
    const found = valuesAt(args, path.split("."));
    const given = found.length === 0 ? [null] : found.map(([, value]) => value ?? null);
    return given.some((value) => values.some((wanted) => wanted === value));
  });
}

function getIssue(limit: ArgumentLimit, path: string, value: number): NativeIssue | undefined {
  const { minimum, maximum, decimals, when = {} } = limit;
  const field = path.split(".").at(-1) ?? path;
  const beside = Object.entries(when)
    .map(([name, values]) => ` with ${name} ${values.map((wanted) => wanted ?? "left out").join(" or ")}`)
    .join("");
  if (minimum !== undefined && value < minimum)
    return {
      path,
      problem: "range",
      limit: minimum,
      message: `${field} must be at least ${minimum}${beside}, not ${value}.`,
    };
  if (maximum !== undefined && value > maximum)
    return {
      path,
      problem: "range",
      limit: maximum,
      message: `${field} must be at most ${maximum}${beside}, not ${value}.`,
    };
  if (decimals !== undefined && getDecimals(value) > decimals) {
    const most = decimals === 0 ? "no decimals" : `at most ${decimals} decimals`;
    return { path, problem: "decimals", message: `${field} must have ${most}${beside}, not ${value}.` };
  }
  return undefined;
}

/** Digits after the point in the shortest text of a number, which is how it travels. */
function getDecimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** What is there, by its path; nothing for an argument that is left out. */
function valuesAt(value: unknown, keys: readonly string[], at = ""): [path: string, value: unknown][] {
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined ? [] : [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  const members = key === "*" ? Object.entries(value) : [[key, getMember(value, key)] as const];
  return members.flatMap(([name, member]) => valuesAt(member, rest, at === "" ? name : `${at}.${name}`));
}
