import type Anthropic from "@anthropic-ai/sdk";
import type { Tool } from "@codespar/sdk/agent";
import type { GetToolsOptions, ToolOptions } from "../options.ts";
import { convertStrictSchema } from "./strict-schema.ts";

/** A tool as the Messages API takes it. */
export function convertTool(
  { name, description, input_schema }: Tool,
  { strict, ...options }: ToolOptions = {},
  onNonStrict?: GetToolsOptions["onNonStrict"],
): Anthropic.Tool {
  const tool = { name, description, input_schema, ...options };
  if (strict === undefined) return tool;
  if (!strict) return { ...tool, strict };
  const rewritten = convertStrictSchema(input_schema);
  if (rewritten.ok) return { ...tool, input_schema: rewritten.schema, strict };
  onNonStrict?.(name, rewritten.reason);
  return { ...tool, strict: false };
}
