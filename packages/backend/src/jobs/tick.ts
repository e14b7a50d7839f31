import { processBilling } from "../accounts/billing/process-billing.ts";
import { processRefreshes } from "../accounts/connections/refresh-connections.ts";
import { leaseUntil } from "../calls/operations/lease-and-doubt.ts";
import { processOperation } from "../calls/operations/resume-operation.ts";
import { providerWebhookProcessor } from "../calls/provider-webhooks/provider-webhook.ts";
import type { BackendContext } from "../context.ts";
import { processEvents } from "../events/create-deliveries.ts";
import { processExpiredRecords } from "../store/expire-records.ts";

/** Operations that one tick takes at a time. */
const operationBatch = 64;
const webhookBatch = 500;
/** Payloads that one tick erases at most. */
const eraseBatch = 10_000;
/** Records of each kind that are removed in one transaction. */
const dropBatch = 1_000;
const dropRecordsMs = 3_600_000;
/** Hours for which arguments, results and event data are kept. */
const payloadHours = 24;

export interface TickOptions {
  /** Milliseconds for which a row of the tool-call log is kept. */
  logRetentionMs: number;
}

/** What is done apart from requests. */
export interface Tick {
  /** Processes what is due, until nothing is. Several processes may do so on one store. */
  tick(): Promise<void>;
  /** Makes events of what providers reported, and deliveries of events, until nothing is left of either. */
  processProviderWebhooks(): Promise<void>;
}

export function createTick(context: BackendContext, { logRetentionMs }: TickOptions): Tick {
  const { store, clock } = context;
  const processWebhooks = providerWebhookProcessor(context);
  let recordsDroppedAt = Number.NEGATIVE_INFINITY;

  /** Seldom, since it has to be looked for: what is dropped has been there for a year. */
  async function dropRecords(now: number): Promise<void> {
    if (Math.abs(now - recordsDroppedAt) < dropRecordsMs) return;
    recordsDroppedAt = now;
    while ((await store.dropRecords(now - logRetentionMs, dropBatch)) > 0);
  }

  async function processWebhooksAndEvents(): Promise<number> {
    const webhooks = await processWebhooks(webhookBatch);
    return webhooks + (await processEvents(context, webhookBatch));
  }

  return {
    async tick() {
      for (;;) {
        const now = clock.now();
        const operations = await store.takeOperations(now, operationBatch, leaseUntil(context, now));
        await Promise.all(
          // one that cannot go on keeps its lease and is tried again when that runs out
          operations.map((operation) => processOperation(context, operation)),
        );
        if (operations.length + (await processWebhooksAndEvents()) === 0) break;
      }
      while (
        (await processBilling(context)) +
          (await processExpiredRecords(context)) +
          (await processRefreshes(context)) >
        0
      );
      const now = clock.now();
      await store.erasePayloads(now - payloadHours * 3_600_000, eraseBatch);
      await store.dropOperations(now - logRetentionMs, eraseBatch);
      await dropRecords(now);
    },
    async processProviderWebhooks() {
      while ((await processWebhooksAndEvents()) > 0);
    },
  };
}
