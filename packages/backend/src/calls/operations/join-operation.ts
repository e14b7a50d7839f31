import type { BackendContext } from "../../context.ts";
import type { Operation } from "../../store/operation.ts";
import { isFinal, isSettled } from "../../store/states.ts";
import { waitUntilSettled } from "./lease-and-doubt.ts";
import { reconcileOperation } from "./resume-operation.ts";

/**
 * The operation with its response: waits for one that runs, asks the provider about one that is unknown. One that nobody
 * settles in time is returned as it is.
 */
export async function joinOperation(
  context: BackendContext,
  operation: Operation,
  signal: AbortSignal | undefined,
): Promise<Operation> {
  if (isFinal(operation.state)) return operation;
  if (operation.state === "unknown") {
    const reconciled = await reconcileOperation(context, operation);
    // a sent call that turned out not to have happened waits for its next attempt
    if (isSettled(reconciled.state)) return reconciled;
  }
  context.wake();
  return waitUntilSettled(context, operation.id, signal);
}
