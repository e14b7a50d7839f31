import type { Operation } from "../store/operation.ts";
import { askAll } from "./ask-all.ts";
import { askInOrder } from "./ask-in-order.ts";
import type { OperationRun } from "./operation-run.ts";
import { settleSucceeded } from "./settle-operation.ts";

/** Does what the operation asks for, and settles it. Rejects with `LeaseLost`, and with what broke in the store. */
export async function runOperation(run: OperationRun): Promise<Operation> {
  const { plan } = run;
  if (plan.mode === "local") return settleSucceeded(run, null, await plan.run());
  if (plan.mode === "all") return askAll(run, plan);
  return askInOrder(run, plan);
}
