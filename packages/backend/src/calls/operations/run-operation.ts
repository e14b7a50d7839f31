import type { Operation } from "../../store/operation.ts";
import type { OperationRun } from "./operation-run.ts";
import { queryAllCandidates } from "./query-all-candidates.ts";
import { settleSucceeded } from "./settle-operation.ts";
import { tryCandidates } from "./try-candidates.ts";

/** Does what the operation asks for, and settles it. Rejects with `LeaseLost`, and with what broke in the store. */
export async function runOperation(run: OperationRun): Promise<Operation> {
  const { plan } = run;
  if (plan.mode === "local") return settleSucceeded(run, null, await plan.run());
  if (plan.mode === "all") return queryAllCandidates(run, plan);
  return tryCandidates(run, plan);
}
