import { invalidRequest } from "../errors/invalid-request.ts";
import type { JournalEntry } from "./loop-journal.ts";
import type { Compensation, ResolvedStep } from "./loop-step.ts";

/** What an earlier run of the loop has left behind. */
export interface LoopProgress {
  isNew: boolean;
  arguments: Map<string, object>;
  done: Map<string, Extract<JournalEntry, { type: "step.completed" | "step.skipped" }>>;
  /** Set once undoing has begun. */
  failure: Extract<JournalEntry, { type: "loop.failed" }> | undefined;
  /** Calls that were to undo a step, and may have been made. */
  compensating: Map<string, Compensation>;
  compensated: Set<string>;
}

/** Reads the journal, and refuses one that was written by another definition. */
export function readProgress(entries: readonly JournalEntry[], steps: readonly ResolvedStep[]): LoopProgress {
  const progress: LoopProgress = {
    isNew: entries.length === 0,
    arguments: new Map(),
    done: new Map(),
    failure: undefined,
    compensating: new Map(),
    compensated: new Set(),
  };
  for (const entry of entries) {
    switch (entry.type) {
      case "loop.started":
        compare(entry.steps, steps);
        break;
      case "step.started":
        progress.arguments.set(entry.step, entry.arguments);
        break;
      case "step.rejected":
        progress.arguments.delete(entry.step);
        break;
      case "step.completed":
      case "step.skipped":
        progress.done.set(entry.step, entry);
        break;
      case "loop.failed":
        progress.failure = entry;
        break;
      case "step.compensating":
        progress.compensating.set(entry.step, { name: entry.name, arguments: entry.arguments });
        break;
      case "step.compensation_rejected":
        progress.compensating.delete(entry.step);
        break;
      case "step.compensated":
        progress.compensated.add(entry.step);
    }
  }
  return progress;
}

function compare(before: readonly { id: string; name: string }[], now: readonly ResolvedStep[]): void {
  for (let index = 0; index < Math.max(before.length, now.length); index++) {
    const was = describe(before[index]);
    const is = describe(now[index]);
    if (was === is) continue;
    throw invalidRequest(
      `steps.${index}`,
      `was ${was} when the journal was written and is ${is} now. Give the changed loop an id of its own.`,
    );
  }
}

function describe(step: { id: string; name: string } | undefined): string {
  return step === undefined ? "no step" : `${step.id} (${step.name})`;
}
