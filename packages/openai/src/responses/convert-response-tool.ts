import type { Tool } from "@codespar/sdk/agent";
import type { FunctionTool } from "openai/resources/responses/responses";
import { convertSchema } from "../convert-schema.ts";
import type { ResponseToolsOptions } from "../options.ts";
import { convertOutputSchema } from "./convert-output-schema.ts";

/** A tool as the Responses API takes it. */
export function convertResponseTool(tool: Tool, options: ResponseToolsOptions = {}): FunctionTool {
  const { name, description, output_schema } = tool;
  const converted: FunctionTool = { type: "function", name, description, ...convertSchema(tool, options) };
  if (options.outputSchemas !== true || output_schema === undefined) return converted;
  return { ...converted, output_schema: convertOutputSchema(output_schema) };
}
