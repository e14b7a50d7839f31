import type { Session } from "@codespar/sdk";
import { runToolCall, selectTools, type ToolSelection } from "@codespar/sdk/agent";
import { createTool } from "@mastra/core/tools";

/** A session's tools for Mastra: the six meta-tools, or those that are selected. */
export async function codesparTools(session: Session, selection?: ToolSelection) {
  const tools = await selectTools(session, selection);
  const entries = tools.map(({ name, description, input_schema }) => {
    const tool = createTool({
      id: name,
      description,
      inputSchema: input_schema,
      async execute(input: unknown, { agent, abortSignal }) {
        const call = { id: agent?.toolCallId, name, arguments: input };
        const outcome = await runToolCall(session, call, { signal: abortSignal });
        return JSON.parse(outcome.text);
      },
    });
    return [name, tool] as const;
  });
  return Object.fromEntries(entries);
}
