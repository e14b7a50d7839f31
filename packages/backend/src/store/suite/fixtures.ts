import type { Job } from "../job.ts";
import type {
  BeginOperation,
  BeginOutcome,
  Dispatch,
  DispatchNote,
  NewOperation,
  Operation,
  Settlement,
  StoredEvent,
} from "../operation.ts";
import type { ApprovalRecord, DeliveryRecord, TriggerRecord } from "../record.ts";
import type { ApiKey, SessionRecord, Store } from "../store.ts";

export const hour = 3_600_000;
/** 2026-03-10T12:00:00Z. */
export const noon = Date.UTC(2026, 2, 10, 12);

/** An id that sorts by its number. */
export function getId(prefix: string, number: number): string {
  return `${prefix}_${String(number).padStart(8, "0")}`;
}

export type BeginOptions = Partial<NewOperation> &
  Partial<Omit<BeginOperation, "operation">> & { now?: number };

/** A call to begin; its key is as unique as its number. */
export function callNumber(number: number, options: BeginOptions = {}): BeginOperation {
  const {
    now = noon,
    leaseUntil,
    quota = null,
    reservations = [],
    keysSince,
    approval,
    ...operation
  } = options;
  return {
    operation: {
      id: getId("tc", number),
      organisation: "org_a",
      sessionId: "ses_a",
      key: `key-${number}`,
      fingerprint: "print",
      verb: "execute",
      tool: "codespar_pay",
      server: "codespar",
      metadata: {},
      userId: null,
      amount: 5000,
      currency: "BRL",
      createdAt: now,
      period: "2026-03",
      arguments: '{"amount":5000}',
      ...operation,
    },
    leaseUntil: leaseUntil ?? now + 35_000,
    quota,
    reservations,
    keysSince: keysSince ?? now - 24 * hour,
    ...(approval === undefined ? {} : { approval }),
  };
}

/** Begins a call that nothing stands against. */
export async function started(store: Store, number: number, options: BeginOptions = {}): Promise<Operation> {
  const begun = await store.beginOperation(callNumber(number, options));
  if (begun.outcome !== "started") throw new Error(`Call ${number} did not start: ${describe(begun)}.`);
  return begun.operation;
}

/** Begins a call and has it reach a provider. */
export async function dispatched(
  store: Store,
  number: number,
  options: BeginOptions = {},
): Promise<Operation> {
  const { id, lease, createdAt } = await started(store, number, options);
  await store.markDispatched(id, lease, attemptResult("asaas", createdAt + 35_000));
  const operation = await store.findOperation(id);
  if (operation === undefined) throw new Error(`Operation ${id} is not there.`);
  return operation;
}

export function attempt(provider: string) {
  return { provider, outcome: "pending" as const, at: "2026-03-10T12:00:00.000Z" };
}

/** A provider's attempt, in the organisation's own name. */
export function attemptResult(provider: string, leaseUntil: number, note: DispatchNote = ownNote): Dispatch {
  return { attempt: attempt(provider), account: "org_a", note, leaseUntil };
}

const ownNote: DispatchNote = { connection: null, call: null };

/** How a call ends. */
export function settlement(state: Settlement["state"], more: Partial<Settlement> = {}): Settlement {
  return {
    state,
    provider: state === "failed" ? null : "asaas",
    error: state === "succeeded" ? null : { code: state, message: state },
    response: { status: state === "failed" ? 503 : 200, body: `{"state":"${state}"}` },
    completedAt: noon + 1000,
    events: [],
    documents: [],
    ...more,
  };
}

export function event(number: number, more: Partial<StoredEvent> = {}): StoredEvent {
  return {
    id: getId("evt", number),
    organisation: "org_a",
    type: "tool_call.completed",
    createdAt: noon + number,
    sessionId: "ses_a",
    toolCallId: null,
    metadata: {},
    data: '{"n":1}',
    ...more,
  };
}

export function session(number: number, more: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id: getId("ses", number),
    organisation: "org_a",
    servers: ["asaas"],
    metadata: { tenant_id: "t1" },
    userId: null,
    policy: { max_tool_calls: 3 },
    toolCalls: 0,
    createdAt: noon,
    expiresAt: noon + hour,
    closedAt: null,
    ...more,
  };
}

export function apiKey(number: number, more: Partial<ApiKey> = {}): ApiKey {
  return {
    id: getId("key", number),
    organisation: "org_a",
    hash: `hash-${number}`,
    name: "A key",
    prefix: "csk_test_",
    last4: "abcd",
    scopes: null,
    createdAt: noon,
    lastUsedAt: null,
    previousHash: null,
    previousExpiresAt: null,
    expiresAt: null,
    revokedAt: null,
    ...more,
  };
}

export function approval(number: number, more: Partial<ApprovalRecord> = {}): ApprovalRecord {
  return {
    id: getId("apr", number),
    organisation: "org_a",
    name: `key-${number} print`,
    group: null,
    version: 1,
    status: "approved",
    fingerprint: "print",
    key: `key-${number}`,
    tool: "codespar_pay",
    risk: "moves_money",
    arguments: '{"amount":5000}',
    amount: 5000,
    currency: "BRL",
    sessionId: "ses_a",
    metadata: {},
    userId: null,
    createdAt: noon,
    expiresAt: noon + hour,
    decidedAt: noon,
    decidedBy: "ana",
    reason: null,
    operationId: null,
    ...more,
  };
}

export function trigger(number: number, more: Partial<TriggerRecord> = {}): TriggerRecord {
  return {
    id: getId("trg", number),
    organisation: "org_a",
    name: null,
    group: null,
    version: 1,
    title: `Trigger ${number}`,
    event: "*",
    url: "https://example.com/hook",
    server: null,
    status: "active",
    secret: "encrypted",
    previousSecret: null,
    previousSecretExpiresAt: null,
    createdAt: noon,
    updatedAt: noon,
    ...more,
  };
}

export function delivery(number: number, more: Partial<DeliveryRecord> = {}): DeliveryRecord {
  return {
    id: getId("dlv", number),
    organisation: "org_a",
    name: `trg_1 evt_${number}`,
    group: "trg_1",
    version: 1,
    triggerId: "trg_1",
    eventId: `evt_${number}`,
    eventType: "tool_call.completed",
    status: "succeeded",
    attempts: [],
    nextAttemptAt: null,
    body: null,
    createdAt: noon,
    deliveredAt: noon,
    ...more,
  };
}

export function job(id: string, dueAt: number, more: Partial<Job> = {}): Job {
  return { id, kind: "provider_webhook", dueAt, attempts: 0, payload: "{}", ...more };
}

/** How many of each outcome. */
export function tally(outcomes: readonly BeginOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** A hundred calls that begin at once. */
export function hundred(store: Store, getCall: (number: number) => BeginOperation): Promise<BeginOutcome[]> {
  return Promise.all(Array.from({ length: 100 }, (_, index) => store.beginOperation(getCall(index + 1))));
}

function describe(begun: BeginOutcome): string {
  return begun.outcome;
}
