import type { ToolCallAttempt } from "@codespar/contract";
import { isRepeatable } from "@codespar/contract";
import { busy } from "../../platform/provider-slots.ts";
import { timestamp } from "../../platform/time.ts";
import type { Dispatch, Operation } from "../../store/operation.ts";
import { dispatch as markAsked } from "../../store/states.ts";
import type { Candidate, ToolPlan } from "../router/tool-plan.ts";
import type { FirstAttempt } from "./first-attempt.ts";
import { type EffectCall, noteDispatch } from "./first-attempt.ts";
import { LeaseLost, leaseKeeper, leaseUntil } from "./lease-and-doubt.ts";
import type { OperationRun } from "./operation-run.ts";
import { connectCandidate, recordProviderHealth } from "./provider-health.ts";
import { queryAllCandidates } from "./query-all-candidates.ts";
import { recoverOperation } from "./recover-operation.ts";
import { settleFailed, settleRefused, settleSucceeded } from "./settle-operation.ts";
import { toStreamEvent } from "./to-stream-event.ts";
import { translate } from "./translate.ts";
import { type Skipped, unavailable } from "./unavailable.ts";

/** Does what the operation asks for, and settles it. Rejects with `LeaseLost`, and with what broke in the store. */
export async function runOperation(run: OperationRun): Promise<Operation> {
  const { plan } = run;
  if (plan.mode === "local") return settleSucceeded(run, null, await plan.run());
  if (plan.mode === "all") return queryAllCandidates(run, plan);
  return tryCandidates(run, plan);
}

type FirstPlan = Extract<ToolPlan, { mode: "first" }>;

/** Candidates one after another, for as long as each refuses before it processes anything. */
async function tryCandidates(run: OperationRun, plan: FirstPlan): Promise<Operation> {
  const { first } = run;
  const skipped: Skipped[] = first === undefined ? [] : [...first.skipped];
  const candidates = first === undefined ? plan.candidates : fromOn(plan.candidates, first.candidate);
  for (const candidate of candidates) {
    const prepared = candidate === first?.candidate ? first : undefined;
    const settled = await tryCandidate(run, plan, candidate, skipped, prepared);
    if (settled !== undefined) return settled;
  }
  const full = skipped.find(({ reason }) => reason === busy);
  const queued = full === undefined ? undefined : await queueForPlace(run, full.id);
  return queued ?? settleFailed(run, unavailable(run.operation.tool, skipped));
}

/** Attempts of one sent call that found its connection busy; after that it has failed. */
const mostBusyAttempts = 30;
const longestPauseMs = 60_000;

/** `send` promised that the call would be done, and its caller repeats nothing: it waits until its connection has a place. */
async function queueForPlace(
  { context, operation }: OperationRun,
  provider: string,
): Promise<Operation | undefined> {
  const { store, clock } = context;
  const times = operation.attempts.filter(({ reason }) => reason === busy).length;
  if (operation.verb !== "send" || times >= mostBusyAttempts) return undefined;
  const now = clock.now();
  const attempt = { provider, outcome: "unavailable", reason: busy, at: timestamp(now) } as const;
  const dueAt = now + Math.min(1_000 * 2 ** times, longestPauseMs);
  if (!(await store.markUndispatched(operation.id, operation.lease, attempt, dueAt))) throw new LeaseLost();
  context.wake();
  return (await store.findOperation(operation.id)) ?? operation;
}

function fromOn(candidates: readonly Candidate[], first: Candidate): readonly Candidate[] {
  return candidates.slice(candidates.indexOf(first));
}

/** One attempt at one provider. Undefined: it certainly did nothing, and the next may be tried. */
async function tryCandidate(
  run: OperationRun,
  plan: FirstPlan,
  candidate: Candidate,
  skipped: Skipped[],
  prepared: FirstAttempt | undefined,
): Promise<Operation | undefined> {
  const { context, operation } = run;
  const { id } = candidate.provider;
  const connected = prepared ?? (await connectCandidate(run, candidate, plan.candidates.length > 1));
  if (!("connection" in connected)) {
    skipped.push(connected.skipped);
    return undefined;
  }
  const { connection } = connected;
  const repeatable = isRepeatable(plan.risk);
  // noted when the operation began
  let asked = prepared?.dispatch === undefined ? undefined : operation;

  function attempt(outcome: ToolCallAttempt["outcome"], now: number = context.clock.now()): ToolCallAttempt {
    return { provider: id, outcome, at: timestamp(now) };
  }

  async function dispatch(call?: EffectCall): Promise<void> {
    if (asked !== undefined) return;
    const now = context.clock.now();
    const noted: Dispatch = {
      attempt: attempt("pending", now),
      account: connection.account,
      note: await noteDispatch({ context, operation, now }, candidate.provider, connection, call),
      leaseUntil: leaseUntil(context, now),
    };
    if (!(await context.store.markDispatched(operation.id, operation.lease, noted))) throw new LeaseLost();
    asked = markAsked(operation, noted);
  }

  const last = skipped.at(-1);
  const reason = last === undefined ? candidate.reason : `fallback: ${last.id} ${last.reason}`;
  run.emit({ type: "tool_call.routed", data: { provider: id, attempt: skipped.length + 1, reason } });
  if (repeatable) await dispatch();
  const attemptResult = await translate({
    context,
    operation,
    candidate,
    connection,
    emit: (update) => run.emit(toStreamEvent(update)),
    beforeCall: leaseKeeper(context, operation),
    beforeEffect: dispatch,
  });
  const noted = await recordProviderHealth(
    context,
    { provider: id, account: connection.account },
    attemptResult,
  );
  if ("completed" in noted) {
    const { completed } = noted;
    if (completed.outcome === "done") {
      await dispatch();
      return settleSucceeded(run, id, completed.data);
    }
    const { refusal, hasLeft } = completed;
    if (hasLeft || repeatable) await dispatch();
    // never marked as dispatched: after a crash there is nothing to find
    else if (!(await context.store.markUndispatched(operation.id, operation.lease, attempt("refused"))))
      throw new LeaseLost();
    return settleRefused(run, id, refusal, { hasLeft });
  }
  const { failed } = noted;
  if (!repeatable && (attemptResult.phase === "asked" || attemptResult.phase === "done"))
    return recoverOperation({ ...run, operation: asked ?? operation }, candidate, failed);
  skipped.push({ id, reason: failed });
  // noted when it goes back to the queue
  if (failed === busy && operation.verb === "send" && asked === undefined) return undefined;
  const ended = { ...attempt("unavailable"), reason: failed };
  if (!(await context.store.markUndispatched(operation.id, operation.lease, ended))) throw new LeaseLost();
  return undefined;
}
