import type {
  CreateTriggerRequest,
  Delivery,
  PageQuery,
  RotateSecretRequest,
  Trigger,
  UpdateTriggerRequest,
  WebhookEventType,
} from "@codespar/contract";
import { planLimit } from "../../accounts/billing/plan-limit.ts";
import { triggerLimits } from "../../accounts/billing/trigger-limits.ts";
import { findAttachable, suggestAttachable } from "../../accounts/sessions/find-server.ts";
import type { BackendContext } from "../../context.ts";
import { deliveryJob } from "../../events/process-deliveries.ts";
import { newWebhookSecret } from "../../events/sign-delivery.ts";
import { targetProblem } from "../../events/validate-webhook-url.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { BackendResponse } from "../../ports/http-message.ts";
import type { DeliveryRecord, TriggerRecord } from "../../store/record.ts";
import type { RouteInput } from "./route.ts";
import { emptyResponse, jsonResponse } from "./route.ts";

const dayMs = 86_400_000;

export async function createTrigger({
  context,
  caller,
  body,
  commit,
}: RouteInput<CreateTriggerRequest>): Promise<BackendResponse> {
  const { clock, ids } = context;
  checkUrl(context, body.webhook_url);
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
    server: body.server_id === undefined ? null : requireServer(context, body.server_id),
    status: "active",
    secret: await context.vault.encrypt({ organisation, record: id, purpose: "webhook" }, secret),
    previousSecret: null,
    previousSecretExpiresAt: null,
    createdAt: now,
    updatedAt: now,
  };
  const response = jsonResponse(201, { ...describeTrigger(record, now), secret });
  const most = triggerLimits[caller.organisation.plan];
  if ((await commit([{ type: "insert_record", kind: "trigger", record, most }], response)) === -1)
    return response;
  throw planLimit(
    caller.organisation,
    most,
    `Plan ${caller.organisation.plan} has ${most} triggers, and all are in use. Delete one, or upgrade the plan.`,
  );
}

export async function listTriggers({
  context,
  caller,
  query,
}: RouteInput<unknown, PageQuery>): Promise<BackendResponse> {
  const { limit = 20, cursor } = query;
  const { rows, next } = await context.store.listRecords(
    "trigger",
    caller.organisation.id,
    {},
    { limit, cursor },
  );
  const now = context.clock.now();
  return jsonResponse(200, { data: rows.map((trigger) => describeTrigger(trigger, now)), next_cursor: next });
}

export async function getTrigger(input: RouteInput): Promise<BackendResponse> {
  return jsonResponse(200, describeTrigger(await readTrigger(input), input.context.clock.now()));
}

export async function updateTrigger(input: RouteInput<UpdateTriggerRequest>): Promise<BackendResponse> {
  const { context, body } = input;
  if (body.webhook_url !== undefined) checkUrl(context, body.webhook_url);
  const server =
    body.server_id === undefined || body.server_id === null
      ? body.server_id
      : requireServer(context, body.server_id);
  const updated = await change(input, (trigger) => ({
    ...trigger,
    title: body.name ?? trigger.title,
    event: body.event ?? trigger.event,
    url: body.webhook_url ?? trigger.url,
    server: server === undefined ? trigger.server : server,
    status: body.status ?? trigger.status,
  }));
  return jsonResponse(200, describeTrigger(updated, context.clock.now()));
}

export async function deleteTrigger({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  if (await context.store.deleteRecord("trigger", caller.organisation.id, id)) return emptyResponse();
  throw notFound("trigger", id);
}

export async function rotateTriggerSecret(input: RouteInput<RotateSecretRequest>): Promise<BackendResponse> {
  const { context, caller, id, body, commit } = input;
  const secret = newWebhookSecret();
  const owner = { organisation: caller.organisation.id, record: id, purpose: "webhook" };
  const encrypted = await context.vault.encrypt(owner, secret);
  const graceMs = body.grace_period_seconds === undefined ? dayMs : body.grace_period_seconds * 1000;
  const now = context.clock.now();
  for (;;) {
    const trigger = await readTrigger(input);
    const rotated = {
      ...trigger,
      secret: encrypted,
      previousSecret: trigger.secret,
      previousSecretExpiresAt: now + graceMs,
      updatedAt: now,
    };
    const response = jsonResponse(200, { ...describeTrigger(rotated, now), secret });
    if ((await commit([{ type: "replace_record", kind: "trigger", record: rotated }], response)) === -1)
      return response;
  }
}

export async function listDeliveries(input: RouteInput<unknown, PageQuery>): Promise<BackendResponse> {
  const { context, caller, id, query } = input;
  await readTrigger(input);
  const { limit = 20, cursor } = query;
  const { rows, next } = await context.store.listRecords(
    "delivery",
    caller.organisation.id,
    { group: id },
    { limit, cursor },
  );
  return jsonResponse(200, { data: rows.map(describeDelivery), next_cursor: next });
}

/**
 * Sends a dead delivery again, with twelve fresh attempts. One that is pending or has arrived stays as it is, and so does
 * one that has been dead for 30 days: what it would send is erased.
 */
export async function replayDelivery({ context, caller, id }: RouteInput): Promise<BackendResponse> {
  const { store, clock } = context;
  const delivery = await store.readRecord("delivery", caller.organisation.id, id);
  if (delivery === undefined) throw notFound("delivery", id);
  const now = clock.now();
  if (delivery.status !== "dead" || delivery.body === null) {
    // an earlier replay may have crashed before its job was written; a job that exists stays as it is
    if (delivery.status === "pending")
      await store.addJob(deliveryJob(delivery, delivery.nextAttemptAt ?? now));
    return jsonResponse(202, describeDelivery(delivery));
  }
  const revived: DeliveryRecord = { ...delivery, status: "pending", nextAttemptAt: now };
  if (await store.replaceRecord("delivery", revived)) await store.addJob(deliveryJob(revived, now));
  context.wake();
  return jsonResponse(202, describeDelivery(revived));
}

async function readTrigger({ context, caller, id }: RouteInput): Promise<TriggerRecord> {
  const trigger = await context.store.readRecord("trigger", caller.organisation.id, id);
  if (trigger === undefined) throw notFound("trigger", id);
  return trigger;
}

/** Changes a trigger; retried on a version conflict. */
async function change(
  input: RouteInput,
  next: (trigger: TriggerRecord) => TriggerRecord,
): Promise<TriggerRecord> {
  for (;;) {
    const changed = { ...next(await readTrigger(input)), updatedAt: input.context.clock.now() };
    if (await input.context.store.replaceRecord("trigger", changed)) return changed;
  }
}

function checkUrl({ livemode }: BackendContext, url: string): void {
  const problem = targetProblem(url, livemode);
  if (problem === undefined) return;
  throw apiError("invalid_request", `webhook_url: ${problem}`, {
    issues: [{ path: "webhook_url", message: problem }],
  });
}

function requireServer(context: Pick<BackendContext, "providers">, idOrAlias: string): string {
  const server = findAttachable(context, idOrAlias);
  if (server !== undefined) return server.id;
  const suggestions = suggestAttachable(context, idOrAlias);
  const message = `There is no server ${JSON.stringify(idOrAlias)}. List them with servers.list().`;
  throw apiError("invalid_request", message, { issues: [{ path: "server_id", message }], suggestions });
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
  return apiError("not_found", `There is no ${what} ${JSON.stringify(id.slice(0, 60))}.`, {
    suggestions: [],
  });
}
