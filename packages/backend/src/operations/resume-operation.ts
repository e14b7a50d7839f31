import { isRepeatable } from "@codespar/contract";
import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import { argumentsOf, planCall } from "./plan-call.ts";
import { recoverOperation } from "./recover-operation.ts";
import { leaseUntil, type OperationRun, runOperation } from "./run-operation.ts";

/**
 * Goes on with an operation under a fresh lease: does it when no provider was asked yet,
 * asks the provider what became of it when one may have been.
 */
export async function resumeOperation(services: Services, operation: Operation): Promise<Operation> {
  const session = await services.store.readSession(operation.organisation, operation.sessionId);
  if (session === undefined) throw new Error(`Operation ${operation.id} has lost its session.`);
  const { tool: name, server } = operation;
  const plan = await planCall(services, session, { name, server, arguments: argumentsOf(operation) });
  const run: OperationRun = {
    services,
    operation,
    session,
    plan,
    emit: (event) => void services.store.appendStream(operation.id, event),
  };
  const mayHaveHappened = operation.state === "dispatched" || operation.state === "unknown";
  if (!mayHaveHappened || plan.mode !== "first" || isRepeatable(plan.risk)) return runOperation(run);
  const asked = plan.candidates.find(({ provider }) => provider.id === operation.provider);
  if (asked === undefined)
    throw new Error(`Operation ${operation.id} has lost its provider ${operation.provider}.`);
  return recoverOperation(run, asked);
}

/** Settles an unknown operation as far as its provider can tell; answers it as it is if another is at it. */
export async function reconcileOperation(services: Services, operation: Operation): Promise<Operation> {
  const { store, clock } = services;
  const taken = await store.takeUnknownOperation(operation.id, clock.now(), leaseUntil(services));
  if (taken !== undefined) return resumeOperation(services, taken);
  return (await store.findOperation(operation.id)) ?? operation;
}
