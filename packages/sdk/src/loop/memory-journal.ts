import type { JournalEntry, LoopJournal } from "./loop-journal.ts";

/** A journal that lives as long as the process: enough to run a loop again after a failure. */
export function memoryJournal(): LoopJournal {
  const entries = new Map<string, JournalEntry[]>();
  return {
    read: (loopId) => [...(entries.get(loopId) ?? [])],
    append(loopId, entry) {
      const own = entries.get(loopId);
      if (own === undefined) entries.set(loopId, [entry]);
      else own.push(entry);
    },
  };
}
