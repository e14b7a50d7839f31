import type { PaymentMethod } from "@codespar/contract";
import { Refusal } from "../../simulation/provider-definition.ts";
import { describeAmountProblem } from "./charge-limits.ts";

/** Those of a page's methods that take the amount (minor units); a refusal when none of them does. */
export function methodsForAmount(
  methods: readonly PaymentMethod[],
  amount: number,
): PaymentMethod[] | Refusal {
  const able = methods.filter((method) => describeAmountProblem(method, amount) === undefined);
  if (able.length > 0) return able;
  const [first = "credit_card"] = methods;
  return new Refusal(
    "amount_out_of_range",
    describeAmountProblem(first, amount) ?? "No method takes the amount.",
  );
}
