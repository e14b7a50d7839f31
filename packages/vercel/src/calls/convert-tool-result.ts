import { isError, type ToolCallOutcome, truncateResult } from "@codespar/sdk/agent";
import { ToolCallError } from "./tool-call-error.ts";
import type { ToolOutput } from "./tool-output.ts";

/** The output for a response. A failure is thrown, which is how a tool of the AI SDK says that it failed. */
export function convertToolResult(response: ToolCallOutcome): ToolOutput {
  if (response.ok) return response.result;
  // Waiting for a person is no error: there is nothing to fix or tried again.
  if (isError(response)) throw new ToolCallError(response.failure, response.text);
  return response.failure;
}

/**
 * What the model reads of an output: the data alone, within the size budget. It also meets outputs that were stored
 * in a conversation, so it takes whatever it is given.
 */
export function convertModelOutput(output: unknown, maxResultChars: number | undefined) {
  const isResult = typeof output === "object" && output !== null && "success" in output && "data" in output;
  // An output came from JSON or goes to JSON; nothing else is ever in a conversation.
  const data = (isResult ? output.data : (output ?? null)) as Parameters<typeof truncateResult>[0];
  return { type: "text" as const, value: truncateResult(data, maxResultChars) };
}
