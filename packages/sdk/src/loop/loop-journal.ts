import type { ToolResult } from "@codespar/contract";
import type { ErrorFields } from "./error-fields.ts";

/** What a loop writes down. Everything in it is JSON. */
export type JournalEntry =
  | { type: "loop.started"; steps: { id: string; name: string }[] }
  /** Before the call: the same arguments go with the same idempotency key after a crash. */
  | { type: "step.started"; step: string; arguments: object }
  /** The arguments were refused and nothing was done: the next run makes them again. */
  | { type: "step.rejected"; step: string }
  | { type: "step.completed"; step: string; result: ToolResult; attempts: number }
  | { type: "step.skipped"; step: string }
  /** Before the first undoing: from here on the loop only undoes, however often it is run again. */
  | { type: "loop.failed"; step: string; error: ErrorFields; attempts: number }
  /** Before the call that undoes a step: the same call goes with the same key after a crash. */
  | { type: "step.compensating"; step: string; name: string; arguments: object }
  /** That call was refused and nothing was done: the next run makes it again. */
  | { type: "step.compensation_rejected"; step: string }
  | { type: "step.compensated"; step: string };

/** Where a loop writes down what it has done, so that it can be picked up. Implement it over any store. */
export interface LoopJournal {
  /** The loop's entries, oldest first; empty for a new loop. */
  read(loopId: string): Promise<JournalEntry[]> | JournalEntry[];
  /**
   * Resolves once the entry will survive whatever the journal is made to survive. What it throws ends the run: nothing is undone,
   * and the loop can be run again.
   */
  append(loopId: string, entry: JournalEntry): Promise<void> | void;
  /** Called when a run that has read the journal ends, however it ends. */
  release?(loopId: string): Promise<void> | void;
}
