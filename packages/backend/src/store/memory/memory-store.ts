import type { Store, StoreWrite } from "../store.ts";
import { memoryApiKeys } from "./memory-api-keys.ts";
import { memoryOperations } from "./memory-operations.ts";
import { memoryRecords } from "./memory-records.ts";
import { memorySmallRecords, type Undo } from "./memory-small-records.ts";

export interface MemoryStoreOptions {
  /**
   * Calls that it keeps at a time; a further one is refused as not done. Each takes some four kilobytes, so that a process with a heap of
   * two gigabytes bears twice as many. @default 250_000
   */
  maxCalls?: number | undefined;
}

/** A store in memory, gone with the process. For one process only. */
export function memoryStore({ maxCalls = 250_000 }: MemoryStoreOptions = {}): Store {
  const {
    countCall,
    appendEvents,
    addJobs,
    eraseEvents,
    dropEvents,
    dropSessions,
    nextJobDueAt,
    ...records
  } = memoryRecords();
  const { useApproval, eraseApprovals, insert, replace, dropRecords, ...smallRecords } = memorySmallRecords();
  const { create, update, dropKeys, ...apiKeys } = memoryApiKeys();
  const { nextOperationDueAt, dropCounters, dropDocuments, ...operations } = memoryOperations({
    countCall,
    appendEvents,
    addJobs,
    eraseEvents,
    dropEvents,
    useApproval,
    eraseApprovals,
    maxCalls,
  });

  function write(each: StoreWrite): Undo | undefined {
    switch (each.type) {
      case "insert_record":
        return insert(each.kind, each.record, each.most);
      case "replace_record":
        return replace(each.kind, each.record);
      case "create_api_key":
        return create(each.key, each.most);
      case "update_api_key":
        return update(each.key, each.expectedHash);
      default:
        throw new Error(`There is no write ${JSON.stringify(each satisfies never)}.`);
    }
  }

  return {
    ...apiKeys,
    ...smallRecords,
    ...records,
    ...operations,
    async writeTogether(writes) {
      const undo: Undo[] = [];
      for (const [place, each] of writes.entries()) {
        const undone = write(each);
        if (undone === undefined) {
          for (const takeBack of undo.reverse()) takeBack();
          return place;
        }
        undo.push(undone);
      }
      return -1;
    },
    // one step clears all there is: in memory nobody waits for a limit
    dropRecords: async (before) =>
      dropSessions(before) +
      dropRecords(before) +
      dropKeys(before) +
      dropCounters(before) +
      dropDocuments(before),
    async nextDueAt(after = Number.NEGATIVE_INFINITY) {
      const due = [nextOperationDueAt(after), nextJobDueAt(after)].filter((at) => at !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    async close() {},
  };
}
