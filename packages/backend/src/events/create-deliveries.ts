import type { BackendContext } from "../context.ts";
import type { Job } from "../store/job.ts";
import type { StoredEvent } from "../store/operation.ts";
import type { DeliveryRecord, TriggerRecord } from "../store/record.ts";
import { describeEvent } from "./describe-event.ts";
import { deliveryJob } from "./process-deliveries.ts";

const kind = "event";

interface EventJob {
  event: StoredEvent;
  /** The provider that caused it. */
  server: string | null;
}

/** The job that brings an event to the triggers; none when the organisation has no trigger. */
export async function eventJobs(
  { store }: Pick<BackendContext, "store">,
  event: StoredEvent,
  server: string | null,
): Promise<Job[]> {
  const { rows } = await store.listRecords("trigger", event.organisation, {}, { limit: 1 });
  if (rows.length === 0) return [];
  const payload: EventJob = { event, server };
  return [
    {
      id: `${kind} ${event.id}`,
      kind,
      dueAt: event.createdAt,
      attempts: 0,
      payload: JSON.stringify(payload),
    },
  ];
}

/** Makes a delivery for each trigger that listens to an event. */
export async function processEvents(context: BackendContext, limit: number): Promise<number> {
  const { store, clock } = context;
  const now = clock.now();
  const jobs = await store.takeJobs(kind, now, limit, now + 30_000);
  for (const job of jobs) {
    const { event, server }: EventJob = JSON.parse(job.payload);
    for (const trigger of await triggersFor(context, event, server))
      await makeDelivery(context, event, trigger);
    await store.finishJob(job.id);
  }
  return jobs.length;
}

async function triggersFor(
  { store }: BackendContext,
  event: StoredEvent,
  server: string | null,
): Promise<TriggerRecord[]> {
  const listening: TriggerRecord[] = [];
  let cursor: string | undefined;
  do {
    const { rows, next } = await store.listRecords("trigger", event.organisation, {}, { limit: 100, cursor });
    for (const trigger of rows) {
      const isAskedFor = trigger.event === "*" || trigger.event === event.type;
      const isFrom = trigger.server === null || trigger.server === server;
      if (trigger.status === "active" && isAskedFor && isFrom) listening.push(trigger);
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return listening;
}

async function makeDelivery(
  context: BackendContext,
  event: StoredEvent,
  trigger: TriggerRecord,
): Promise<void> {
  const { store, ids, clock } = context;
  const organisation = await store.readOrganisation(event.organisation);
  const livemode = organisation?.livemode ?? context.livemode;
  const now = clock.now();
  const delivery: DeliveryRecord = {
    id: ids.next("dlv"),
    organisation: event.organisation,
    // an event whose job is worked on twice is delivered once
    name: `${trigger.id} ${event.id}`,
    group: trigger.id,
    version: 1,
    triggerId: trigger.id,
    eventId: event.id,
    eventType: event.type,
    status: "pending",
    attempts: [],
    nextAttemptAt: now,
    body: JSON.stringify(describeEvent(event, livemode)),
    createdAt: now,
    deliveredAt: null,
  };
  if (await store.insertRecord("delivery", delivery)) return store.addJob(deliveryJob(delivery, now));
  // the process may have crashed between insert and job
  const { name } = delivery;
  const earlier = await store.readRecordByName("delivery", delivery.organisation, name ?? "");
  if (earlier?.status === "pending" && earlier.attempts.length === 0)
    await store.addJob(deliveryJob(earlier, now));
}
