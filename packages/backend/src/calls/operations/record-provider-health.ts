import type { BackendContext } from "../../context.ts";
import { type Circuit, recordHealth } from "../router/provider-health.ts";
import { type AttemptResult, ownFault } from "./translate.ts";

/** An attempt that got a response, even a refusal. */
export type CompletedAttempt = Extract<AttemptResult, { outcome: "done" | "refused" }>;

/** Records what an attempt says about the connection's health. Returns the attempt, or why it failed. */
export async function recordProviderHealth(
  context: BackendContext,
  circuit: Circuit,
  attemptResult: AttemptResult,
): Promise<{ completed: CompletedAttempt } | { failed: string }> {
  switch (attemptResult.outcome) {
    case "done":
      await recordHealth(context, circuit, true);
      return { completed: attemptResult };
    case "refused":
      // what did not leave says nothing of the provider
      if (attemptResult.hasLeft) await recordHealth(context, circuit, true);
      return { completed: attemptResult };
    case "silent":
      await recordHealth(context, circuit, false);
      return { failed: attemptResult.reason };
    case "faulty":
      // not the provider's failure: its circuit stays as it is
      context.reportError(attemptResult.error);
      return { failed: ownFault };
    default:
      throw new Error(`Unexpected attempt ${JSON.stringify(attemptResult satisfies never)}.`);
  }
}
