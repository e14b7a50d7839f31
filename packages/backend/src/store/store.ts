import type {
  ApiKeyPrefix,
  Metadata,
  PlanId,
  Policy,
  StreamEventBody,
  ToolCallAttempt,
  UsageGroup,
} from "@codespar/contract";
import type { Job } from "./job.ts";
import type {
  BeginOperation,
  BeginOutcome,
  Dispatch,
  Operation,
  ProviderDocument,
  Settlement,
  StoredEvent,
  StoredStream,
} from "./operation.ts";
import type { ConnectionRecord, RecordKind, RecordTypes, TriggerRecord } from "./record.ts";

export interface Organisation {
  id: string;
  plan: PlanId;
  overageEnabled: boolean;
  livemode: boolean;
  createdAt: number;
  /** Since when none of its keys works, because whoever runs the service said so; null: they do. @default null */
  suspendedAt?: number | null | undefined;
}

export interface ApiKey {
  id: string;
  organisation: string | null;
  /** Hex SHA-256 of the key; the key itself is nowhere. */
  hash: string;
  name: string;
  prefix: ApiKeyPrefix;
  last4: string;
  /** Null: everything but acting for other organisations. */
  scopes: readonly string[] | null;
  createdAt: number;
  lastUsedAt: number | null;
  /** The key that was rotated away, and until when it still works. */
  previousHash: string | null;
  previousExpiresAt: number | null;
  /** From then on it is refused. */
  expiresAt: number | null;
  revokedAt: number | null;
  /** What its requests count against, for keys that are in no store. @default the organisation */
  bucket?: string | undefined;
}

export interface SessionRecord {
  id: string;
  organisation: string;
  servers: readonly string[];
  metadata: Metadata;
  userId: string | null;
  policy: Policy | null;
  toolCalls: number;
  createdAt: number;
  expiresAt: number;
  closedAt: number | null;
  /** A tenant's session that uses native tools on the organisation's own account. @default false */
  sharedAccountTools?: boolean | undefined;
}

export interface UsagePeriod {
  /** Calls charged. */
  used: number;
  byTool: Readonly<Record<string, number>>;
  /** By day, `YYYY-MM-DD` in UTC. */
  byDay: Readonly<Record<string, number>>;
}

export interface Slice<Row> {
  rows: Row[];
  /** The id to go on from; null when there no longer exists. */
  next: string | null;
}

export interface SliceOptions {
  limit: number;
  /** Rows older than this id. */
  cursor?: string | undefined;
}

export interface OperationFilter {
  sessionId?: string | undefined;
  tool?: string | undefined;
  server?: string | undefined;
  provider?: string | undefined;
  userId?: string | undefined;
  currency?: string | undefined;
  /** Minor units. */
  amount?: number | undefined;
  /** Wire statuses. */
  status?: string | undefined;
  key?: string | undefined;
  metadata?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds since the epoch, inclusive. */
  since?: number | undefined;
  /** Exclusive. */
  until?: number | undefined;
  charged?: boolean | undefined;
}

/** What the circuit breaker knows of a connection. */
export interface ProviderHealth {
  /** Failures in a row. */
  failures: number;
  /** Skipped until then; 0 when healthy. */
  openUntil: number;
}

/** What an execution asks for before it begins. */
export interface OpenCall {
  /** Of the API key that was sent. */
  keyHash: string;
  /** Whom a service key acts for. */
  organisation: string | undefined;
  sessionId: string;
  /** The idempotency key. */
  key: string | undefined;
  /** As in `BeginOperation`. */
  keysSince: number;
  now: number;
  /** The month that the call is charged to. */
  period: string;
}

/** What an execution reads before it begins, all as it is at one moment. */
export interface OpenedCall {
  apiKey: ApiKey | undefined;
  /** The key's, or the one that it names; undefined like all that follows when the key does not work. */
  organisation: Organisation | undefined;
  session: SessionRecord | undefined;
  /** The operation that has the idempotency key. */
  operation: Operation | undefined;
  /** Of the circuits of the session's connections, those that have failed recently. */
  health: ReadonlyMap<string, ProviderHealth>;
  /** To the session's servers: its tenant's and the organisation's. */
  connections: readonly ConnectionRecord[];
  /** Any of the organisation's triggers: without one, events concern nobody. */
  trigger: TriggerRecord | undefined;
  /** Calls charged in the period. */
  used: number;
  /**
   * Changes whenever key, organisation, connections or triggers do. Then `beginOperation` can check that what was read
   * earlier still holds. @default it cannot
   */
  version?: string | undefined;
}

