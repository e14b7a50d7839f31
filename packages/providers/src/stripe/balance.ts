import type { Json, JsonObject } from "@codespar/contract";
import { listCharges } from "../engines/payments/change-charge.ts";
import { paidAmount, refundedAmount } from "../engines/payments/charge.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";

/** What was paid and not given back, by currency; fees are not simulated, so all of it is available. */
export function describeBalance(context: SimulationContext): JsonObject {
  const sums = new Map<string, number>();
  for (const charge of listCharges(context)) {
    if (charge.paidAt === undefined) continue;
    const currency = charge.currency.toLowerCase();
    sums.set(currency, (sums.get(currency) ?? 0) + paidAmount(charge) - refundedAmount(charge));
  }
  return {
    object: "balance",
    available: [...sums].map(
      ([currency, amount]): Json => ({ amount, currency, source_types: { card: amount } }),
    ),
    livemode: false,
    pending: [...sums.keys()].map((currency): Json => ({ amount: 0, currency, source_types: { card: 0 } })),
  };
}
