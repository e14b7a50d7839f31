import {
  type CreateTriggerRequest,
  type Delivery,
  findServer,
  type PageQuery,
  type RotateSecretRequest,
  suggestServers,
  type Trigger,
  type UpdateTriggerRequest,
  type WebhookEventType,
} from "@codespar/contract";
import { failure } from "../api-failure.ts";
import { timestamp } from "../dates.ts";
import type { BackendAnswer } from "../http-message.ts";
import type { Services } from "../services.ts";
import type { DeliveryRecord, TriggerRecord } from "../store/record.ts";
import { targetProblem } from "../triggers/check-target.ts";
import { newWebhookSecret } from "../triggers/sign-delivery.ts";
import { deliveryJob } from "../triggers/work-deliveries.ts";
import { emptyAnswer, jsonAnswer } from "./json-answer.ts";
import type { RouteContext } from "./route.ts";

const dayMs = 86_400_000;

export async function createTrigger({
  services,
  caller,
  body,
}: RouteContext<CreateTriggerRequest>): Promise<BackendAnswer> {
  const { store, clock, ids } = services;
  checkUrl(services, body.webhook_url);
  const organisation = caller.organisation.id;
  const id = ids.next("trg");
  const secret = newWebhookSecret();
  const now = clock.now();
  const record: TriggerRecord = {
    id,
    organisation,
    name: null,
    group: null,
    version: 1,
    title: body.name,
    event: body.event,
    url: body.webhook_url,
    server: body.server_id === undefined ? null : requireServer(body.server_id),
    status: "active",
    secret: await services.vault.seal({ organisation, record: id, purpose: "webhook" }, secret),
    previousSecret: null,
    previousSecretExpiresAt: null,
    createdAt: now,
    updatedAt: now,
  };
  await store.insertRecord("trigger", record);
  return jsonAnswer(201, { ...describeTrigger(record, now), secret });
}

export async function listTriggers({
  services,
  caller,
  query,
}: RouteContext<unknown, PageQuery>): Promise<BackendAnswer> {
  const { limit = 20, cursor } = query;
  const { rows, next } = await services.store.listRecords(
    "trigger",
    caller.organisation.id,
    {},
    { limit, cursor },
  );
  const now = services.clock.now();
  return jsonAnswer(200, { data: rows.map((trigger) => describeTrigger(trigger, now)), next_cursor: next });
}

export async function getTrigger(context: RouteContext): Promise<BackendAnswer> {
  return jsonAnswer(200, describeTrigger(await readTrigger(context), context.services.clock.now()));
}

export async function updateTrigger(context: RouteContext<UpdateTriggerRequest>): Promise<BackendAnswer> {
  const { services, body } = context;
  if (body.webhook_url !== undefined) checkUrl(services, body.webhook_url);
  const server =
    body.server_id === undefined || body.server_id === null ? body.server_id : requireServer(body.server_id);
  const updated = await change(context, (trigger) => ({
    ...trigger,
    title: body.name ?? trigger.title,
    event: body.event ?? trigger.event,
    url: body.webhook_url ?? trigger.url,
    server: server === undefined ? trigger.server : server,
    status: body.status ?? trigger.status,
  }));
  return jsonAnswer(200, describeTrigger(updated, services.clock.now()));
}

