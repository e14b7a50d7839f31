import type { Currency } from "@codespar/contract";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { getBalance } from "./ledger.ts";

const currencies: readonly Currency[] = ["BRL", "MXN", "ARS", "COP", "CLP", "USD"];

/** What the account can spend in minor units, of one currency or of its only one. */
export function receivedAmount(context: SimulationContext, currency?: Currency): number {
  const wanted = currency === undefined ? currencies : [currency];
  return wanted.reduce((sum, each) => sum + getBalance(context, "available", each), 0);
}
