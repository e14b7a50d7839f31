import type { ApprovalRecord } from "./record.ts";

/** The approval after the call that it was given for began. */
export function useApproval(record: ApprovalRecord, operationId: string): ApprovalRecord {
  return { ...record, status: "used", operationId, version: record.version + 1 };
}
