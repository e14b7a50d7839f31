import type { ToolResult } from "@codespar/contract";
import { encodeJson } from "../api/encode-json.ts";
import { APIError } from "../errors/api-error.ts";
import { createWireError } from "../errors/create-api-error.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { callStepFunction } from "./call-step-function.ts";
import { type ErrorFields, toErrorFields } from "./error-fields.ts";
import { Interruption } from "./interruption.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopProgress } from "./loop-progress.ts";
import type { LoopStepResult } from "./loop-result.ts";
import type { ResolvedStep } from "./loop-step.ts";
import type { PreviousResults } from "./previous-results.ts";
import { runAttempts } from "./run-attempts.ts";

/** How a step's call ended for good, as JSON, so that a durable engine can record it. */
type StepOutcome = { result: ToolResult; attempts: number } | { error: ErrorFields; attempts: number };

/** Runs a step once, or takes it from the journal. What went wrong is in the result; only an interruption is thrown. */
export async function runStep(
  context: LoopContext,
  step: ResolvedStep,
  previous: PreviousResults,
  progress: LoopProgress,
): Promise<LoopStepResult> {
  const { id, name } = step;
  const done = progress.done.get(id);
  if (done?.type === "step.skipped") return { id, name, status: "skipped", attempts: 0 };
  if (done !== undefined) {
    return { id, name, status: "completed", result: done.result, attempts: done.attempts };
  }

  if (progress.failure?.step === id) {
    const { error, attempts } = progress.failure;
    return { id, name, status: "failed", error: createWireError(error), attempts };
  }

  const counter = { attempts: 0 };
  try {
    context.signal?.throwIfAborted();
    const { when } = step;
    if (when !== undefined && !(await callStepFunction(id, "when", () => when(previous)))) {
      await context.append({ type: "step.skipped", step: id });
      return { id, name, status: "skipped", attempts: 0 };
    }
    const args = progress.arguments.get(id) ?? (await startStep(context, step, previous));
    const outcome = await context.runStep(id, () => callTool(context, step, args, counter));
    return await finishStep(context, step, outcome);
  } catch (error) {
    if (error instanceof Interruption) throw error;
    return { id, name, status: "failed", error, ...counter };
  }
}

async function startStep(
  context: LoopContext,
  step: ResolvedStep,
  previous: PreviousResults,
): Promise<object> {
  const given = step.arguments;
  const args =
    typeof given === "function" ? await callStepFunction(step.id, "arguments", () => given(previous)) : given;
  // Before it is written down: a journal would keep what JSON makes of it, and the step could never be mended.
  encodeJson({ arguments: args });
  if (Object(args) !== args || Array.isArray(args)) throw invalidRequest("arguments", "must be an object.");
  await context.append({ type: "step.started", step: step.id, arguments: args });
  return args;
}

async function callTool(
  context: LoopContext,
  step: ResolvedStep,
  args: object,
  counter: { attempts: number },
): Promise<StepOutcome> {
  const { signal } = context;
  const idempotencyKey = `${context.id}/${step.id}`;
  try {
    const result = await runAttempts(
      () => context.execute({ name: step.name, arguments: args }, { idempotencyKey, signal }),
      step.retry,
      context,
      counter,
    );
    return { result, ...counter };
  } catch (error) {
    // What may pass is thrown, so that an engine can try again.
    if (signal?.aborted || !APIError.isInstance(error) || error.retryable) throw error;
    return { error: toErrorFields(error), ...counter };
  }
}

async function finishStep(
  context: LoopContext,
  { id, name }: ResolvedStep,
  outcome: StepOutcome,
): Promise<LoopStepResult> {
  const { attempts } = outcome;
  if ("error" in outcome) {
    const error = createWireError(outcome.error);
    // Nothing was done under the step's key, so the next run may come with arguments that were mended.
    if ([400, 404, 413].includes(error.status)) await context.append({ type: "step.rejected", step: id });
    return { id, name, status: "failed", error, attempts };
  }
  const { result } = outcome;
  // A refusal is not written down: whoever runs the loop again wants to hear it again.
  if (!result.success) return { id, name, status: "failed", result, error: result.error, attempts };
  await context.append({ type: "step.completed", step: id, result, attempts });
  return { id, name, status: "completed", result, attempts };
}
