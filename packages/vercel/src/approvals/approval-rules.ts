import type { ToolSet } from "ai";

/** Whether a person should be asked before a call with this input. */
export type ApprovalRule = (input: unknown) => boolean;

// By the schema, which is each tool's own and stays with it when somebody wraps a tool by copying it.
const rules = new WeakMap<object, ApprovalRule>();

/** Says when a tool asks first. */
export function setApprovalRule({ inputSchema }: ToolSet[string], rule: ApprovalRule): void {
  rules.set(inputSchema, rule);
}

/** When a tool asks first; undefined for tools that are not CodeSpar's. */
export function getApprovalRule(tool: ToolSet[string]): ApprovalRule | undefined {
  return rules.get(tool.inputSchema);
}
