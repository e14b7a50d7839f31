import { suggest, type Tool } from "@codespar/contract";
import { NotFoundError } from "../errors/api-errors.ts";
import type { AgentSession } from "./agent-options.ts";
import { toPortableTool } from "./portable-tool.ts";

/** Which tools a model is given; without one, the six meta-tools. */
export type ToolSelection = "all" | readonly string[] | ((tool: Tool) => boolean);

/**
 * The selected tools of a session, as the clients of all vendors take them, in the session's own order, so that the same selection
 * gives the same list.
 */
export async function selectTools(
  session: Pick<AgentSession, "tools">,
  selection?: ToolSelection,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Tool[]> {
  const { signal } = options;
  const query = selection === undefined ? { kind: "meta" as const } : {};
  const tools = (await session.tools(query, { signal })).map(toPortableTool);
  if (selection === undefined) return tools;
  if (selection === "all") return tools;
  if (typeof selection === "function") return tools.filter((tool) => selection(tool));
  for (const name of selection) checkName(name, tools);
  return tools.filter(({ name }) => selection.includes(name));
}

function checkName(name: string, tools: readonly Tool[]): void {
  if (tools.some((tool) => tool.name === name)) return;
  const suggestions = suggest(
    name,
    tools.map((tool) => tool.name),
  );
  const hint = suggestions.length > 0 ? ` Perhaps ${suggestions.join(" or ")}.` : "";
  throw new NotFoundError({
    code: "unknown_tool",
    message: `This session has no tool "${name}".${hint} session.tools() lists them all.`,
    status: 404,
    fields: { suggestions },
  });
}
