import { z } from "zod";

const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const maxDepth = 32;

/**
 * A JSON object of any shape, passed on as it is.
 * Keys that could reach a prototype and nesting beyond 32 levels are refused.
 */
export function jsonObject() {
  return z
    .custom<Record<string, unknown>>(isObject, { error: "Must be a JSON object." })
    .superRefine((value, context) => {
      const path = findForbidden(value, 0);
      if (path !== undefined) context.addIssue({ code: "custom", path: path.keys, message: path.message });
    })
    .meta({ type: "object" });
}

export interface TextLimits {
  entries: number;
  key: number;
  value: number;
  /** Whether no value may be shown, whatever is wrong with it. @default false */
  secret?: boolean | undefined;
}

/** An object whose values are all text; keys and values within these lengths. */
export function textRecord(limits: TextLimits) {
  return z
    .custom<Record<string, string>>(isObject, { error: "Must be an object of text values." })
    .superRefine((record, context) => {
      const keys = Object.keys(record);
      if (keys.length > limits.entries) {
        context.addIssue({
          code: "custom",
          message: `Has ${keys.length} entries; ${limits.entries} are the most.`,
        });
        return;
      }
      for (const key of keys) {
        const message = explainEntry(key, record[key], limits);
        if (message !== undefined) context.addIssue({ code: "custom", path: [key], message });
      }
    })
    .meta({ type: "object", additionalProperties: { type: "string" } });
}

function explainEntry(key: string, value: unknown, limits: TextLimits): string | undefined {
  if (forbiddenKeys.has(key)) return `The key ${key} is not allowed.`;
  if (key === "" || key.length > limits.key) return `A key has 1 to ${limits.key} characters.`;
  // an object's own toString may be anything that JSON can carry
  if (typeof value === "object" && value !== null) {
    return `Must be text, not ${Array.isArray(value) ? "an array" : "an object"}.`;
  }
  if (typeof value !== "string") {
    return limits.secret === true
      ? `Must be text, not a ${typeof value}: put it in quotes.`
      : `Must be text: send ${JSON.stringify(String(value))}.`;
  }
  if (value.length > limits.value) return `Has ${value.length} characters; ${limits.value} are the most.`;
  return undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Forbidden {
  keys: (string | number)[];
  message: string;
}

function findForbidden(value: object, depth: number): Forbidden | undefined {
  if (depth > maxDepth) return { keys: [], message: `Is nested deeper than ${maxDepth} levels.` };
  for (const [key, child] of Object.entries(value)) {
    if (!Array.isArray(value) && forbiddenKeys.has(key)) {
      return { keys: [key], message: `The key ${key} is not allowed.` };
    }
    if (typeof child !== "object" || child === null) continue;
    const found = findForbidden(child, depth + 1);
    if (found !== undefined)
      return { ...found, keys: [Array.isArray(value) ? Number(key) : key, ...found.keys] };
  }
  return undefined;
}
