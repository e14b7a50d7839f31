import type { Tool } from "@codespar/sdk/agent";
import type { ChatCompletionFunctionTool } from "openai/resources/chat/completions";
import { convertSchema } from "../convert-schema.ts";
import type { GetToolsOptions } from "../options.ts";

/** A tool as chat completions take it. */
export function convertTool(tool: Tool, options: GetToolsOptions = {}): ChatCompletionFunctionTool {
  const { name, description } = tool;
  return { type: "function", function: { name, description, ...convertSchema(tool, options) } };
}
