import {
  type AgentSession,
  needsApproval as isHeldBack,
  parseArguments,
  type Risk,
  riskOf,
  type Tool,
} from "@codespar/sdk/agent";

const risky: ReadonlySet<Risk> = new Set<Risk>(["moves_money", "fiscal"]);

/**
 * Whether a person should be asked before this call: it moves money or issues a document, or the session's policy holds
 * it back. Reading a payment does not.
 */
export function needsApproval(
  session: Pick<AgentSession, "policy">,
  tool: Pick<Tool, "name" | "risk">,
  input: unknown,
): boolean {
  if (risky.has(riskOf(tool.name, input) ?? tool.risk)) return true;
  const parsed = parseArguments(input);
  return parsed.ok && isHeldBack(session, tool, parsed.arguments);
}
