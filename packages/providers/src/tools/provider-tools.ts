import type { ProviderTool } from "@codespar/backend/ports";
import { findNativeTool, type JsonObjectSchema, type JsonSchema } from "@codespar/contract";
import type { NativeTool } from "./define-tools.ts";

/**
 * Characters that a connector writes in front of a caller's own reference: an operation's id of 29, the number of a further
 * attempt of two digits with its point, and a hyphen.
 */
export const OWN_REFERENCE_LENGTH = 33;

/** A provider's tools as the backend checks and lists them: live and simulated alike. */
export function toProviderTools(tools: Readonly<Record<string, NativeTool>>): ProviderTool[] {
  return Object.entries(tools).map(([name, tool]) => {
    const risk = tool.risk ?? findNativeTool(name)?.risk ?? "moves_money";
    return {
      name,
      description: tool.description,
      inputSchema: withRoomForReference(tool),
      // a fiscal document has the hundreds of fields of its authority's layout, of which our schema names a part
      refusesUnknown: risk !== "fiscal",
      ...(tool.output === undefined ? {} : { outputSchema: tool.output }),
      ...(tool.limits === undefined ? {} : { limits: tool.limits }),
      risk,
    };
  });
}

function withRoomForReference({ input, sharesReference }: NativeTool): JsonObjectSchema {
  if (sharesReference === undefined) return input;
  return { ...input, ...shorten(input, sharesReference.split(".")) };
}

function shorten(schema: JsonSchema, [key, ...rest]: readonly string[]): JsonSchema {
  if (key === undefined) {
    const { maxLength } = schema;
    return typeof maxLength === "number"
      ? { ...schema, maxLength: maxLength - OWN_REFERENCE_LENGTH }
      : schema;
  }
  // a schema's own shape, which JsonSchema leaves open
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  const inner = properties?.[key];
  return inner === undefined
    ? schema
    : { ...schema, properties: { ...properties, [key]: shorten(inner, rest) } };
}
