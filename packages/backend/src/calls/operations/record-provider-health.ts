import type { BackendContext } from "../../context.ts";
import { type Circuit, recordHealth } from "../router/provider-health.ts";
import { type AttemptResult, ownFault } from "./translate.ts";

/** A turn that brought an answer, be it a refusal. */
export type CompletedAttempt = Extract<AttemptResult, { outcome: "done" | "refused" }>;

/** Notes what a turn says of the connection's health; the answer is why nothing came of it, or the turn itself. */
export async function recordProviderHealth(
  context: BackendContext,
  circuit: Circuit,
  attemptResult: AttemptResult,
): Promise<{ answered: CompletedAttempt } | { failed: string }> {
  switch (attemptResult.outcome) {
    case "done":
      await recordHealth(context, circuit, true);
      return { answered: attemptResult };
    case "refused":
      // what did not leave says nothing of the provider
      if (attemptResult.hasLeft) await recordHealth(context, circuit, true);
      return { answered: attemptResult };
    case "silent":
      await recordHealth(context, circuit, false);
      return { failed: attemptResult.reason };
    case "faulty":
      // not the provider's failure: its circuit stays as it is
      context.reportError(attemptResult.error);
      return { failed: ownFault };
    default:
      throw new Error(`Unexpected turn ${JSON.stringify(attemptResult satisfies never)}.`);
  }
}
