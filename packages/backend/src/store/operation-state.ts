import type { ToolCallAttempt, ToolCallStatus } from "@codespar/contract";
import type { Operation, OperationState, Settlement } from "./operation.ts";

/** Whether nothing can change any more. */
export function isFinal(state: OperationState): boolean {
  return state === "succeeded" || state === "refused" || state === "failed";
}

/** Whether a caller that waits has its answer: final, or not to be known for now. */
export function isSettled(state: OperationState): boolean {
  return isFinal(state) || state === "unknown";
}

/** What the wire calls the state. */
export function statusOf(state: OperationState): ToolCallStatus {
  return state === "dispatched" ? "running" : state;
}

/** Whether the settlement's call is charged: what ended well, was refused for business reasons, or is unknown. */
export function isCharged(settlement: Settlement): boolean {
  return settlement.charge ?? settlement.state !== "failed";
}

/** Whether the key still stands for this operation. */
export function keepsKey(operation: Operation, keysSince: number): boolean {
  if (operation.state === "failed") return false;
  return operation.createdAt >= keysSince || !isFinal(operation.state);
}

/** The operation after its end, for stores to write; the rules of charging and leases are the caller's. */
export function settle(operation: Operation, settlement: Settlement): Operation {
  const { state, provider, error, answer, completedAt } = settlement;
  const attempts = settlement.attempts ?? endAttempts(operation.attempts, state);
  return {
    ...operation,
    state,
    provider,
    attempts,
    error,
    answer,
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
  state: Settlement["state"],
): readonly ToolCallAttempt[] {
  const last = attempts.at(-1);
  if (last === undefined || (last.outcome !== "pending" && last.outcome !== "unknown")) return attempts;
  return [...attempts.slice(0, -1), { ...last, outcome: attemptOutcomes[state] }];
}
