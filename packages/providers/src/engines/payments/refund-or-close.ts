import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { cancelCharge, refundCharge } from "./change-charge.ts";
import type { Charge } from "./charge.ts";

/**
 * For servers with one tool that takes a payment back, whatever its state: an amount of 0 gives nothing back and
 * closes a payment that nobody has made yet, everything else is a refund of what was paid.
 */
export function refundOrClose(
  context: SimulationContext,
  id: string,
  refund: { id: string; amount?: number | undefined },
): Charge | Refusal {
  if (refund.amount === 0) return cancelCharge(context, id);
  const refunded = refundCharge(context, id, refund);
  return refunded instanceof Refusal ? refunded : refunded.charge;
}
