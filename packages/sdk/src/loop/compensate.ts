import { encodeJson } from "../api/encode-request.ts";
import { APIError } from "../errors/api-error.ts";
import { callStepFunction } from "./call-step-function.ts";
import { toErrorFields } from "./error-fields.ts";
import { findEarlierCall } from "./find-earlier-call.ts";
import { Interruption } from "./interruption.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopProgress } from "./loop-progress.ts";
import type { LoopStepResult } from "./loop-result.ts";
import type { Compensation, ResolvedStep } from "./loop-step.ts";
import type { PreviousResults } from "./previous-results.ts";
import { isRejected } from "./run-step.ts";

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
      const undo = () => callStepFunction(step.id, "compensate", () => step.compensate?.(result, previous));
      if (!(progress.compensated.has(step.id) || (await undoStep(context, step, undo, progress)))) continue;
      outcome.status = "compensated";
    } catch (error) {
      if (error instanceof Interruption) throw error;
      if (APIError.isInstance(error) && isRejected(error)) {
        await context.append({ type: "step.compensation_rejected", step: step.id });
      }
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

/** Undoes a step; false when there is nothing to undo. */
async function undoStep(
  context: LoopContext,
  step: ResolvedStep,
  makeUndo: () => Promise<Compensation | null | undefined>,
  progress: LoopProgress,
): Promise<boolean> {
  const begun = progress.compensating.get(step.id);
  const undo = begun ?? (await makeUndo());
  if (!undo) return false;
  if (begun === undefined) await noteUndo(context, step, undo);
  // A colon is in no step's id, so this key is no step's key.
  const name = `${step.id}:undo`;
  const idempotencyKey = `${context.id}/${name}`;
  const { error } = await context.runStep(name, async () => {
    const mayHaveHappened = begun !== undefined || context.hasEngine;
    // The loop's signal ends the doing, not the undoing.
    const unbounded = { ...context, signal: undefined };
    const earlier = mayHaveHappened ? await findEarlierCall(unbounded, undo.name, idempotencyKey) : undefined;
    // that it happened is enough, whatever has become of its result
    if (earlier !== undefined) return { error: earlier.result?.error ?? null };
    return context.execute(undo, { idempotencyKey });
  });
  if (error !== null) throw error;
  await context.append({ type: "step.compensated", step: step.id });
  return true;
}

async function noteUndo({ append }: LoopContext, { id }: ResolvedStep, undo: Compensation): Promise<void> {
  encodeJson({ arguments: undo.arguments });
  await append({ type: "step.compensating", step: id, name: undo.name, arguments: undo.arguments });
}
