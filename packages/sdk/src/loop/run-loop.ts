import { compensate } from "./compensate.ts";
import { interruptingAppend, interruptingEngine } from "./interrupting.ts";
import { Interruption } from "./interruption.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopOptions } from "./loop-options.ts";
import { type LoopProgress, readProgress } from "./loop-progress.ts";
import type { LoopResult, LoopStatus, LoopStepResult } from "./loop-result.ts";
import type { ResolvedStep } from "./loop-step.ts";
import { memoryJournal } from "./memory-journal.ts";
import { collectResults } from "./previous-results.ts";
import { checkLoopId, resolveSteps } from "./resolve-steps.ts";
import { runStep } from "./run-step.ts";
import { undoesNothing } from "./undoes-nothing.ts";

/**
 * Runs steps in order, one billed call each, and says how each went. Throws for a wrong definition, and what journal and
 * engine throw.
 */
export async function runLoop(
  { execute, reconcile, runtime }: Pick<LoopContext, "execute" | "reconcile" | "runtime">,
  options: LoopOptions,
): Promise<LoopResult> {
  const steps = resolveSteps(options);
  const id = checkLoopId(options.id ?? runtime.uuid());
  const { journal = memoryJournal(), signal } = options;
  const context: LoopContext = {
    id,
    runtime,
    execute,
    reconcile,
    hasEngine: options.runStep !== undefined,
    append: interruptingAppend(journal, id),
    runStep:
      options.runStep === undefined ? (_name, run) => run() : interruptingEngine(options.runStep, signal),
    signal,
  };
  const entries = await journal.read(id);
  try {
    return await runSteps(context, steps, options, readProgress(entries, steps));
  } catch (error) {
    throw error instanceof Interruption ? error.cause : error;
  } finally {
    await journal.release?.(id);
  }
}

async function runSteps(
  context: LoopContext,
  steps: readonly ResolvedStep[],
  options: LoopOptions,
  progress: LoopProgress,
): Promise<LoopResult> {
  const { runtime } = context;
  const startedAt = runtime.now();
  if (progress.isNew) {
    const definition = steps.map(({ id, name }) => ({ id, name }));
    await context.append({ type: "loop.started", steps: definition });
  }

  const outcomes: LoopStepResult[] = steps.map(({ id, name }) => ({
    id,
    name,
    status: "not_run",
    attempts: 0,
  }));
  const { previous, add } = collectResults();
  for (const step of steps) {
    if (context.signal?.aborted) break;
    const outcome = await runStep(context, step, previous, progress);
    outcomes[step.index] = outcome;
    add(step.id, step.index, outcome.result);
    const callback = outcome.status === "failed" ? options.onStepError : options.onStepComplete;
    if (callback !== undefined) await notify(callback, outcome, step.index);
    if (outcome.status === "failed" && options.abortOnError !== false) break;
  }

  const failed = outcomes.filter(({ status }) => status === "failed");
  const mayUndo = progress.failure !== undefined || !failed.some(({ error }) => undoesNothing(error));
  const isUndoing =
    failed.length > 0 && mayUndo && !context.signal?.aborted && options.abortOnError !== false;
  if (isUndoing) await compensate(context, steps, outcomes, previous, progress);
  return {
    id: context.id,
    status: toStatus(outcomes, context.signal?.aborted === true),
    steps: outcomes,
    results: outcomes.map(({ result }) => result),
    completedSteps: outcomes.filter(({ status }) => status === "completed").length,
    totalSteps: steps.length,
    durationMs: runtime.now() - startedAt,
  };
}

async function notify(
  callback: NonNullable<LoopOptions["onStepComplete"]>,
  outcome: LoopStepResult,
  index: number,
): Promise<void> {
  try {
    await callback(outcome, index);
  } catch (error) {
    outcome.callbackError = error;
  }
}

function toStatus(outcomes: readonly LoopStepResult[], aborted: boolean): LoopStatus {
  const has = (status: LoopStepResult["status"]) => outcomes.some((outcome) => outcome.status === status);
  if (!has("failed")) return has("not_run") && aborted ? "aborted" : "completed";
  if (aborted) return "aborted";
  if (has("not_compensated")) return "partially_compensated";
  if (!has("compensated")) return "failed";
  // of a journal that was written when such a step was no reason to stop
  return outcomes.some(({ error }) => undoesNothing(error)) ? "partially_compensated" : "compensated";
}
