import {
  type AgentSession,
  checkKnownOptions,
  countOccurrences,
  type ModelToolCall,
  runToolCall,
} from "@codespar/sdk/agent";
import type { ResponseFunctionToolCall, ResponseInputItem } from "openai/resources/responses/responses";
import { convertOutcome } from "../convert-tool-result.ts";
import { type HandleFunctionCallOptions, handleFunctionCallOptionNames } from "../options.ts";

/**
 * Carries out one `function_call` item and gives the `function_call_output` that handles it, whatever happens.
 * Throws only the reason of your own abort and `AuthenticationError` for a refused API key.
 */
export async function handleFunctionCall(
  session: AgentSession,
  item: ResponseFunctionToolCall,
  given: HandleFunctionCallOptions = {},
): Promise<ResponseInputItem.FunctionCallOutput> {
  checkKnownOptions(given, handleFunctionCallOptionNames, "options");
  const { input, ...options } = given;
  const call = convertFunctionCall(item);
  const occurrence = countOccurrences(call, findEarlierCalls(input, item).map(convertFunctionCall));
  const output = convertOutcome(await runToolCall(session, { ...call, occurrence }, options));
  return { type: "function_call_output", call_id: item.call_id, output };
}

function convertFunctionCall({
  call_id,
  name,
  arguments: text,
  status,
}: ResponseFunctionToolCall): ModelToolCall {
  return { id: call_id, name, arguments: text, incomplete: status === "incomplete" };
}

/** The function calls before this one, which may be among the items already, with no output yet. */
function findEarlierCalls(
  input: readonly ResponseInputItem[] = [],
  item: ResponseFunctionToolCall,
): ResponseFunctionToolCall[] {
  const same = input.lastIndexOf(item);
  const at = same === -1 ? findOpenCall(input, item) : same;
  return (at === -1 ? input : input.slice(0, at)).filter((earlier) => earlier.type === "function_call");
}

/** Where the same call stands that no output has followed. */
function findOpenCall(input: readonly ResponseInputItem[], { call_id }: ResponseFunctionToolCall): number {
  const at = input.findLastIndex((item) => item.type === "function_call" && item.call_id === call_id);
  const isResolved = input
    .slice(at + 1)
    .some((item) => item.type === "function_call_output" && item.call_id === call_id);
  return isResolved ? -1 : at;
}
