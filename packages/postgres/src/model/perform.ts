import type { ApprovalRecord, Operation, Settlement, Store } from "@codespar/backend";
import { hour, type Step, second } from "./steps.ts";

/** What has happened so far: the same for each store. */
export interface Progress {
  now: number;
  /** Counts the steps: ids and due times are made of it, so that they differ and sort by time. */
  number: number;
  operations: string[];
}

export const getId = (prefix: string, number: number) => `${prefix}_${String(number).padStart(8, "0")}`;
const iso = (time: number) => new Date(time).toISOString();

/** Does the step to the store. What comes of it is the same on every store. */
export async function perform(store: Store, progress: Progress, { action }: Step): Promise<unknown> {
  const { now, number, operations } = progress;
  const dueAt = now + number * 10;
  switch (action.do) {
    case "begin": {
      const id = getId("tc", number);
      const { call, quota, reservations, approval } = action;
      const currency = call.amount === null ? null : ("BRL" as const);
      const common = { server: "codespar", period: "2026-03", arguments: '{"a":"\\u0000"}' };
      const begun = await store.beginOperation({
        operation: { id, currency, createdAt: now, ...common, ...call },
        leaseUntil: now + 35 * second,
        quota,
        reservations,
        keysSince: now - 24 * hour,
        approval,
      });
      if (begun.outcome === "started") operations.push(id);
      return begun;
    }
    case "settle": {
      const operation = await target(store, progress, action);
      if (operation === undefined) return undefined;
      return store.settleOperation(operation.id, operation.lease, getSettlement(operation, action, progress));
    }
    case "dispatch":
    case "undispatch":
    case "requeue":
    case "extend":
    case "takeUnknown":
    case "stream": {
      const { id, lease } = (await target(store, progress, action)) ?? { id: "tc_none", lease: 1 };
      // the same attempt twice is one: that a statement was sent again, say
      const at = iso(now + number);
      if (action.do === "extend") return store.extendLease(id, lease, now + 99 * second);
      if (action.do === "takeUnknown") return store.takeUnknownOperation(id, now + 35 * second);
      if (action.do === "stream") {
        return store.appendStream(id, { type: "tool_call.partial", data: { data: { number } } });
      }
      if (action.do === "undispatch" || action.do === "requeue") {
        const attempt = { provider: "stripe", outcome: "unavailable" as const, at, reason: "down" };
        const dueAt = action.do === "requeue" ? now + 60 * second : undefined;
        return store.markUndispatched(id, lease, attempt, dueAt);
      }
      return store.markDispatched(id, lease, {
        attempt: { provider: "stripe", outcome: "pending", at },
        account: "org_a",
        note: { connection: { id: "conn", credentialsVersion: number }, call: "nul\0" },
        leaseUntil: now + 35 * second,
      });
    }
    case "addJob": {
      const { each, group } = action;
      return store.addJob({ id: `job\0${each}`, kind: "deliver", dueAt, attempts: 0, payload: "p", group });
    }
    case "finishJob":
      return store.finishJob(`job\0${action.each}`);
    case "putOffJob":
      return store.finishJob(`job\0${action.each}`, dueAt);
    case "takeJobs": {
      const jobs = await store.takeJobs("deliver", now, action.limit, now + 30 * second, action.mostPerGroup);
      // when it was due is the stores' own affair once it has been taken before
      return jobs.map(({ dueAt: _, ...job }) => job);
    }
    case "insertApproval":
      return store.insertRecord("approval", getApproval(action.each, now));
    case "readApproval":
      return store.readRecord("approval", "org_a", `apr_${action.each}`);
    case "replaceApproval": {
      const read = await store.readRecord("approval", "org_a", `apr_${action.each}`);
      return read === undefined
        ? undefined
        : store.replaceRecord("approval", { ...read, reason: `b ${number}` });
    }
    case "findByKey":
      return store.findOperationByKey(action.organisation, action.key, now - 24 * hour);
    case "takeOperations": {
      const taken = await store.takeOperations(now, 1000, now + 35 * second);
      return taken.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    }
    case "erase":
      return store.erasePayloads(now - 24 * hour, 1000);
    case "drop":
      return store.dropOperations(now - 48 * hour, 1000);
    case "dropRecords":
      // how many it were depends on whether counters at nought are kept
      await store.dropRecords(now - 24 * hour, 1000);
      return undefined;
    case "nextDueAt":
      return [await store.nextDueAt(), await store.nextDueAt(now), await store.nextDueAt(now + 40 * second)];
    default:
      throw new Error(`Unexpected step ${JSON.stringify(action satisfies never)}.`);
  }
}

async function target(
  store: Store,
  { operations }: Progress,
  { index, isStale }: { index: number; isStale: boolean },
): Promise<Operation | undefined> {
  const id = operations[index % Math.max(1, operations.length)];
  const operation = id === undefined ? undefined : await store.findOperation(id);
  if (operation === undefined) return undefined;
  return { ...operation, lease: operation.lease - (isStale ? 1 : 0) };
}

function getSettlement(
  { id, organisation, sessionId, metadata }: Operation,
  action: Extract<Step["action"], { do: "settle" }>,
  { now, number }: Progress,
): Settlement {
  const { state, charge, reason, withAttempts, made, checkAfter } = action;
  const each = <Made>(make: (index: number) => Made) =>
    Array.from({ length: made }, (_, index) => make(index));
  return {
    state,
    provider: state === "failed" ? null : "asaas",
    error: state === "succeeded" ? null : { code: state, message: "nul\0" },
    response: { status: 200, body: `{"n":${number}}` },
    completedAt: now,
    checkAt: checkAfter === undefined ? undefined : now + checkAfter,
    charge,
    reason,
    attempts: withAttempts ? [{ provider: "asaas", outcome: "unknown", at: iso(now) }] : undefined,
    events: each((index) => ({
      id: getId("evt", number * 10 + index),
      organisation,
      type: "tool_call.completed",
      createdAt: now,
      sessionId,
      toolCallId: id,
      metadata,
      data: '{"n":1}',
    })),
    documents: each((index) => ({
      organisation,
      tenant: null,
      kind: "payment",
      id: `pay\0${index}`,
      provider: "asaas",
      operationId: id,
      createdAt: now,
    })),
    jobs: each((index) => ({
      id: `made ${index}`,
      kind: "deliver",
      dueAt: now + number * 10 + index,
      attempts: 0,
      payload: String(number),
    })),
  };
}

function getApproval(each: number, now: number): ApprovalRecord {
  return {
    id: `apr_${each}`,
    organisation: "org_a",
    name: `nul\0 ${each}`,
    group: null,
    version: 1,
    status: "approved",
    fingerprint: "p",
    key: "k",
    tool: "codespar_pay",
    risk: "moves_money",
    arguments: '{"a":"\\u0000"}',
    amount: 1,
    currency: "BRL",
    sessionId: "ses_00000001",
    metadata: {},
    userId: null,
    createdAt: now,
    expiresAt: now + hour,
    decidedAt: now,
    decidedBy: null,
    reason: "nul\0",
    operationId: null,
  };
}
