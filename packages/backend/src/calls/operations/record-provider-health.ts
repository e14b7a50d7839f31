import type { BackendContext } from "../../context.ts";
import { type Circuit, recordHealth } from "../router/provider-health.ts";
import { ownFault, type Turn } from "./translate.ts";

/** A turn that brought an answer, be it a refusal. */
export type AnsweredTurn = Extract<Turn, { outcome: "done" | "refused" }>;

/** Notes what a turn says of the connection's health; the answer is why nothing came of it, or the turn itself. */
export async function recordProviderHealth(
  context: BackendContext,
  circuit: Circuit,
  turn: Turn,
): Promise<{ answered: AnsweredTurn } | { failed: string }> {
  switch (turn.outcome) {
    case "done":
      await recordHealth(context, circuit, true);
      return { answered: turn };
    case "refused":
      // what did not leave says nothing of the provider
      if (turn.hasLeft) await recordHealth(context, circuit, true);
      return { answered: turn };
    case "silent":
      await recordHealth(context, circuit, false);
      return { failed: turn.reason };
    case "faulty":
      // not the provider's failure: its circuit stays as it is
      context.reportError(turn.error);
      return { failed: ownFault };
    default:
      throw new Error(`Unexpected turn ${JSON.stringify(turn satisfies never)}.`);
  }
}
