import type { Policy } from "@codespar/contract";

const none: Readonly<Record<string, unknown>> = {};

/** The arguments of a tool that the session has pinned. */
export function pinnedArguments(policy: Policy | null, tool: string): Readonly<Record<string, unknown>> {
  const byTool = policy?.pinned_arguments;
  return byTool !== undefined && Object.hasOwn(byTool, tool) ? (byTool[tool] ?? none) : none;
}

/** What a call really asks for: the pinned arguments win over what was sent. */
export function applyPins(
  policy: Policy | null,
  tool: string,
  args: Record<string, unknown>,
): Record<string, unknown> {
  const pinned = pinnedArguments(policy, tool);
  return pinned === none ? args : { ...args, ...pinned };
}
