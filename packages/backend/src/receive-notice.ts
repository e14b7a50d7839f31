import { expireLater } from "./expire-records.ts";
import { documentsOf } from "./operations/documents-of.ts";
import type { ProviderNotice } from "./ports/provider.ts";
import type { Services } from "./services.ts";
import type { StoredEvent } from "./store/operation.ts";
import type { Job, Store } from "./store/store.ts";
import { eventJobs } from "./triggers/fan-out.ts";

const kind = "notice";
/** A notice whose operation is not there, or not settled, is looked at again: after 1 s, 2 s, 4 s … for a day. */
const longestWaitMs = 3_600_000;
const mostAttempts = 40;
/** For how long a notice that comes again is known: longer than any provider goes on repeating one. */
const knownMs = 30 * 86_400_000;

/** The work of taking a notice in; adding it twice is adding it once. */
export function noticeJob(notice: ProviderNotice): Job {
  return {
    id: `${kind} ${notice.provider} ${notice.id}`,
    kind,
    dueAt: notice.at,
    attempts: 0,
    payload: JSON.stringify(notice),
  };
}

/** Takes in what a provider's webhook says; `workNotices` makes the event of it. */
export async function receiveNotice(services: Services, notice: ProviderNotice): Promise<void> {
  await services.store.addJob(noticeJob(notice));
}

/** By store: the notices that this process is working off. */
const turns = new WeakMap<Store, Promise<number>>();

/**
 * Turns notices that are due into events with the session and metadata of the call that they are about. In turn, because
 * whoever waits for a tick waits for the events of notices that another tick has just taken.
 */
export function workNotices(services: Services, limit: number): Promise<number> {
  const before = turns.get(services.store)?.catch(() => 0) ?? Promise.resolve(0);
  const turn = before.then(() => workInTurn(services, limit));
  turns.set(services.store, turn);
  return turn;
}

async function workInTurn(services: Services, limit: number): Promise<number> {
  const { store, clock } = services;
  const now = clock.now();
  const jobs = await store.takeJobs(kind, now, limit, now + 30_000);
  for (const job of jobs) {
    const notice: ProviderNotice = JSON.parse(job.payload);
    const operation = await store.findOperation(notice.operationId);
    const isKnown =
      operation !== undefined && operation.state !== "dispatched" && operation.state !== "unknown";
    if (!isKnown) {
      const retryAt = now + Math.min(1000 * 2 ** (job.attempts - 1), longestWaitMs);
      await store.finishJob(job.id, job.attempts < mostAttempts ? retryAt : undefined);
      continue;
    }
    // what a provider made on its own, such as the payment behind a hosted page, can be asked for as well
    for (const document of documentsOf(operation, notice.provider, notice.data))
      await store.recordDocument(document);
    const event: StoredEvent = {
      id: await eventIdOf(services, operation.organisation, notice),
      organisation: operation.organisation,
      type: notice.type,
      createdAt: notice.at,
      sessionId: operation.sessionId,
      toolCallId: operation.id,
      metadata: operation.metadata,
      data: JSON.stringify(notice.data),
    };
    await store.appendEvent(event, await eventJobs(services, event, notice.provider));
    await store.finishJob(job.id);
  }
  return jobs.length;
}

/** The same for a notice that comes again: providers repeat theirs until they have heard that it came. */
async function eventIdOf(
  services: Services,
  organisation: string,
  { provider, id }: ProviderNotice,
): Promise<string> {
  const { store, clock, ids } = services;
  const name = JSON.stringify([provider, id]);
  for (;;) {
    const known = await store.readRecordByName("notice", organisation, name);
    if (known !== undefined) return known.id;
    const expiresAt = clock.now() + knownMs;
    const group = await expireLater(services, { kind: "notice", organisation, expiresAt });
    const eventId = ids.next("evt");
    const record = { id: eventId, organisation, name, group, version: 1 };
    if (await store.insertRecord("notice", record)) return eventId;
  }
}
