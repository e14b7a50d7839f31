import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import { isFinal } from "../store/operation-state.ts";
import { reconcileOperation } from "./resume-operation.ts";
import { waitForEnd } from "./wait-for-end.ts";

/**
 * The operation with its answer: waits for one that runs, asks the provider about one that is unknown. One that nobody
 * settles in time is answered as it is.
 */
export async function awaitAnswer(
  services: Services,
  operation: Operation,
  signal: AbortSignal | undefined,
): Promise<Operation> {
  if (isFinal(operation.state)) return operation;
  if (operation.state === "unknown") return reconcileOperation(services, operation);
  services.wake();
  return waitForEnd(services, operation.id, signal);
}
