import { type ResolvedConnection, resolveConnection } from "../../accounts/connections/resolve-connection.ts";
import { apiError } from "../../platform/api-error.ts";
import { timestamp } from "../../platform/time.ts";
import type { FoundOperation } from "../../ports/provider.ts";
import type { Operation } from "../../store/operation.ts";
import type { Candidate } from "../router/tool-plan.ts";
import { isSameConnection, readDispatchedCall } from "./first-attempt.ts";
import { LeaseLost, leaseKeeper } from "./lease-and-doubt.ts";
import { getEffectId, notDone, timesNotDone } from "./native-calls.ts";
import type { OperationRun } from "./operation-run.ts";
import { settleFailed, settleRefused, settleSucceeded, settleUnknown } from "./settle-operation.ts";
import { ownFault, translate } from "./translate.ts";

/**
 * Asks the provider that may have done the operation what became of it, and settles accordingly. Never asks it to do
 * anything, and never asks another provider. `reason` is why its outcome was lost, as far as that is known.
 */
export async function recoverOperation(
  run: OperationRun,
  candidate: Candidate,
  reason = run.operation.attempts.at(-1)?.reason,
): Promise<Operation> {
  const { context, operation } = run;
  const { provider } = candidate;
  const keepLease = leaseKeeper(context, operation);
  await keepLease();
  const found = await queryOutcome(run, candidate);
  if (found.status === "unknown") return settleUnknown(run, provider.id, found.reason ?? reason);
  if (found.status === "never") {
    if (operation.verb === "send" && timesNotDone(operation) < mostAttempts)
      return queueAgain(run, candidate);
    const message = `${provider.id} did not respond, and says that it did not do ${operation.tool}. Nothing was done; try again.`;
    return settleFailed(
      run,
      apiError("provider_unavailable", message, { providers: [{ id: provider.id, reason: "no_answer" }] })
        .body,
    );
  }
  const attemptResult = await translate({
    context,
    operation,
    candidate,
    connection: found.connection,
    emit: () => {},
    beforeCall: keepLease,
    beforeEffect: async () => {},
    found: found.response,
  });
  switch (attemptResult.outcome) {
    case "done":
      return settleSucceeded(run, provider.id, attemptResult.data);
    case "refused":
      // a read before the effect may refuse what the effect has changed: that is no refusal of the call
      if (attemptResult.phase !== "none") return settleRefused(run, provider.id, attemptResult.refusal);
      break;
    case "silent":
      break;
    case "faulty":
      // reported once: the same translation of the same response goes wrong each time
      if (reason !== ownFault) context.reportError(attemptResult.error);
      return settleUnknown(run, provider.id, ownFault);
    default:
      throw new Error(`Unexpected attempt ${JSON.stringify(attemptResult satisfies never)}.`);
  }
  // it happened, but it cannot be shown yet: a later try reads the rest
  return settleUnknown(run, provider.id, reason);
}

/** `send` promised that the call would be done, and its caller repeats nothing: it waits for its next attempt. */
async function queueAgain({ context, operation }: OperationRun, { provider }: Candidate): Promise<Operation> {
  const { store, clock } = context;
  const now = clock.now();
  const pauses = timesNotDone(operation) - quickRetries;
  const dueAt = pauses < 0 ? now : now + Math.min(firstPauseMs * 2 ** pauses, longestPauseMs);
  const attempt = {
    provider: provider.id,
    outcome: "unavailable",
    reason: notDone,
    at: timestamp(now),
  } as const;
  if (!(await store.markUndispatched(operation.id, operation.lease, attempt, dueAt))) throw new LeaseLost();
  context.wake();
  return (await store.findOperation(operation.id)) ?? operation;
}

/** Attempts of one sent call that its provider says did not happen; after that it has failed. */
const mostAttempts = 10;
/** Of which so many follow at once: each has taken its time-out already. */
const quickRetries = 3;
const firstPauseMs = 1_000;
const longestPauseMs = 300_000;

type Found =
  | { status: "unknown"; reason?: string | undefined }
  | { status: "never" }
  | (Extract<FoundOperation, { status: "done" }> & { connection: ResolvedConnection });

/** The reason of a call whose connection has got other credentials since. */
const replaced = "connection_replaced";

/** A provider that cannot be asked, or does not respond in time, has not said anything. */
async function queryOutcome(
  { context, operation, session }: OperationRun,
  { provider }: Candidate,
): Promise<Found> {
  const connection = await resolveConnection(context, session, provider.id, operation.account ?? undefined);
  if (connection === undefined) return { status: "unknown" };
  // another account's `never` says nothing, and one that finds by repeating would do it there
  if (!isSameConnection(operation, connection)) return { status: "unknown", reason: replaced };
  const deadline = new AbortController();
  const late = new Promise<FoundOperation>((resolve) => {
    deadline.signal.addEventListener("abort", () => resolve({ status: "unknown" }), { once: true });
  });
  const cancel = context.timers.after(context.providerTimeoutMs, () => deadline.abort());
  try {
    const { account, credentials } = connection;
    const dispatched = await readDispatchedCall({ context, operation });
    const asked = provider.find(getEffectId(operation), {
      account,
      credentials,
      dispatched,
      signal: deadline.signal,
    });
    const found = await Promise.race([asked, late]);
    return found.status === "done" ? { ...found, connection } : found;
  } catch {
    return { status: "unknown" };
  } finally {
    cancel();
  }
}
