import type { Session } from "@codespar/sdk";
import { runToolCall, selectTools, type ToolSelection } from "@codespar/sdk/agent";
import { FunctionTool } from "@llamaindex/core/tools";

/**
 * A session's tools for LlamaIndex: the six meta-tools, or those that are selected. LlamaIndex tells a tool no id of the call, so
 * every call is a new one: a conversation that is played again pays again.
 */
export async function codesparTools(session: Session, selection?: ToolSelection) {
  const tools = await selectTools(session, selection);
  return tools.map(({ name, description, input_schema }) =>
    FunctionTool.from(
      // as an object: LlamaIndex writes a text without its quotes
      async (input: unknown) => JSON.parse((await runToolCall(session, { name, arguments: input })).text),
      { name, description, parameters: input_schema },
    ),
  );
}
