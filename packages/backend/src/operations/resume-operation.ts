import { isRepeatable } from "@codespar/contract";
import { ApiFailure, internalError } from "../api-failure.ts";
import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import { LeaseLost, leaseUntil } from "./lease.ts";
import { argumentsOf, planCall } from "./plan-call.ts";
import { recoverOperation } from "./recover-operation.ts";
import { runOperation } from "./run-operation.ts";
import { settleFailed, settleUnknown } from "./settle-operation.ts";
import { ownFault } from "./translate.ts";
import { orWaitForEnd, waitForEnd } from "./wait-for-end.ts";

/** Leases after which a call that nobody was asked to do is given up: what went wrong each time will go wrong again. */
const mostLeases = 10;

/** Goes on with an operation under a fresh lease, for nobody who waits. Never rejects. */
export async function workOperation(services: Services, operation: Operation): Promise<void> {
  try {
    await resumeOperation(services, operation);
  } catch (error) {
    // whoever has taken over ends it
    if (error instanceof LeaseLost) return;
    services.reportError(error);
    // tried again when the lease runs out
    if (operation.lease >= mostLeases) await giveUp(services, operation).catch(services.reportError);
  }
}

/** Ends a call that cannot be done here, unless a provider may have done it. */
async function giveUp(services: Services, { id, lease }: Operation): Promise<void> {
  const operation = await services.store.findOperation(id);
  if (operation?.state === "running" && operation.lease === lease)
    await settleFailed({ services, operation }, internalError().body);
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
  const ending = { services, operation };
  let plan: Awaited<ReturnType<typeof planCall>>;
  try {
    plan = await planCall(services, session, { name, server, arguments: argumentsOf(operation) });
  } catch (error) {
    // what cannot be planned any more cannot be done; but if it may have been done, that stays to be found out
    if (asked !== null) {
      // told once, however often it is looked at again
      if (operation.attempts.at(-1)?.reason !== ownFault) services.reportError(error);
      return settleUnknown(ending, asked, ownFault);
    }
    if (error instanceof ApiFailure) return settleFailed(ending, error.body);
    throw error;
  }
  const run = {
    ...ending,
    session,
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
