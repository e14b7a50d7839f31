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

export function number(description?: string): JsonSchema {
  return described("number", description);
}

export function integer(description?: string): JsonSchema {
  return described("integer", description);
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

export function object(properties: Record<string, JsonSchema>, ...required: string[]): JsonSchema {
  return nativeInput(properties, ...required);
}

function described(type: string, description: string | undefined): JsonSchema {
  return description === undefined ? { type } : { type, description };
}
