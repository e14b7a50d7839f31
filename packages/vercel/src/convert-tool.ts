import type { AgentSession, Tool } from "@codespar/sdk/agent";
import { dynamicTool, jsonSchema, type ToolSet } from "ai";
import { asksFirst } from "./asks-first.ts";
import { convertToolCall } from "./convert-tool-call.ts";
import { convertModelOutput } from "./convert-tool-result.ts";
import type { GetToolsOptions } from "./options.ts";

/** A tool of a session as a tool of the AI SDK. */
export function convertTool(session: AgentSession, tool: Tool, options: GetToolsOptions): ToolSet[string] {
  const { name, description, input_schema, risk, server, kind } = tool;
  return dynamicTool({
    description,
    inputSchema: jsonSchema(input_schema),
    metadata: { codespar: { risk, server, kind } },
    execute: convertToolCall(session, name, options),
    toModelOutput: ({ output }) => convertModelOutput(output, options.maxResultChars),
    ...(options.needsApproval === true
      ? { needsApproval: (input: unknown) => asksFirst(name, risk, input) }
      : {}),
  });
}
