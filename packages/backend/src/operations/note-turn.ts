import { recordFailure, recordHealthy } from "../router/provider-health.ts";
import type { Services } from "../services.ts";
import { ownFault, type Turn } from "./translate.ts";

/** A turn that brought an answer, be it a refusal. */
export type AnsweredTurn = Extract<Turn, { outcome: "done" | "refused" }>;

/** Notes what a turn says of its provider's health; the answer is why nothing came of it, or the turn itself. */
export async function noteTurn(
  services: Services,
  provider: string,
  turn: Turn,
): Promise<{ answered: AnsweredTurn } | { failed: string }> {
  switch (turn.outcome) {
    case "done":
    case "refused":
      await recordHealthy(services, provider);
      return { answered: turn };
    case "silent":
      await recordFailure(services, provider);
      return { failed: turn.reason };
    case "faulty":
      // not the provider's failure: its circuit stays as it is
      services.reportError(turn.error);
      return { failed: ownFault };
    default:
      throw new Error(`Unexpected turn ${JSON.stringify(turn satisfies never)}.`);
  }
}
