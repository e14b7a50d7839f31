import type { AgentFailure, Json, ToolSuccess } from "@codespar/sdk/agent";

/** A preliminary output: how a call goes. The last output of a call is never one. */
export interface ToolProgress {
  status: "running";
  tool_call_id?: string | undefined;
  /** Who handles the call at the moment. */
  provider?: string | undefined;
  stage?: string | undefined;
  message?: string | undefined;
  /** Between 0 and 1. */
  progress?: number | undefined;
  /** Partial results so far, such as one carrier's quotes each. */
  partial?: Json[] | undefined;
}

/** What a tool's `output` holds: progress, the result, or that a person has to approve the call first. */
export type ToolOutput = ToolProgress | ToolSuccess | AgentFailure;
