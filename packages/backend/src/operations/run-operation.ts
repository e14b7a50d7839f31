import type { Operation } from "../store/operation.ts";
import { askAll } from "./ask-all.ts";
import { askInOrder } from "./ask-in-order.ts";
import { LeaseLost } from "./lease.ts";
import type { OperationRun } from "./operation-run.ts";
import { settleSucceeded } from "./settle-operation.ts";
import { waitForEnd } from "./wait-for-end.ts";

/** Does what the operation asks for, and settles it. Never rejects for what a provider did. */
export async function runOperation(run: OperationRun): Promise<Operation> {
  const { services, operation, plan } = run;
  try {
    if (plan.mode === "local") return await settleSucceeded(run, null, await plan.run());
    if (plan.mode === "all") return await askAll(run, plan);
    return await askInOrder(run, plan);
  } catch (error) {
    if (error instanceof LeaseLost) return waitForEnd(services, operation.id);
    throw error;
  }
}
