import type { Json, ToolCallAttempt } from "@codespar/contract";
import { timestamp } from "../../platform/time.ts";
import type { ProviderRefusal } from "../../ports/provider-refusal.ts";
import type { Operation } from "../../store/operation.ts";
import type { Candidate, ToolPlan } from "../router/tool-plan.ts";
import { leaseKeeper } from "./lease-and-doubt.ts";
import type { OperationRun } from "./operation-run.ts";
import { connectCandidate, recordProviderHealth } from "./provider-health.ts";
import { settleFailed, settleRefused, settleSucceeded } from "./settle-operation.ts";
import { toStreamEvent } from "./to-stream-event.ts";
import { translate } from "./translate.ts";
import { unavailable } from "./unavailable.ts";

/** Every candidate at once; every response counts. For what may be asked often and costs nothing. */
export async function queryAllCandidates(
  run: OperationRun,
  plan: Extract<ToolPlan, { mode: "all" }>,
): Promise<Operation> {
  const { context, operation } = run;
  const keepLease = leaseKeeper(context, operation);
  // one place for each, so that the log does not depend on who responds first
  const attemptResults = await Promise.all(plan.candidates.map(ask));
  const attempts = attemptResults.flatMap(({ attempt }) => attempt ?? []);
  const responses = attemptResults.filter((attemptResult) => attemptResult.outcome === "done");
  const refusal = attemptResults.find((attemptResult) => attemptResult.outcome === "refused");
  const [first] = responses;
  if (first !== undefined) {
    const provider = responses.length === 1 ? first.id : "codespar";
    return settleSucceeded(run, provider, plan.merge(responses.map(({ data }) => data)), attempts);
  }
  // none could, and those that responded said why: asking again would change nothing
  if (refusal !== undefined)
    return settleRefused(run, refusal.id, refusal.refusal, { attempts, hasLeft: refusal.hasLeft });
  const skipped = attemptResults.flatMap((attemptResult) =>
    attemptResult.outcome === "skipped" ? [{ id: attemptResult.id, reason: attemptResult.reason }] : [],
  );
  return settleFailed(run, unavailable(operation.tool, skipped), attempts);

  async function ask(candidate: Candidate, index: number): Promise<Answered> {
    const { id } = candidate.provider;
    const connected = await connectCandidate(run, candidate, true);
    if ("skipped" in connected) return { ...connected.skipped, outcome: "skipped" };
    const { connection } = connected;
    run.emit({
      type: "tool_call.routed",
      data: { provider: id, attempt: index + 1, reason: "asked together" },
    });
    const at = timestamp(context.clock.now());
    const attemptResult = await translate({
      context,
      operation,
      candidate,
      connection,
      emit: (update) => run.emit(toStreamEvent(update)),
      beforeCall: keepLease,
      beforeEffect: async () => {},
    });
    const noted = await recordProviderHealth(
      context,
      { provider: id, account: connection.account },
      attemptResult,
    );
    if ("completed" in noted) {
      const { completed } = noted;
      if (completed.outcome === "done")
        run.emit({ type: "tool_call.partial", data: { data: completed.data } });
      const outcome = completed.outcome === "done" ? "succeeded" : "refused";
      return { ...completed, id, attempt: { provider: id, outcome, at } };
    }
    const reason = noted.failed;
    const attempt: ToolCallAttempt = { provider: id, outcome: "unavailable", reason, at };
    return { id, outcome: "skipped", reason, attempt };
  }
}

/** What became of one candidate; `attempt` is for the log, absent where the provider was not asked. */
type Answered = { id: string; attempt?: ToolCallAttempt } & (
  | { outcome: "done"; data: Json }
  | { outcome: "refused"; refusal: ProviderRefusal; hasLeft: boolean }
  | { outcome: "skipped"; reason: string }
);
