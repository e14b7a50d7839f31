import type { JsonObjectSchema, Tool } from "@codespar/sdk/agent";
import type { GetToolsOptions } from "./options.ts";
import { convertStrictSchema } from "./strict-schema.ts";

/** The parameters of a tool: strict where that is asked for and possible, as they are otherwise. */
export function convertSchema(
  { name, input_schema }: Tool,
  { strict = true, onNonStrict }: Pick<GetToolsOptions, "strict" | "onNonStrict">,
): { parameters: JsonObjectSchema; strict: boolean } {
  if (!strict) return { parameters: input_schema, strict };
  const rewritten = convertStrictSchema(input_schema);
  if (rewritten.ok) return { parameters: rewritten.schema, strict };
  onNonStrict?.(name, rewritten.reason);
  return { parameters: input_schema, strict: false };
}
