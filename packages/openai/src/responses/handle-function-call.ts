import { type AgentSession, answerToolCall } from "@codespar/sdk/agent";
import type { ResponseFunctionToolCall, ResponseInputItem } from "openai/resources/responses/responses";
import { convertAnswer } from "../convert-tool-result.ts";
import type { HandleOptions } from "../options.ts";

/**
 * Carries out one `function_call` item and gives the `function_call_output` that answers it, whatever happens.
 * Throws only the reason of your own abort and `AuthenticationError` for a refused API key.
 */
export async function handleFunctionCall(
  session: AgentSession,
  { call_id, name, arguments: text, status }: ResponseFunctionToolCall,
  options: HandleOptions = {},
): Promise<ResponseInputItem.FunctionCallOutput> {
  const call = { id: call_id, name, arguments: text, incomplete: status === "incomplete" };
  const output = convertAnswer(await answerToolCall(session, call, options));
  return { type: "function_call_output", call_id, output };
}
