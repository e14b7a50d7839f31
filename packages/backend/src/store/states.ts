import type { SessionStatus, ToolCallAttempt, ToolCallStatus } from "@codespar/contract";
import { equalInConstantTime } from "../platform/digests.ts";
import type {
  BeginOperation,
  Dispatch,
  Operation,
  OperationState,
  Reservation,
  Settlement,
} from "./operation.ts";
import type { ApiKey, SessionRecord } from "./store.ts";

/** Whether nothing can change any more. */
export function isFinal(state: OperationState): boolean {
  return state === "succeeded" || state === "refused" || state === "failed";
}

/** Whether a caller that waits has its response: final, or not to be known for now. */
export function isSettled(state: OperationState): boolean {
  return isFinal(state) || state === "unknown";
}

/** What the wire calls the state. */
export function toStatus(state: OperationState): ToolCallStatus {
  return state === "dispatched" ? "running" : state;
}

/** Whether the settlement's call is charged: what ended well, was refused for business reasons, or is unknown. */
export function isCharged(settlement: Settlement): boolean {
  return settlement.charge ?? settlement.state !== "failed";
}

/** Whether an end uses up what was reserved. A refusal moved no money, but it was a call. */
export function consumes(state: Settlement["state"], { currency }: Reservation): boolean {
  return state === "succeeded" || (state === "refused" && currency === undefined);
}

/** Whether the key still stands for this operation: while it is not final, and for as long afterwards as keys are kept. */
export function keepsKey({ state, completedAt }: Operation, keysSince: number): boolean {
  if (state === "failed") return false;
  return !isFinal(state) || completedAt === null || completedAt >= keysSince;
}

/** The row of a call that begins. */
export function start({
  operation,
  leaseUntil,
  dispatch: asked,
}: Pick<BeginOperation, "dispatch" | "leaseUntil" | "operation">): Operation {
  const isQueued = operation.verb === "send";
  const begun: Operation = {
    ...operation,
    state: isQueued ? "queued" : "running",
    provider: null,
    account: null,
    dispatched: null,
    attempts: [],
    error: null,
    charged: isQueued,
    completedAt: null,
    lease: 1,
    leaseUntil: isQueued ? operation.createdAt : leaseUntil,
    response: null,
  };
  return asked === undefined ? begun : dispatch(begun, asked);
}

/** The operation under a new lease. One that was unknown is `dispatched` again: its provider is being asked. */
export function take(operation: Operation, leaseUntil: number): Operation {
  const leased = { ...operation, lease: operation.lease + 1, leaseUntil };
  if (operation.state === "queued") return { ...leased, state: "running" };
  if (operation.state !== "unknown") return leased;
  return { ...leased, state: "dispatched", error: null, response: null, completedAt: null };
}

/** The operation before its provider is asked. */
export function dispatch(operation: Operation, { attempt, account, note, leaseUntil }: Dispatch): Operation {
  const attempts = [...operation.attempts, attempt];
  return {
    ...operation,
    state: "dispatched",
    provider: attempt.provider,
    account,
    dispatched: note,
    attempts,
    leaseUntil,
  };
}

/**
 * The operation after a provider has certainly done nothing; one that had not been marked as asked is noted now. With
 * `dueAt` it waits in the queue until then.
 */
export function undispatch(operation: Operation, attempt: ToolCallAttempt, dueAt?: number): Operation {
  const last = operation.attempts.at(-1);
  const attempts =
    last?.outcome === "pending" || last?.outcome === "unknown"
      ? [...operation.attempts.slice(0, -1), { ...attempt, at: last.at }]
      : [...operation.attempts, attempt];
  const undone = { ...operation, provider: null, account: null, dispatched: null, attempts };
  if (dueAt === undefined) return { ...undone, state: "running" };
  return { ...undone, state: "queued", leaseUntil: dueAt };
}

/** Whether work under this lease still counts. */
export function holds(operation: Operation | undefined, lease: number): operation is Operation {
  return operation !== undefined && operation.lease === lease && !isSettled(operation.state);
}

/** The operation after its end, for stores to write; the rules of charging and leases are the caller's. */
export function settle(operation: Operation, settlement: Settlement): Operation {
  const { state, provider, error, response, completedAt } = settlement;
  const attempts = settlement.attempts ?? endAttempts(operation.attempts, settlement);
  return {
    ...operation,
    state,
    provider,
    dispatched: isFinal(state) ? null : operation.dispatched,
    attempts,
    error,
    response,
    completedAt,
    charged: isCharged(settlement),
    leaseUntil: settlement.checkAt ?? Number.MAX_SAFE_INTEGER,
  };
}

const attemptOutcomes = {
  succeeded: "succeeded",
  refused: "refused",
  unknown: "unknown",
  failed: "unavailable",
} as const;

function endAttempts(
  attempts: readonly ToolCallAttempt[],
  { state, reason }: Pick<Settlement, "reason" | "state">,
): readonly ToolCallAttempt[] {
  const last = attempts.at(-1);
  if (last === undefined || (last.outcome !== "pending" && last.outcome !== "unknown")) return attempts;
  const { provider, at } = last;
  const ended: ToolCallAttempt = { provider, outcome: attemptOutcomes[state], at };
  return [...attempts.slice(0, -1), reason === undefined ? ended : { ...ended, reason }];
}

/** Whether a key that was found by this hash works: it is the key itself, or the one that it replaced while both work. */
export function isKeyUsable(key: ApiKey, hash: string, now: number): boolean {
  const isCurrent = equalInConstantTime(hash, key.hash);
  const isPrevious = equalInConstantTime(hash, key.previousHash ?? "") && (key.previousExpiresAt ?? 0) > now;
  const isExpired = key.expiresAt !== null && key.expiresAt <= now;
  return (isCurrent || isPrevious) && key.revokedAt === null && !isExpired;
}

/** A session's status is derived, so that nothing has to fire when it expires. */
export function sessionStatus(session: SessionRecord, now: number): SessionStatus {
  if (session.closedAt !== null) return "closed";
  return session.expiresAt <= now ? "expired" : "active";
}