/** Operations, their streams, what providers made in them, and what they cost. */
export interface OperationStore {
  /** Whether `beginOperation` takes a `dispatch`. @default false */
  beginsDispatched?: boolean | undefined;
  /**
   * All that an execution reads before it begins, in one round trip, for a store at the end of a network. It reads what
   * `openBySteps` reads by the other methods. @default by those
   */
  openCall?: ((open: OpenCall) => Promise<OpenedCall>) | undefined;
  /** Takes the key, the quota, the reservations and the approval together, or none of them. */
  beginOperation(begin: BeginOperation): Promise<BeginOutcome>;
  findOperationByKey(organisation: string, key: string, keysSince: number): Promise<Operation | undefined>;
  readOperation(organisation: string, id: string): Promise<Operation | undefined>;
  /** The operation of this id in whatever organisation, for what a provider reports about it. */
  findOperation(id: string): Promise<Operation | undefined>;
  listOperations(
    organisation: string,
    filter: OperationFilter,
    slice: SliceOptions,
  ): Promise<Slice<Operation>>;
  /**
   * Before a provider is asked: records the attempt and extends the lease. False when the lease was lost; then the
   * provider must not be asked.
   */
  markDispatched(id: string, lease: number, dispatch: Dispatch): Promise<boolean>;
  /** More time for work that goes on. False when the lease was lost. */
  extendLease(id: string, lease: number, leaseUntil: number): Promise<boolean>;
  /**
   * The provider certainly did nothing: records how the attempt ended, and the operation is `running` again; with `dueAt`
   * it is `queued`, to be taken from then on. False when the lease was lost.
   */
  markUndispatched(id: string, lease: number, attempt: ToolCallAttempt, dueAt?: number): Promise<boolean>;
  /**
   * Ends the operation, or makes it `unknown`. With a lost lease, or when it is settled, nothing changes.
   * Returns the operation as it is then.
   */
  settleOperation(id: string, lease: number, settlement: Settlement): Promise<Operation>;
  /**
   * Operations that are queued, whose lease ran out, or that are unknown and due to be asked about: each gets a new lease
   * until `leaseUntil`. What was `queued` is `running` then, and what was `unknown` is `dispatched`.
   */
  takeOperations(now: number, limit: number, leaseUntil: number): Promise<Operation[]>;
  /**
   * A new lease on one `unknown` operation, which is `dispatched` then, so that of several who ask for it one gets it and
   * the others wait. Undefined when it is not unknown (any more).
   */
  takeUnknownOperation(id: string, leaseUntil: number): Promise<Operation | undefined>;
  /** Resolves with the operation once it is `succeeded`, `refused`, `failed` or `unknown`. Rejects on abort. */
  waitForOperation(id: string, signal: AbortSignal): Promise<Operation>;
  /** Adds to the stream of an operation, in the order of the calls; one that has settled takes nothing more. */
  appendStream(id: string, event: StreamEventBody): Promise<void>;
  /** The stream so far, with the operation as it is. Waits until there is more than `after` events or an end. */
  readStream(id: string, after: number, signal: AbortSignal): Promise<StoredStream>;
  /**
   * Erases arguments, responses and streams of operations that ended before `before`, the data of events and the arguments
   * of approvals from before it. Returns how many operations. Their keys have run out.
   */
  erasePayloads(before: number, limit: number): Promise<number>;
  /** Removes log rows whose payloads are erased, and events, from before `before`. Returns how many log rows. */
  dropOperations(before: number, limit: number): Promise<number>;
  /**
   * Removes what expired before `before`: sessions that ended, approvals that were asked for, deliveries that are
   * no longer pending, keys that were revoked, counters that expired, and what providers made for calls from before it.
   * Returns how many, `limit` of each at most.
   */
  dropRecords(before: number, limit: number): Promise<number>;
  /** Records what a provider created; one that is known stays as it is. */
  recordDocument(document: ProviderDocument): Promise<void>;
  findDocument(organisation: string, kind: string, id: string): Promise<ProviderDocument | undefined>;
  /** Calls charged in the period, `YYYY-MM`. */
  readUsed(organisation: string, period: string): Promise<number>;
  readUsage(organisation: string, period: string): Promise<UsagePeriod>;
  /** Charged calls of the period by the value of one metadata key, most first; null for calls without it. */
  readUsageGroups(organisation: string, period: string, key: string): Promise<UsageGroup[]>;
}