export async function deleteTrigger({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  if (await services.store.deleteRecord("trigger", caller.organisation.id, id)) return emptyAnswer();
  throw notFound("trigger", id);
}

export async function rotateTriggerSecret(
  context: RouteContext<RotateSecretRequest>,
): Promise<BackendAnswer> {
  const { services, caller, id, body } = context;
  const secret = newWebhookSecret();
  const owner = { organisation: caller.organisation.id, record: id, purpose: "webhook" };
  const sealed = await services.vault.seal(owner, secret);
  const graceMs = body.grace_period_seconds === undefined ? dayMs : body.grace_period_seconds * 1000;
  const now = services.clock.now();
  const rotated = await change(context, (trigger) => ({
    ...trigger,
    secret: sealed,
    previousSecret: trigger.secret,
    previousSecretExpiresAt: now + graceMs,
  }));
  return jsonAnswer(200, { ...describeTrigger(rotated, now), secret });
}

export async function listDeliveries(context: RouteContext<unknown, PageQuery>): Promise<BackendAnswer> {
  const { services, caller, id, query } = context;
  await readTrigger(context);
  const { limit = 20, cursor } = query;
  const { rows, next } = await services.store.listRecords(
    "delivery",
    caller.organisation.id,
    { group: id },
    { limit, cursor },
  );
  return jsonAnswer(200, { data: rows.map(describeDelivery), next_cursor: next });
}

/**
 * Sends a dead delivery again, with twelve fresh attempts. One that is pending or has arrived stays as it is, and so does
 * one that has been dead for 30 days: what it would send is erased.
 */
export async function replayDelivery({ services, caller, id }: RouteContext): Promise<BackendAnswer> {
  const { store, clock } = services;
  const delivery = await store.readRecord("delivery", caller.organisation.id, id);
  if (delivery === undefined) throw notFound("delivery", id);
  const now = clock.now();
  if (delivery.status !== "dead" || delivery.body === null) {
    // whoever replayed it before may have stopped before it was to be sent; a job that is there stays as it is
    if (delivery.status === "pending")
      await store.addJob(deliveryJob(delivery, delivery.nextAttemptAt ?? now));
    return jsonAnswer(202, describeDelivery(delivery));
  }
  const revived: DeliveryRecord = { ...delivery, status: "pending", nextAttemptAt: now };
  if (await store.replaceRecord("delivery", revived)) await store.addJob(deliveryJob(revived, now));
  services.wake();
  return jsonAnswer(202, describeDelivery(revived));
}

async function readTrigger({ services, caller, id }: RouteContext): Promise<TriggerRecord> {
  const trigger = await services.store.readRecord("trigger", caller.organisation.id, id);
  if (trigger === undefined) throw notFound("trigger", id);
  return trigger;
}

/** Changes a trigger; starts over when somebody else changed it at the same moment. */
async function change(
  context: RouteContext,
  next: (trigger: TriggerRecord) => TriggerRecord,
): Promise<TriggerRecord> {
  for (;;) {
    const changed = { ...next(await readTrigger(context)), updatedAt: context.services.clock.now() };
    if (await context.services.store.replaceRecord("trigger", changed)) return changed;
  }
}

function checkUrl({ livemode }: Services, url: string): void {
  const problem = targetProblem(url, livemode);
  if (problem === undefined) return;
  throw failure("invalid_request", `webhook_url: ${problem}`, {
    issues: [{ path: "webhook_url", message: problem }],
  });
}

function requireServer(idOrAlias: string): string {
  const server = findServer(idOrAlias);
  if (server !== undefined) return server.id;
  const suggestions = suggestServers(idOrAlias);
  const message = `There is no server ${JSON.stringify(idOrAlias)}. List them with servers.list().`;
  throw failure("invalid_request", message, { issues: [{ path: "server_id", message }], suggestions });
}

function describeTrigger(trigger: TriggerRecord, now: number): Trigger {
  const { previousSecretExpiresAt: overlap } = trigger;
  return {
    id: trigger.id,
    name: trigger.title,
    event: trigger.event,
    webhook_url: trigger.url,
    server_id: trigger.server,
    status: trigger.status,
    created_at: timestamp(trigger.createdAt),
    updated_at: timestamp(trigger.updatedAt),
    previous_secret_expires_at: overlap === null || overlap <= now ? null : timestamp(overlap),
  };
}

function describeDelivery(delivery: DeliveryRecord): Delivery {
  const { nextAttemptAt, deliveredAt } = delivery;
  return {
    id: delivery.id,
    trigger_id: delivery.triggerId,
    event_id: delivery.eventId,
    // events are made with the wire's types
    event_type: delivery.eventType as WebhookEventType,
    status: delivery.status,
    attempts: [...delivery.attempts],
    next_attempt_at: nextAttemptAt === null ? null : timestamp(nextAttemptAt),
    created_at: timestamp(delivery.createdAt),
    delivered_at: deliveredAt === null ? null : timestamp(deliveredAt),
  };
}

function notFound(what: string, id: string) {
  return failure("not_found", `There is no ${what} ${JSON.stringify(id.slice(0, 60))}.`, { suggestions: [] });
}
