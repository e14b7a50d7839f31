import type { BackendContext } from "../context.ts";
import type { Job } from "../store/job.ts";
import { deliveryJobKind, deliveryLeaseMs, workDelivery } from "./process-deliveries.ts";

/** Deliveries on their way to one endpoint at a time, from all processes together. */
const mostPerEndpoint = 8;
/** Deliveries on their way at a time from one process. */
const mostAtOnce = 256;

/**
 * Sends the deliveries that are due until none is left to take up, and resolves when those that it took up have ended.
 * Several calls at once share the work, so that none waits for another's slow receiver. Each endpoint's deliveries are
 * taken up as they fall due, but end in no promised order: a receiver goes by `created_at` and the event's id.
 */
export function deliverySender(context: BackendContext): () => Promise<void> {
  const { store, clock, reportError } = context;
  let onTheirWay = 0;
  let attemptResult: Promise<unknown> = Promise.resolve();

  /** One after the other, so that there are never more than `mostAtOnce`. */
  function takeUp(): Promise<Job[]> {
    const taken = attemptResult.then(async () => {
      const free = mostAtOnce - onTheirWay;
      if (free === 0) return [];
      const now = clock.now();
      const jobs = await store.takeJobs(deliveryJobKind, now, free, now + deliveryLeaseMs, mostPerEndpoint);
      onTheirWay += jobs.length;
      return jobs;
    });
    attemptResult = taken.catch(() => {});
    return taken;
  }

  async function send(job: Job): Promise<void> {
    try {
      await workDelivery(context, job);
    } catch (error) {
      // its lease runs out, and it is taken up again
      reportError(error);
    } finally {
      onTheirWay -= 1;
    }
  }

  return async () => {
    const sending = new Set<Promise<void>>();
    for (;;) {
      for (const job of await takeUp()) {
        const sent = send(job).finally(() => sending.delete(sent));
        sending.add(sent);
      }
      if (sending.size === 0) return;
      await Promise.race(sending);
    }
  };
}
