import type { Session } from "@codespar/sdk";
import { isError, runToolCall, selectTools, type ToolSelection } from "@codespar/sdk/agent";
import { ToolMessage, type ToolRuntime, tool } from "langchain";

/** A session's tools for LangChain and LangGraph: the six meta-tools, or those that are selected. */
export async function codesparTools(session: Session, selection?: ToolSelection) {
  const tools = await selectTools(session, selection);
  return tools.map(({ name, description, input_schema }) =>
    tool(
      async (input: unknown, { toolCallId, signal }: ToolRuntime) => {
        const call = { id: toolCallId, name, arguments: input };
        const outcome = await runToolCall(session, call, { signal });
        return new ToolMessage({
          content: outcome.text,
          tool_call_id: toolCallId,
          name,
          status: isError(outcome) ? "error" : "success",
        });
      },
      { name, description, schema: input_schema },
    ),
  );
}
