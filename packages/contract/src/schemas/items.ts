import type { z } from "zod";
import { maxAmount } from "../wire/money.ts";
import { totalAmount } from "../wire/total-amount.ts";

interface Priced {
  amount?: number | undefined;
  items?: { quantity: number; unit_amount: number }[] | undefined;
}

/** Adds an issue when the items add up to something else than the amount, or to more than a call may carry. */
export function checkTotal({ amount, items }: Priced, context: z.RefinementCtx): void {
  if (items === undefined) return;
  const total = totalAmount(items);
  if (total > maxAmount) {
    context.addIssue({
      code: "custom",
      path: ["items"],
      message: `items add up to ${total}; ${maxAmount} is the most that a call may carry.`,
    });
  } else if (total < 1 && items.length > 0) {
    context.addIssue({ code: "custom", path: ["items"], message: "items must add up to at least 1." });
  } else if (amount !== undefined && amount !== total) {
    context.addIssue({
      code: "custom",
      path: ["amount"],
      message: `amount is ${amount}, but items add up to ${total}. Send one of the two, or make them agree.`,
    });
  }
}
