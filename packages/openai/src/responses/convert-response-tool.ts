import type { Tool } from "@codespar/sdk/agent";
import type { FunctionTool } from "openai/resources/responses/responses";
import { convertSchema } from "../convert-schema.ts";
import type { GetToolsOptions } from "../options.ts";

/** A tool as the Responses API takes it. */
export function convertResponseTool(tool: Tool, options: GetToolsOptions = {}): FunctionTool {
  const { name, description } = tool;
  return { type: "function", name, description, ...convertSchema(tool, options) };
}
