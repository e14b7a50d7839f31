import { isRepeatable } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { ApiError, internalError } from "../../platform/api-error.ts";
import type { Operation } from "../../store/operation.ts";
import { LeaseLost, leaseUntil, orWaitUntilSettled, waitUntilSettled } from "./lease-and-doubt.ts";
import { getArguments, planCall } from "./parse-call.ts";
import { recoverOperation } from "./recover-operation.ts";
import { runOperation } from "./run-operation.ts";
import { settleFailed, settleUnknown } from "./settle-operation.ts";
import { ownFault } from "./translate.ts";

/** Leases after which a call that nobody was asked to do is given up: what went wrong each time will go wrong again. */
const mostLeases = 10;

/** Goes on with an operation under a fresh lease, for nobody who waits. Never rejects. */
export async function processOperation(context: BackendContext, operation: Operation): Promise<void> {
  try {
    await resumeOperation(context, operation);
  } catch (error) {
    // the worker that has taken over settles it
    if (error instanceof LeaseLost) return;
    context.reportError(error);
    // tried again when the lease runs out
    if (operation.lease >= mostLeases) await giveUp(context, operation).catch(context.reportError);
  }
}

/** Ends a call that cannot be done here, unless a provider may have done it. */
async function giveUp(context: BackendContext, { id, lease }: Operation): Promise<void> {
  const operation = await context.store.findOperation(id);
  if (operation?.state === "running" && operation.lease === lease)
    await settleFailed({ context, operation }, internalError().body);
}

/**
 * Goes on with an operation under a fresh lease: does it when no provider was asked yet, asks the provider what became of
 * it when one may have been. Rejects like `runOperation`.
 */
async function resumeOperation(context: BackendContext, operation: Operation): Promise<Operation> {
  const { tool: name, server, state } = operation;
  const session = await context.store.readSession(operation.organisation, operation.sessionId);
  if (session === undefined) throw new Error(`Operation ${operation.id} has lost its session.`);
  // of those that run, only `dispatched` ones have reached a provider
  const asked = state === "dispatched" ? operation.provider : null;
  const ending = { context, operation };
  let plan: Awaited<ReturnType<typeof planCall>>;
  try {
    plan = await planCall(context, session, { name, server, arguments: getArguments(operation) });
  } catch (error) {
    // what cannot be planned any more cannot be done; but if it may have been done, that stays to be found out
    if (asked !== null) {
      // reported once, however often it is looked at again
      if (operation.attempts.at(-1)?.reason !== ownFault) context.reportError(error);
      return settleUnknown(ending, asked, ownFault);
    }
    if (error instanceof ApiError) return settleFailed(ending, error.body);
    throw error;
  }
  const run = {
    ...ending,
    session,
    plan,
    emit: (event: Parameters<typeof context.store.appendStream>[1]) => {
      // a stream that misses an event is no reason to lose the call
      context.store.appendStream(operation.id, event).catch(context.reportError);
    },
  };
  if (asked === null || plan.mode !== "first" || isRepeatable(plan.risk)) return runOperation(run);
  const candidate = plan.candidates.find(({ provider }) => provider.id === asked);
  return candidate === undefined ? settleUnknown(ending, asked) : recoverOperation(run, candidate);
}

/** Settles an unknown operation as far as its provider can tell; waits for a worker that is settling it already. */
export async function reconcileOperation(context: BackendContext, operation: Operation): Promise<Operation> {
  const taken = await context.store.takeUnknownOperation(
    operation.id,
    leaseUntil(context, context.clock.now()),
  );
  if (taken === undefined) return waitUntilSettled(context, operation.id);
  return orWaitUntilSettled(context, operation.id, resumeOperation(context, taken));
}
