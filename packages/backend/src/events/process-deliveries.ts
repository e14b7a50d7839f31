import { deliveryTimeoutSeconds, isError, maxDeliveryAttempts } from "@codespar/contract";
import type { BackendContext } from "../context.ts";
import { timestamp } from "../platform/time.ts";
import type { Job } from "../store/job.ts";
import type { DeliveryRecord, TriggerRecord } from "../store/record.ts";
import { signDelivery } from "./sign-delivery.ts";
import { targetProblem } from "./validate-webhook-url.ts";

/** The kind of delivery jobs. */
export const deliveryJobKind = "delivery";
const timeoutMs = deliveryTimeoutSeconds * 1000;
/** Milliseconds of a job's lease: the receiver's time limit plus our own processing. */
export const deliveryLeaseMs = timeoutMs + 5000;
/** How long a dead delivery can be replayed: what it would send is kept until then, and erased. */
const deadBodyMs = 30 * 86_400_000;

interface DeliveryJob {
  organisation: string;
  id: string;
  /** Attempts after which it was dead: unless it was replayed since, its body is erased. */
  deadAfter?: number;
}

/** The job that sends a delivery at a time. */
export function deliveryJob({ organisation, id, attempts, triggerId }: DeliveryRecord, dueAt: number): Job {
  const payload: DeliveryJob = { organisation, id };
  return {
    id: `${deliveryJobKind} ${id} ${attempts.length}`,
    kind: deliveryJobKind,
    group: triggerId,
    dueAt,
    attempts: 0,
    payload: JSON.stringify(payload),
  };
}

/** The job that erases what a dead delivery would send. */
function eraseJob({ organisation, id, attempts, triggerId }: DeliveryRecord, dueAt: number): Job {
  const payload: DeliveryJob = { organisation, id, deadAfter: attempts.length };
  return {
    id: `${deliveryJobKind} ${id} erase ${attempts.length}`,
    kind: deliveryJobKind,
    group: triggerId,
    dueAt,
    attempts: 0,
    payload: JSON.stringify(payload),
  };
}

/** Milliseconds from attempt n to the next: 5 s, 15 s, 45 s … three times as long each, at most a day. */
export function retryDelayMs(attempts: number): number {
  return Math.min(5000 * 3 ** (attempts - 1), 86_400_000);
}

/** One attempt at the delivery that a job is about; its lease is for as long as `deliveryLeaseMs`. */
export async function workDelivery(context: BackendContext, job: Job): Promise<void> {
  const { store, clock } = context;
  const { organisation, id, deadAfter }: DeliveryJob = JSON.parse(job.payload);
  const delivery = await store.readRecord("delivery", organisation, id);
  if (deadAfter !== undefined) await eraseBody(context, delivery, deadAfter);
  else if (delivery?.status === "pending") await attempt(context, delivery);
  // the process may have crashed between marking it dead and the erasing job
  else if (delivery?.status === "dead") await store.addJob(eraseJob(delivery, clock.now() + deadBodyMs));
  await store.finishJob(job.id);
}

async function eraseBody(
  { store }: BackendContext,
  delivery: DeliveryRecord | undefined,
  deadAfter: number,
): Promise<void> {
  if (delivery?.status !== "dead" || delivery.attempts.length !== deadAfter) return;
  await store.replaceRecord("delivery", { ...delivery, body: null });
}

async function attempt(context: BackendContext, delivery: DeliveryRecord): Promise<void> {
  const { store, clock } = context;
  const trigger = await store.readRecord("trigger", delivery.organisation, delivery.triggerId);
  if (trigger === undefined) {
    // the trigger no longer exists
    await store.replaceRecord("delivery", { ...delivery, status: "dead", nextAttemptAt: null, body: null });
    return;
  }
  const startedAt = clock.now();
  const { status, error } = await post(context, trigger, delivery);
  const now = clock.now();
  const attempts = [
    ...delivery.attempts,
    { at: timestamp(startedAt), status_code: status, error, duration_ms: now - startedAt },
  ];
  const isDelivered = status !== null && status >= 200 && status < 300;
  const isLast = attempts.length % maxDeliveryAttempts === 0;
  const retryAt = now + retryDelayMs(((attempts.length - 1) % maxDeliveryAttempts) + 1);
  const next: DeliveryRecord = isDelivered
    ? { ...delivery, attempts, status: "succeeded", nextAttemptAt: null, deliveredAt: now, body: null }
    : { ...delivery, attempts, status: isLast ? "dead" : "pending", nextAttemptAt: isLast ? null : retryAt };
  if (!(await store.replaceRecord("delivery", next))) return;
  if (next.status === "pending") await store.addJob(deliveryJob(next, retryAt));
  if (next.status === "dead") await store.addJob(eraseJob(next, now + deadBodyMs));
  // others may be on their way for long, and the next attempt must not wait for them
  if (next.status !== "succeeded") context.wake();
}

async function post(
  { clock, sendingClock, timers, vault, deliver, livemode }: BackendContext,
  trigger: TriggerRecord,
  delivery: DeliveryRecord,
): Promise<{ status: number | null; error: string | null }> {
  const problem = targetProblem(trigger.url, livemode);
  if (problem !== undefined) return { status: null, error: problem };
  const deadline = new AbortController();
  const cancel = timers.after(timeoutMs, () =>
    deadline.abort(new Error(`No response within ${timeoutMs / 1000} s.`)),
  );
  try {
    const at = clock.now();
    const owner = { organisation: trigger.organisation, record: trigger.id, purpose: "webhook" };
    const isOverlapping = trigger.previousSecretExpiresAt !== null && trigger.previousSecretExpiresAt > at;
    const encrypted = [
      trigger.secret,
      ...(isOverlapping && trigger.previousSecret !== null ? [trigger.previousSecret] : []),
    ];
    const secrets = await Promise.all(encrypted.map((secret) => vault.decrypt(owner, secret)));
    const body = delivery.body ?? "{}";
    const headers = {
      "content-type": "application/json",
      "user-agent": "CodeSpar-Webhooks/1",
      ...(await signDelivery({ id: delivery.eventId, body, at: sendingClock.now() }, secrets)),
    };
    const response = deliver({ url: trigger.url, headers, body, signal: deadline.signal });
    // a place is free again after the receiver's time
    const { status } = await Promise.race([response, rejection(deadline.signal)]);
    return { status, error: null };
  } catch (error) {
    return {
      status: null,
      error: isError(error) ? error.message.slice(0, 200) : "The receiver did not respond.",
    };
  } finally {
    cancel();
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
