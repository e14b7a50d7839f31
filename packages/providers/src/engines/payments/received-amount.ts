import type { Currency } from "@codespar/contract";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { listCharges } from "./change-charge.ts";
import { type Charge, paidAmount, refundedAmount } from "./charge.ts";

/** What the account holds in minor units, of one currency or of its only one. Fees are not simulated. */
export function receivedAmount(context: SimulationContext, currency?: Currency): number {
  let sum = 0;
  for (const charge of listCharges(context)) {
    if (currency === undefined || charge.currency === currency) sum += netAmount(charge);
  }
  return sum;
}

function netAmount(charge: Charge): number {
  return paidAmount(charge) - refundedAmount(charge);
}
