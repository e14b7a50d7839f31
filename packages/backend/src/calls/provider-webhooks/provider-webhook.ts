import type { BackendContext } from "../../context.ts";
import { eventJobs } from "../../events/create-deliveries.ts";
import type { ProviderWebhook } from "../../ports/provider.ts";
import { expireLater } from "../../store/expire-records.ts";
import type { Job } from "../../store/job.ts";
import type { StoredEvent } from "../../store/operation.ts";
import { providerDocuments } from "../../store/ownership.ts";
import { getOperationId } from "../operations/native-calls.ts";

// the name under which stores have had these jobs from the beginning
const kind = "provider_webhook";
/** A webhook whose operation is not there, or not settled, is looked at again: after 1 s, 2 s, 4 s … for a day. */
const longestWaitMs = 3_600_000;
const mostAttempts = 40;
/** For how long a repeated webhook is recognised: longer than any provider goes on repeating one. */
const knownMs = 30 * 86_400_000;

/** The job that processes a webhook; adding it twice adds one. */
export function providerWebhookJob(webhook: ProviderWebhook): Job {
  return {
    id: `${kind} ${webhook.provider} ${webhook.id}`,
    kind,
    dueAt: webhook.at,
    attempts: 0,
    payload: JSON.stringify(webhook),
  };
}

/** Accepts a provider's webhook; `providerWebhookProcessor` makes an event of it. */
export async function receiveProviderWebhook(
  context: BackendContext,
  webhook: ProviderWebhook,
): Promise<void> {
  await context.store.addJob(providerWebhookJob(webhook));
}

/**
 * Turns webhooks that are due into events with the session and metadata of the call that they are about. Batches of one
 * backend run one after another, because waiting for a tick includes waiting for the events of webhooks that another tick has
 * just taken.
 */
export function providerWebhookProcessor(context: BackendContext): (limit: number) => Promise<number> {
  let last: Promise<number> = Promise.resolve(0);
  return (limit) => {
    last = last.catch(() => 0).then(() => processBatch(context, limit));
    return last;
  };
}

async function processBatch(context: BackendContext, limit: number): Promise<number> {
  const { store, clock } = context;
  const now = clock.now();
  const jobs = await store.takeJobs(kind, now, limit, now + 30_000);
  for (const job of jobs) {
    const webhook: ProviderWebhook = JSON.parse(job.payload);
    const operation = await store.findOperation(getOperationId(webhook.operationId));
    const isKnown =
      operation !== undefined && operation.state !== "dispatched" && operation.state !== "unknown";
    if (!isKnown) {
      const retryAt = now + Math.min(1000 * 2 ** (job.attempts - 1), longestWaitMs);
      await store.finishJob(job.id, job.attempts < mostAttempts ? retryAt : undefined);
      continue;
    }
    // what a provider made on its own, such as the payment behind a hosted page, can be asked for as well
    for (const document of providerDocuments(operation, webhook.provider, webhook.data))
      await store.recordDocument(document);
    const event: StoredEvent = {
      id: await getEventId(context, operation.organisation, webhook),
      organisation: operation.organisation,
      type: webhook.type,
      createdAt: webhook.at,
      sessionId: operation.sessionId,
      toolCallId: operation.id,
      metadata: operation.metadata,
      data: JSON.stringify(webhook.data),
    };
    await store.appendEvent(event, await eventJobs(context, event, webhook.provider));
    await store.finishJob(job.id);
  }
  return jobs.length;
}

/** The same for a webhook that comes again: providers repeat theirs until they get a 2xx. */
async function getEventId(
  context: BackendContext,
  organisation: string,
  { provider, id }: ProviderWebhook,
): Promise<string> {
  const { store, clock, ids } = context;
  const name = JSON.stringify([provider, id]);
  for (;;) {
    const known = await store.readRecordByName("provider_webhook", organisation, name);
    if (known !== undefined) return known.id;
    const expiresAt = clock.now() + knownMs;
    const group = await expireLater(context, { kind: "provider_webhook", organisation, expiresAt });
    const eventId = ids.next("evt");
    const record = { id: eventId, organisation, name, group, version: 1 };
    if (await store.insertRecord("provider_webhook", record)) return eventId;
  }
}
