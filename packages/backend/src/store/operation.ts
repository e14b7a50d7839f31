import type { Currency, Metadata, StreamEventBody, ToolCallAttempt, ToolError } from "@codespar/contract";
import type { Job } from "./job.ts";

export type OperationState =
  | "queued"
  | "running"
  | "dispatched"
  | "succeeded"
  | "refused"
  | "failed"
  | "unknown";

/** The stored response of an operation: an HTTP status and its JSON text. */
export interface StoredResponse {
  status: number;
  body: string;
}

/** A tool call from its key to its settled response, never changed: each transition makes a new one. See docs/decisions/operation.md. */
export interface Operation {
  readonly id: string;
  readonly organisation: string;
  readonly sessionId: string;
  /** The idempotency key, unique in the organisation while it is kept. */
  readonly key: string;
  readonly fingerprint: string;
  readonly verb: "execute" | "send";
  readonly tool: string;
  readonly server: string;
  readonly metadata: Metadata;
  readonly userId: string | null;
  /** Minor units; null when the call moves no money. */
  readonly amount: number | null;
  readonly currency: Currency | null;
  readonly createdAt: number;
  /** Month that it is charged to, `YYYY-MM` in UTC. */
  readonly period: string;
  /** The arguments as JSON text; erased with the response. */
  readonly arguments: string | null;
  readonly state: OperationState;
  readonly provider: string | null;
  /** In whose name the provider was asked, and is asked again; null before. */
  readonly account: string | null;
  /** How the provider was asked; null before, and once the operation is final. */
  readonly dispatched: DispatchNote | null;
  readonly attempts: readonly ToolCallAttempt[];
  readonly error: ToolError | null;
  readonly charged: boolean;
  readonly completedAt: number | null;
  /** Who may work on it: each lease has the number after the last one's. */
  readonly lease: number;
  /** When the lease runs out; for `unknown`, when the provider is asked again. */
  readonly leaseUntil: number;
  readonly response: StoredResponse | null;
}

/** How a provider was asked, so that what became of the call is asked of the same account and about the same request. */
export interface DispatchNote {
  /** The stored connection and the version of its credentials; null when the server needed none. */
  connection: { id: string; credentialsVersion: number } | null;
  /** The native call as JSON text, encrypted; null where the provider finds it by its id alone. */
  call: string | null;
}

/** A limit that calls reserve against, such as the amount that a session may still spend. */
export interface Reservation {
  counter: string;
  add: number;
  /** The counter, reservations included, may reach this but not pass it. */
  limit: number;
  /** What to report when it would: the policy's field name. */
  rule: string;
  currency?: Currency | undefined;
  /** From when on nobody asks for the counter any more, in milliseconds since the epoch. @default never */
  expiresAt?: number | undefined;
}

/** What is known of a call before anything has happened to it. */
export type NewOperation = Omit<
  Operation,
  | "account"
  | "response"
  | "attempts"
  | "charged"
  | "completedAt"
  | "dispatched"
  | "error"
  | "lease"
  | "leaseUntil"
  | "provider"
  | "state"
>;

/** A provider's attempt, as it is noted before the provider is asked. */
export interface Dispatch {
  attempt: ToolCallAttempt;
  /** In whose name it is asked. */
  account: string;
  note: DispatchNote;
  /** Until when the caller holds the lease. */
  leaseUntil: number;
}

export interface BeginOperation {
  operation: NewOperation;
  /** Until when the caller works on it; ignored for `send`, which waits in the queue. */
  leaseUntil: number;
  /** Calls of the period, reservations included, may reach this; null: no limit. */
  quota: number | null;
  reservations: readonly Reservation[];
  /** Keys of operations that became final before this have run out. */
  keysSince: number;
  /**
   * The provider that is asked as soon as the operation has begun: it begins `dispatched`. Only for a store that
   * `beginsDispatched`.
   */
  dispatch?: Dispatch | undefined;
  /** The approval that the call uses up, as it was read; null when it needs none. */
  approval?: { id: string; version: number } | null | undefined;
  /** What came of opening the call. Only for a store that has `openCall`. */
  opening?: Opening | undefined;
}

/** What is checked and done for a call that was opened. */
export interface Opening {
  /** Of what was read, if it was read some time ago: should it have changed, or the session be closed, nothing begins. */
  version?: string | undefined;
  /** What the expiry of the session is moved to, should the call begin. @default it stays */
  sessionExpiresAt?: number | undefined;
  /** Whether the outcome has `used`. */
  readsUsed: boolean;
}

export type BeginOutcome =
  /** `used`: calls charged in the period, this one included where it is charged from its beginning. */
  | { outcome: "started"; operation: Operation; used?: number | undefined }
  | { outcome: "joined"; operation: Operation }
  | { outcome: "conflict" }
  | { outcome: "quota"; used: number }
  | { outcome: "policy"; rule: string; limit: number; currency?: Currency | undefined }
  /** The approval is not what it was when it was read: read it again. */
  | { outcome: "approval" }
  /** What was read before is no longer so: open the call again. */
  | { outcome: "stale" };

/** An event that triggers deliver and `GET /v1/events` lists. */
export interface StoredEvent {
  id: string;
  organisation: string;
  type: string;
  createdAt: number;
  sessionId: string | null;
  toolCallId: string | null;
  metadata: Metadata;
  /** JSON text, erased with the payloads; null then. */
  data: string | null;
}

/** What a provider made for an organisation, so that later calls by its id find the provider. */
export interface ProviderDocument {
  organisation: string;
  /** The tenant whose account holds it; null: the organisation's own. */
  tenant: string | null;
  kind: string;
  id: string;
  provider: string;
  operationId: string;
  /** Milliseconds since the epoch of the call that made it; it goes with the log's retention. */
  createdAt: number;
}

export interface Settlement {
  state: "succeeded" | "refused" | "failed" | "unknown";
  provider: string | null;
  /** All of them, when the call was made without marking each. @default those marked, the last one ended by `state` */
  attempts?: readonly ToolCallAttempt[] | undefined;
  error: ToolError | null;
  response: StoredResponse;
  completedAt: number;
  /** For `unknown`: when the provider is asked again. */
  checkAt?: number | undefined;
  /** Why the last attempt ended so. @default none */
  reason?: string | undefined;
  events: readonly StoredEvent[];
  /** Work that the end brings, such as deliveries to the triggers. */
  jobs?: readonly Job[] | undefined;
  /** What the call made at its provider, or found there: what is known already stays as it is. */
  documents: readonly ProviderDocument[];
  /** A call that ends well may still cost nothing (`not_simulated`). @default by state */
  charge?: boolean | undefined;
}

/** What of a stream is kept: all but the last event, which is made from the response. */
export interface StoredStream {
  events: readonly StreamEventBody[];
  operation: Operation;
}
