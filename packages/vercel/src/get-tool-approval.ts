import type { Risk } from "@codespar/sdk/agent";
import type { ToolSet } from "ai";
import { asksFirst } from "./asks-first.ts";

/** A call that is about to be made, as `toolApproval` gets it. */
export interface PendingToolCall {
  toolCall: { toolName: string; input: unknown };
}

/**
 * A `toolApproval` policy for ai 7: calls that move money or issue documents wait for the user, all others run.
 * Tools that are not CodeSpar's are left to you.
 * @example generateText({ model, tools, toolApproval: getToolApproval(tools), prompt })
 */
export function getToolApproval(tools: ToolSet): (pending: PendingToolCall) => "user-approval" | undefined {
  return ({ toolCall: { toolName, input } }) => {
    const tool = Object.hasOwn(tools, toolName) ? tools[toolName] : undefined;
    const risk = readRisk(tool);
    return risk !== undefined && asksFirst(toolName, risk, input) ? "user-approval" : undefined;
  };
}

function readRisk(tool: ToolSet[string] | undefined): Risk | undefined {
  const ours = tool?.metadata?.codespar;
  if (typeof ours !== "object" || ours === null || !("risk" in ours)) return undefined;
  // `convertTool` wrote it.
  return ours.risk as Risk;
}
