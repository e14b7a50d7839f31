import type { OptionNames } from "../api/request-options.ts";
import type { LoopJournal } from "./loop-journal.ts";
import type { LoopStepResult } from "./loop-result.ts";
import type { LoopStep, RetryPolicy } from "./loop-step.ts";

/**
 * Runs one step under a durable engine, which records what `run` gives and does not run it again:
 * `(name, run) => ctx.run(name, run)`. What `run` gives is JSON; it throws only what may succeed later, or an abort.
 *
 * What the engine throws leaves the loop, with nothing undone: engines throw to suspend. To fail the step and undo those
 * before it, as when the engine has given up, throw a `CodeSparError`; with the code `outcome_unknown` when the step may have
 * happened, so that nothing is undone before that is known.
 */
export type RunStep = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

export const loopOptionNames: OptionNames<LoopOptions> = {
  id: true,
  steps: true,
  onStepComplete: true,
  onStepError: true,
  retryPolicy: true,
  abortOnError: true,
  signal: true,
  journal: true,
  runStep: true,
};

export interface LoopOptions<Names extends string = string> {
  /** Names the loop in journal and idempotency keys: with its journal, no step is done twice. @default a random UUID */
  id?: string | undefined;
  steps: readonly LoopStep<Names>[];
  /** Called after a step completed or was skipped. What it throws is kept in `callbackError`. */
  onStepComplete?: ((step: LoopStepResult, index: number) => unknown) | undefined;
  /** Called after a step failed. What it throws is kept in `callbackError`. */
  onStepError?: ((step: LoopStepResult, index: number) => unknown) | undefined;
  retryPolicy?: RetryPolicy | undefined;
  /** False goes on with the next step after a failure, and undoes nothing. @default true */
  abortOnError?: boolean | undefined;
  /** Ends the loop between steps and within one; the result then says `aborted`. */
  signal?: AbortSignal | undefined;
  /** @default memoryJournal() */
  journal?: LoopJournal | undefined;
  runStep?: RunStep | undefined;
}
