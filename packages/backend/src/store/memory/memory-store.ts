import type { Store } from "../store.ts";
import { memoryOperations } from "./memory-operations.ts";
import { memoryRecords } from "./memory-records.ts";

/** A store in memory, gone with the process. For one process only. */
export function memoryStore(): Store {
  const { countCall, appendEvents, eraseEventsOf, nextJobDueAt, ...records } = memoryRecords();
  const { nextOperationDueAt, ...operations } = memoryOperations({ countCall, appendEvents, eraseEventsOf });
  return {
    ...records,
    ...operations,
    async nextDueAt() {
      const due = [nextOperationDueAt(), nextJobDueAt()].filter((at) => at !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    async close() {},
  };
}
