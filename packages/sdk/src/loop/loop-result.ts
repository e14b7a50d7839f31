import type { ToolResult } from "@codespar/contract";

/**
 * - `completed` the tool succeeded
 * - `skipped` its `when` said no
 * - `failed` an error, or a business refusal
 * - `not_run` the loop ended before it
 * - `compensated` completed, then undone
 * - `not_compensated` completed, and could not be undone: somebody has to look
 */
export type LoopStepStatus =
  | "completed"
  | "skipped"
  | "failed"
  | "not_run"
  | "compensated"
  | "not_compensated";

export interface LoopStepResult {
  id: string;
  name: string;
  status: LoopStepStatus;
  result?: ToolResult | undefined;
  /** Why it failed, or why it could not be undone. */
  error?: unknown;
  /** What a callback threw; it does not touch the step. */
  callbackError?: unknown;
  attempts: number;
}

/**
 * - `completed` every step completed or was skipped
 * - `failed` a step failed and nothing was undone: there was nothing to undo, or the step may have happened
 *   (`outcome_unknown`, `step_result_erased`). Run it again with its id and journal once that is known
 * - `compensated` a step failed, and everything before it was undone
 * - `partially_compensated` as `compensated`, but see the steps that are `not_compensated`
 * - `aborted` the signal ended it; run it again with its id and journal to go on
 */
export type LoopStatus = "completed" | "failed" | "compensated" | "partially_compensated" | "aborted";

export interface LoopResult {
  /** Run the loop again with it, and the same journal, to go on where it stopped. */
  id: string;
  status: LoopStatus;
  steps: LoopStepResult[];
  /** By index; undefined where a step has none. */
  results: (ToolResult | undefined)[];
  /** Steps that completed and were not undone. */
  completedSteps: number;
  totalSteps: number;
  durationMs: number;
}
