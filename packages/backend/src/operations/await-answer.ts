import type { Services } from "../services.ts";
import type { Operation } from "../store/operation.ts";
import { isFinal, isSettled } from "../store/operation-state.ts";
import { reconcileOperation } from "./resume-operation.ts";

/** The operation with its answer: waits for one that runs, asks the provider about one that is unknown. */
export async function awaitAnswer(
  services: Services,
  operation: Operation,
  signal: AbortSignal,
): Promise<Operation> {
  if (isFinal(operation.state)) return operation;
  if (operation.state === "unknown") return reconcileOperation(services, operation);
  services.wake();
  const settled = await services.store.waitForOperation(operation.id, signal);
  return isSettled(settled.state) ? settled : operation;
}