/** Organisations, sessions, events, due work, the health of connections, and numbers in series. */
export interface RecordStore {
  /** `circuit` is what `circuitName` makes of a server and an account. */
  recordProviderOutcome(circuit: string, health: ProviderHealth): Promise<void>;
  readProviderHealth(circuit: string): Promise<ProviderHealth | undefined>;
  createSession(session: SessionRecord): Promise<void>;
  readSession(organisation: string, id: string): Promise<SessionRecord | undefined>;
  /** Moves `expiresAt` of an open session. */
  touchSession(organisation: string, id: string, expiresAt: number): Promise<void>;
  closeSession(organisation: string, id: string, closedAt: number): Promise<void>;
  listSessions(
    organisation: string,
    filter: { status?: "active" | "closed" | "expired" | undefined; now: number },
    slice: SliceOptions,
  ): Promise<Slice<SessionRecord>>;
  createOrganisation(organisation: Organisation): Promise<void>;
  readOrganisation(id: string): Promise<Organisation | undefined>;
  /** Changes what is named and leaves the rest, so that two changes at once do not undo each other. */
  updateOrganisation(
    id: string,
    change: Partial<Pick<Organisation, "overageEnabled" | "plan" | "suspendedAt">>,
  ): Promise<void>;
  /** Returns false, and adds no job, when an event of this id is there already. */
  appendEvent(event: StoredEvent, jobs?: readonly Job[]): Promise<boolean>;
  listEvents(
    organisation: string,
    filter: { type?: string | undefined; since?: number | undefined },
    slice: SliceOptions,
  ): Promise<Slice<StoredEvent>>;
  /** Adds work; a job of this id that exists already stays as it is. */
  addJob(job: Job): Promise<void>;
  /**
   * Due jobs of the kind, earliest first; each is leased until `leaseUntil`. With `mostPerGroup`, no more of one group are
   * under a lease at a time, whichever worker took them, and groups with few of them come before those with many.
   */
  takeJobs(
    kind: string,
    now: number,
    limit: number,
    leaseUntil: number,
    mostPerGroup?: number,
  ): Promise<Job[]>;
  /** Removes a job, or puts it off. */
  finishJob(id: string, retryAt?: number): Promise<void>;
  /** 1, 2, 3 … for each series. */
  nextNumber(series: string): Promise<number>;
}

/** API keys, by their hashes. */
export interface ApiKeyStore {
  /** False when the organisation has `most` keys that are not revoked; service keys are not counted. */
  createApiKey(key: ApiKey, most?: number | null): Promise<boolean>;
  /** The key of this hash, or whose rotated-away key has it. */
  findApiKey(hash: string): Promise<ApiKey | undefined>;
  /**
   * Replaces a key, found by its id; its hash may be another. False when it is revoked, or its hash is no longer
   * `expectedHash`: it was changed concurrently.
   */
  updateApiKey(key: ApiKey, expectedHash: string): Promise<boolean>;
  /** Records the use of a key, and nothing else. */
  touchApiKey(id: string, lastUsedAt: number): Promise<void>;
  /** Newest first; of one organisation, or service keys with null. */
  listApiKeys(organisation: string | null, slice: SliceOptions): Promise<Slice<ApiKey>>;
}

/** Small records of several kinds, each with a version: who read an older one cannot replace it. */
export interface SmallRecordStore {
  /** Adds a record at version 1. False when its id or its name is taken. */
  insertRecord<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): Promise<boolean>;
  readRecord<Kind extends RecordKind>(
    kind: Kind,
    organisation: string,
    id: string,
  ): Promise<RecordTypes[Kind] | undefined>;
  readRecordByName<Kind extends RecordKind>(
    kind: Kind,
    organisation: string,
    name: string,
  ): Promise<RecordTypes[Kind] | undefined>;
  /** Writes the record with its version one higher, if the stored one is still at `record.version`. */
  replaceRecord<Kind extends RecordKind>(kind: Kind, record: RecordTypes[Kind]): Promise<boolean>;
  deleteRecord(kind: RecordKind, organisation: string, id: string): Promise<boolean>;
  /** Newest first, of one group where it is given. */
  listRecords<Kind extends RecordKind>(
    kind: Kind,
    organisation: string,
    filter: { group?: string | undefined },
    slice: SliceOptions,
  ): Promise<Slice<RecordTypes[Kind]>>;
}

/** One of several writes in one transaction. Each succeeds or fails like the method of its name. */
export type StoreWrite =
  | {
      [Kind in RecordKind]: {
        type: "insert_record";
        kind: Kind;
        record: RecordTypes[Kind];
        /** Does not hold either when the organisation has as many of the kind. @default no limit */
        most?: number | undefined;
      };
    }[RecordKind]
  | { [Kind in RecordKind]: { type: "replace_record"; kind: Kind; record: RecordTypes[Kind] } }[RecordKind]
  | { type: "create_api_key"; key: ApiKey; most: number | null }
  | { type: "update_api_key"; key: ApiKey; expectedHash: string };

/**
 * All that the backend remembers. A port of domain operations: each method is one transaction, and the state machine of
 * docs/decisions/operation.md is inside, not in its callers. `storeSuite` in `@codespar/backend/testing` holds every
 * store to the same behaviour. What is returned is a copy, or never changed afterwards.
 */
export interface Store extends OperationStore, RecordStore, ApiKeyStore, SmallRecordStore {
  /**
   * When something falls due next, of jobs and operations alike. With `after`, what was due by then is left out: a job
   * that waits for its group waits for no moment.
   */
  nextDueAt(after?: number): Promise<number | undefined>;
  /**
   * Makes all of these writes in one transaction, or none. Returns the place of the first that does not hold, -1 when all
   * were made.
   */
  writeTogether(writes: readonly StoreWrite[]): Promise<number>;
  close(): Promise<void>;
}
