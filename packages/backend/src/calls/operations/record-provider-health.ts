import type { BackendContext } from "../../context.ts";
import { recordFailure, recordHealthy } from "../router/provider-health.ts";
import { ownFault, type Turn } from "./translate.ts";

/** A turn that brought an answer, be it a refusal. */
export type AnsweredTurn = Extract<Turn, { outcome: "done" | "refused" }>;

/** Notes what a turn says of its provider's health; the answer is why nothing came of it, or the turn itself. */
export async function recordProviderHealth(
  context: BackendContext,
  provider: string,
  turn: Turn,
): Promise<{ answered: AnsweredTurn } | { failed: string }> {
  switch (turn.outcome) {
    case "done":
      await recordHealthy(context, provider);
      return { answered: turn };
    case "refused":
      // what did not leave says nothing of the provider
      if (turn.hasLeft) await recordHealthy(context, provider);
      return { answered: turn };
    case "silent":
      await recordFailure(context, provider);
      return { failed: turn.reason };
    case "faulty":
      // not the provider's failure: its circuit stays as it is
      context.reportError(turn.error);
      return { failed: ownFault };
    default:
      throw new Error(`Unexpected turn ${JSON.stringify(turn satisfies never)}.`);
  }
}
