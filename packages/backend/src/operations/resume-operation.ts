import { isRepeatable } from "@codespar/contract";
import { ApiFailure } from "../api-failure.ts";
import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import { LeaseLost, leaseUntil } from "./lease.ts";
import { argumentsOf, planCall } from "./plan-call.ts";
import { recoverOperation } from "./recover-operation.ts";
import { runOperation } from "./run-operation.ts";
import { settleFailed, settleUnknown } from "./settle-operation.ts";
import { orWaitForEnd, waitForEnd } from "./wait-for-end.ts";

/** Goes on with an operation under a fresh lease, for nobody who waits; a failure leaves it to the next lease. */
export async function workOperation(services: Services, operation: Operation): Promise<void> {
  try {
    await resumeOperation(services, operation);
  } catch (error) {
    // whoever has taken over ends it
    if (!(error instanceof LeaseLost)) services.reportError(error);
  }
}

/**
 * Goes on with an operation under a fresh lease: does it when no provider was asked yet, asks the provider what became of
 * it when one may have been. Rejects like `runOperation`.
 */
async function resumeOperation(services: Services, operation: Operation): Promise<Operation> {
  const { tool: name, server, state } = operation;
  const session = await services.store.readSession(operation.organisation, operation.sessionId);
  if (session === undefined) throw new Error(`Operation ${operation.id} has lost its session.`);
  // of those that run, only `dispatched` ones have reached a provider
  const asked = state === "dispatched" ? operation.provider : null;
  const ending = { services, operation, session };
  let plan: Awaited<ReturnType<typeof planCall>>;
  try {
    plan = await planCall(services, session, { name, server, arguments: argumentsOf(operation) });
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    // what cannot be planned any more cannot be done; but if it may have been done, that stays to be found out
    return asked === null ? settleFailed(ending, error.body) : settleUnknown(ending, asked);
  }
  const run = {
    ...ending,
    plan,
    emit: (event: Parameters<typeof services.store.appendStream>[1]) => {
      // a stream that misses an event is no reason to lose the call
      services.store.appendStream(operation.id, event).catch(services.reportError);
    },
  };
  if (asked === null || plan.mode !== "first" || isRepeatable(plan.risk)) return runOperation(run);
  const candidate = plan.candidates.find(({ provider }) => provider.id === asked);
  return candidate === undefined ? settleUnknown(ending, asked) : recoverOperation(run, candidate);
}

/** Settles an unknown operation as far as its provider can tell; waits for whoever is at it already. */
export async function reconcileOperation(services: Services, operation: Operation): Promise<Operation> {
  const taken = await services.store.takeUnknownOperation(operation.id, leaseUntil(services));
  if (taken === undefined) return waitForEnd(services, operation.id);
  return orWaitForEnd(services, operation.id, resumeOperation(services, taken));
}
