import type { Session } from "@codespar/sdk";
import { runToolCall, selectTools, type ToolSelection } from "@codespar/sdk/agent";
import type { FunctionCall, Part, Tool } from "@google/genai";

/** A session's tools for Gemini: the six meta-tools, or those that are selected. */
export async function getTools(session: Session, selection?: ToolSelection): Promise<Tool[]> {
  const tools = await selectTools(session, selection);
  const functionDeclarations = tools.map(({ name, description, input_schema }) => ({
    name,
    description,
    parametersJsonSchema: input_schema,
  }));
  return [{ functionDeclarations }];
}

/** Carries a call out and returns the part that responds to it. A failure is `{ error }`, as Gemini expects. */
export async function handleFunctionCall(
  session: Session,
  { id, name = "", args }: FunctionCall,
): Promise<Part> {
  const outcome = await runToolCall(session, { id, name, arguments: args });
  const data = JSON.parse(outcome.text);
  return {
    functionResponse: {
      ...(id === undefined ? {} : { id }),
      name,
      response: outcome.ok ? data : { error: data },
    },
  };
}
