import type { ToolSet } from "ai";
import { getApprovalRule } from "./approval-rules.ts";

/** A call that is about to be made, as `toolApproval` gets it. */
export interface PendingToolCall {
  toolCall: { toolName: string; input: unknown };
}

/**
 * A `toolApproval` policy for ai 7: calls that move money, issue documents or are held back by the session's policy wait
 * for the user, all others run. Tools that are not CodeSpar's are left to you.
 * @example generateText({ model, tools, toolApproval: getToolApproval(tools), prompt })
 */
export function getToolApproval(tools: ToolSet): (pending: PendingToolCall) => "user-approval" | undefined {
  return ({ toolCall: { toolName, input } }) => {
    const tool = Object.hasOwn(tools, toolName) ? tools[toolName] : undefined;
    const asks = tool === undefined ? undefined : getApprovalRule(tool);
    return asks?.(input) === true ? "user-approval" : undefined;
  };
}
