import { workBilling } from "./billing/work-billing.ts";
import { workExpiredRecords } from "./expire-records.ts";
import { leaseUntil } from "./operations/lease.ts";
import { workOperation } from "./operations/resume-operation.ts";
import { workNotices } from "./receive-notice.ts";
import type { Services } from "./services.ts";
import { workEvents } from "./triggers/fan-out.ts";

/** Operations that one tick takes at a time. */
const operationBatch = 64;
const noticeBatch = 500;
/** Payloads that one tick erases at most. */
const eraseBatch = 10_000;
/** Hours for which arguments, results and event data are kept. */
const payloadHours = 24;

export interface TickOptions extends Services {
  /** Milliseconds for which a row of the tool-call log is kept. */
  logRetentionMs: number;
}

/** Works off what is due, until nothing is. Several processes may do so on one store. */
export async function tick(services: TickOptions): Promise<void> {
  const { store, clock } = services;
  for (;;) {
    const operations = await store.takeOperations(clock.now(), operationBatch, leaseUntil(services));
    await Promise.all(
      // one that cannot go on keeps its lease and is tried again when that runs out
      operations.map((operation) => workOperation(services, operation)),
    );
    if (operations.length + (await tell(services)) === 0) break;
  }
  while ((await workBilling(services)) + (await workExpiredRecords(services)) > 0);
  const now = clock.now();
  await store.erasePayloads(now - payloadHours * 3_600_000, eraseBatch);
  await store.dropOperations(now - services.logRetentionMs, eraseBatch);
}

/** Makes events of what providers told, and deliveries of events, until nothing is left of either. */
export async function takeNotices(services: Services): Promise<void> {
  while ((await tell(services)) > 0);
}

async function tell(services: Services): Promise<number> {
  const notices = await workNotices(services, noticeBatch);
  return notices + (await workEvents(services, noticeBatch));
}
