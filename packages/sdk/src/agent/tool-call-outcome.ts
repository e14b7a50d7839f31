import type { ToolSuccess } from "@codespar/contract";
import type { AgentFailure } from "./describe-failure.ts";

/** What a model is told about one call. `text` is JSON: the result's data, or the failure. */
export type ToolCallOutcome =
  | { ok: true; text: string; result: ToolSuccess }
  | { ok: false; text: string; failure: AgentFailure };

export function succeeded(result: ToolSuccess, text: string): ToolCallOutcome {
  return { ok: true, text, result };
}

export function failed(failure: AgentFailure): ToolCallOutcome {
  return { ok: false, text: JSON.stringify(failure), failure };
}

/** Whether a framework marks the response as an error. Waiting for a person is none: there is nothing to fix. */
export function isError(response: ToolCallOutcome): boolean {
  return !response.ok && response.failure.status !== "approval_required";
}
