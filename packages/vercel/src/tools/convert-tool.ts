import type { AgentSession, Tool } from "@codespar/sdk/agent";
import { dynamicTool, jsonSchema, type ToolSet } from "ai";
import { setApprovalRule } from "../approvals/approval-rules.ts";
import { needsApproval } from "../approvals/needs-approval.ts";
import { convertToolCall } from "../calls/convert-tool-call.ts";
import { convertModelOutput } from "../calls/convert-tool-result.ts";
import type { GetToolsOptions } from "../options.ts";

/** A tool of a session as a tool of the AI SDK. */
export function convertTool(session: AgentSession, tool: Tool, options: GetToolsOptions): ToolSet[string] {
  const { name, description, input_schema, risk, server, kind } = tool;
  const asks = (input: unknown) => needsApproval(session, tool, input);
  // Not written into the call, because the first versions of ai 6 do not know `metadata`.
  const definition = {
    description,
    inputSchema: jsonSchema(input_schema),
    metadata: { codespar: { risk, server, kind } },
    execute: convertToolCall(session, name, options),
    toModelOutput: ({ output }: { output: unknown }) => convertModelOutput(output, options.maxResultChars),
    ...(options.needsApproval === true ? { needsApproval: asks } : {}),
  };
  const converted = dynamicTool(definition);
  setApprovalRule(converted, asks);
  return converted;
}
