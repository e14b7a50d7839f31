import type { JsonObject } from "@codespar/contract";
import { Refusal } from "../../simulation/provider-definition.ts";
import { type DeclineReason, declineMessage } from "./card-tokens.ts";
import type { Charge } from "./charge.ts";

/** A charge in the server's words, or the refusal as it is. */
export function showCharge(
  charge: Charge | Refusal,
  show: (charge: Charge) => JsonObject,
): JsonObject | Refusal {
  return charge instanceof Refusal ? charge : show(charge);
}

/** The same for a charge that was just made: a declined card is a refusal, with the server's own code for it. */
export function showNewCharge(
  charge: Charge | Refusal,
  show: (charge: Charge) => JsonObject,
  declineCode: (reason: DeclineReason) => string,
): JsonObject | Refusal {
  if (charge instanceof Refusal || charge.decline === undefined) return showCharge(charge, show);
  return new Refusal("card_declined", declineMessage(charge.decline), declineCode(charge.decline));
}
