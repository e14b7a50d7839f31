import { CodeSparError } from "../errors/codespar-error.ts";
import { Interruption } from "./interruption.ts";
import type { LoopContext } from "./loop-context.ts";
import type { LoopJournal } from "./loop-journal.ts";
import type { RunStep } from "./loop-options.ts";

/** Writes to a journal, whose failure interrupts the loop: what was done and not written down is not a failed step. */
export function interruptingAppend(journal: LoopJournal, loopId: string): LoopContext["append"] {
  return async (entry) => {
    try {
      // a journal in memory is done at once, and a turn for nothing would be most of what it costs
      const written = journal.append(loopId, entry);
      if (written !== undefined) await written;
    } catch (error) {
      throw new Interruption(error);
    }
  };
}

/**
 * An engine whose own errors interrupt the loop: it throws them to suspend a run that it goes on with elsewhere. Only a
 * CodeSparError speaks of the step. Decided by what the error is and not by who threw it, so that a replay decides alike.
 */
export function interruptingEngine(runStep: RunStep, signal: AbortSignal | undefined): RunStep {
  return async <Value>(name: string, run: () => Promise<Value>) => {
    let outcome: Value | undefined;
    try {
      outcome = await runStep(name, run);
    } catch (error) {
      if (signal?.aborted || CodeSparError.isInstance(error)) throw error;
      throw new Interruption(error);
    }
    if (outcome) return outcome;
    const message = "runStep has to return what `run` gives. Fix it and run the loop again.";
    throw new Interruption(new CodeSparError({ code: "run_step_gave_nothing", message }));
  };
}
