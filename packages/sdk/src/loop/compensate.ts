import { callStepFunction } from "./call-step-function.ts";
import { toErrorFields } from "./error-fields.ts";
import { Interruption } from "./interruption.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopProgress } from "./loop-progress.ts";
import type { LoopStepResult } from "./loop-result.ts";
import type { Compensation, ResolvedStep } from "./loop-step.ts";
import type { PreviousResults } from "./previous-results.ts";

/** Undoes completed steps, the last one first. A step that cannot be undone is marked and the rest goes on. */
export async function compensate(
  context: LoopContext,
  steps: readonly ResolvedStep[],
  outcomes: readonly LoopStepResult[],
  previous: PreviousResults,
  progress: LoopProgress,
): Promise<void> {
  await noteFailure(context, steps, outcomes, progress);
  for (const step of steps.toReversed()) {
    const outcome = outcomes[step.index];
    if (outcome?.status !== "completed" || outcome.result === undefined) continue;
    const { result } = outcome;
    try {
      const undo = await callStepFunction(step.id, "compensate", () => step.compensate?.(result, previous));
      if (!undo) continue;
      if (!progress.compensated.has(step.id)) await undoStep(context, step, undo);
      outcome.status = "compensated";
    } catch (error) {
      if (error instanceof Interruption) throw error;
      outcome.status = "not_compensated";
      outcome.error = error;
    }
  }
}

/** Written before anything is undone, so that a loop that is run again never builds on what was undone. */
async function noteFailure(
  context: LoopContext,
  steps: readonly ResolvedStep[],
  outcomes: readonly LoopStepResult[],
  progress: LoopProgress,
): Promise<void> {
  const undoes = steps.some(({ compensate, index }) => compensate && outcomes[index]?.status === "completed");
  const failed = outcomes.find(({ status }) => status === "failed");
  if (!undoes || failed === undefined || progress.failure !== undefined) return;
  const { id, error, attempts } = failed;
  await context.append({
    type: "loop.failed",
    step: id,
    error: toErrorFields(error),
    attempts,
  });
}

async function undoStep(context: LoopContext, step: ResolvedStep, undo: Compensation): Promise<void> {
  // A colon is in no step's id, so this key is no step's key.
  const name = `${step.id}:undo`;
  const idempotencyKey = `${context.id}/${name}`;
  // The loop's signal ends the doing, not the undoing.
  const result = await context.runStep(name, () => context.execute(undo, { idempotencyKey }));
  if (!result.success) throw result.error;
  await context.append({ type: "step.compensated", step: step.id });
}
