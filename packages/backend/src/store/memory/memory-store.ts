import type { Store } from "../store.ts";
import { memoryApiKeys } from "./memory-api-keys.ts";
import { memoryOperations } from "./memory-operations.ts";
import { memoryRecords } from "./memory-records.ts";
import { memorySmallRecords } from "./memory-small-records.ts";

/** A store in memory, gone with the process. For one process only. */
export function memoryStore(): Store {
  const { countCall, appendEvents, addJobs, eraseEvents, dropEvents, nextJobDueAt, ...records } =
    memoryRecords();
  const { useApproval, eraseApprovals, ...smallRecords } = memorySmallRecords();
  const { nextOperationDueAt, ...operations } = memoryOperations({
    countCall,
    appendEvents,
    addJobs,
    eraseEvents,
    dropEvents,
    useApproval,
    eraseApprovals,
  });
  return {
    ...memoryApiKeys(),
    ...smallRecords,
    ...records,
    ...operations,
    async nextDueAt(after = Number.NEGATIVE_INFINITY) {
      const due = [nextOperationDueAt(after), nextJobDueAt(after)].filter((at) => at !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    async close() {},
  };
}
