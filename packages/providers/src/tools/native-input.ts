import type { JsonObjectSchema, JsonSchema } from "@codespar/contract";

/** The input schema of a native tool: its properties, then the names of those that must be there. */
export function nativeInput(properties: Record<string, JsonSchema>, ...required: string[]): JsonObjectSchema {
  return { type: "object", properties, ...(required.length === 0 ? {} : { required }) };
}

export function text(description?: string): JsonSchema {
  return described("string", description);
}

/** A text of at most `maxLength` characters. */
export function shortText(maxLength: number, description?: string): JsonSchema {
  return { ...text(description), maxLength };
}

/** A text that matches a regular expression. */
export function matching(pattern: string, description?: string): JsonSchema {
  return { ...text(description), pattern };
}

/** A calendar date, `YYYY-MM-DD`. */
export function date(description = "YYYY-MM-DD."): JsonSchema {
  return matching("^\\d{4}-\\d{2}-\\d{2}$", description);
}

/** Money in the unit that the provider takes, of at least `minimum`. */
export function atLeast(minimum: number, description?: string): JsonSchema {
  return { ...number(description), minimum };
}

export function number(description?: string): JsonSchema {
  return described("number", description);
}

export function integer(description?: string): JsonSchema {
  return described("integer", description);
}

/** A whole number from `minimum` to `maximum`. */
export function within(minimum: number, maximum: number, description?: string): JsonSchema {
  return { ...integer(description), minimum, maximum };
}

export function flag(description?: string): JsonSchema {
  return described("boolean", description);
}

export function oneOf(...values: string[]): JsonSchema {
  return { type: "string", enum: values };
}

export function list(items: JsonSchema, description?: string): JsonSchema {
  return { ...described("array", description), items };
}

/** A list that has `minItems` to `maxItems` entries. */
export function listOf(
  items: JsonSchema,
  [minItems, maxItems]: readonly [minItems: number, maxItems?: number],
  description?: string,
): JsonSchema {
  return { ...list(items, description), minItems, ...(maxItems === undefined ? {} : { maxItems }) };
}

export function object(properties: Record<string, JsonSchema>, ...required: string[]): JsonSchema {
  return nativeInput(properties, ...required);
}

function described(type: string, description: string | undefined): JsonSchema {
  return description === undefined ? { type } : { type, description };
}
