import type { SimulationContext } from "../simulation/simulated-server.ts";
import { listCharges } from "./change-charge.ts";
import { type Charge, refundedAmount } from "./charge.ts";

/** What the account holds, in minor units: what was paid and not given back. Fees are not simulated. */
export function receivedAmount(context: SimulationContext): number {
  let sum = 0;
  for (const charge of listCharges(context)) sum += netAmount(charge);
  return sum;
}

function netAmount(charge: Charge): number {
  return charge.paidAt === undefined ? 0 : charge.amount - refundedAmount(charge);
}
