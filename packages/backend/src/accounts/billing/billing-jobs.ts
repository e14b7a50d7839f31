import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod } from "../../platform/time.ts";
import type { BillingInvoiceRecord } from "../../store/record.ts";

/** The payload of a billing job. */
export type BillingJob =
  | { type: "close"; organisation: string; period: string }
  | { type: "finalise"; organisation: string; invoiceId: string }
  | { type: "charge"; organisation: string; invoiceId: string };

export const billingJobKind = "billing";

/** Schedules the closing of the month. */
export async function scheduleClose(
  { store }: BackendContext,
  organisation: string,
  period: string,
): Promise<void> {
  const job: BillingJob = { type: "close", organisation, period };
  await store.addJob({
    id: `${billingJobKind} close ${organisation} ${period}`,
    kind: billingJobKind,
    dueAt: boundsOfPeriod(period).end,
    attempts: 0,
    payload: JSON.stringify(job),
  });
}

/** Schedules the processing of an invoice; a job that exists stays as it is. */
export async function addInvoiceJob(
  { store }: BackendContext,
  type: "charge" | "finalise",
  { organisation, id: invoiceId }: BillingInvoiceRecord,
  dueAt: number,
): Promise<void> {
  const job: BillingJob = { type, organisation, invoiceId };
  await store.addJob({
    id: `${billingJobKind} ${type} ${invoiceId}`,
    kind: billingJobKind,
    dueAt,
    attempts: 0,
    payload: JSON.stringify(job),
  });
}
