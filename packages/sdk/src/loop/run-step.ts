import type { ToolResult } from "@codespar/contract";
import { encodeJson } from "../api/encode-request.ts";
import { APIError } from "../errors/api-error.ts";
import { CodeSparError } from "../errors/codespar-error.ts";
import { createWireError } from "../errors/create-api-error.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { callStepFunction } from "./call-step-function.ts";
import { type ErrorFields, toErrorFields } from "./error-fields.ts";
import { type EarlierCall, findEarlierCall } from "./find-earlier-call.ts";
import { Interruption } from "./interruption.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopProgress } from "./loop-progress.ts";
import type { LoopStepResult } from "./loop-result.ts";
import type { ResolvedStep } from "./loop-step.ts";
import type { PreviousResults } from "./previous-results.ts";
import { runAttempts } from "./run-attempts.ts";
import { resultErasedCode } from "./undoes-nothing.ts";

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
    const begunWith = progress.arguments.get(id);
    const args = begunWith ?? (await startStep(context, step, previous));
    const mayHaveHappened = begunWith !== undefined || context.hasEngine;
    const outcome = await context.runStep(id, () =>
      callTool(context, step, args, { counter, mayHaveHappened }),
    );
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
  // Before it is written down: a journal would keep what JSON makes of it, and the step could never be corrected.
  encodeJson({ arguments: args });
  if (Object(args) !== args || Array.isArray(args)) throw invalidRequest("arguments", "must be an object.");
  await context.append({ type: "step.started", step: step.id, arguments: args });
  return args;
}

async function callTool(
  context: LoopContext,
  step: ResolvedStep,
  args: object,
  { counter, mayHaveHappened }: { counter: { attempts: number }; mayHaveHappened: boolean },
): Promise<StepOutcome> {
  const { signal } = context;
  const idempotencyKey = `${context.id}/${step.id}`;
  try {
    const earlier = mayHaveHappened ? await findEarlierCall(context, step.name, idempotencyKey) : undefined;
    if (earlier !== undefined) return { ...earlierOutcome(step, earlier), ...counter };
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

function earlierOutcome({ id }: ResolvedStep, earlier: EarlierCall) {
  const { result, provider } = earlier;
  if (result !== null) return { result: { ...result, replayed: true } };
  const where = provider === null ? "" : ` at ${provider}`;
  const error = new CodeSparError({
    code: resultErasedCode,
    message: `Step ${id} happened in an earlier run (${earlier.id}), and its result is no longer kept. Look up what it made${where}, append {"type":"step.completed","step":"${id}","result":…,"attempts":1} to the journal, and run the loop again.`,
  });
  return { error: toErrorFields(error) };
}

async function finishStep(
  context: LoopContext,
  { id, name }: ResolvedStep,
  outcome: StepOutcome,
): Promise<LoopStepResult> {
  const { attempts } = outcome;
  if ("error" in outcome) {
    const error = createWireError(outcome.error);
    if (isRejected(error)) await context.append({ type: "step.rejected", step: id });
    return { id, name, status: "failed", error, attempts };
  }
  const { result } = outcome;
  // A refusal is not written down: the next run has to get it again.
  if (!result.success) return { id, name, status: "failed", result, error: result.error, attempts };
  await context.append({ type: "step.completed", step: id, result, attempts });
  return { id, name, status: "completed", result, attempts };
}

/** Nothing was done under the key by this call, so the next run may come with arguments that were corrected. */
export function isRejected({ status, code }: APIError): boolean {
  return [400, 404, 413].includes(status) || code === "idempotency_conflict";
}
