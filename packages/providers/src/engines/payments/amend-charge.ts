import { generateBoleto } from "@codespar/formats";
import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { getCharge } from "./change-charge.ts";
import { CHARGE_KIND, type Charge } from "./charge.ts";
import { describeAmountProblem } from "./charge-limits.ts";
import { describeDueDateProblem } from "./create-charge.ts";
import { readExpiry } from "./payer.ts";

export interface Amendment {
  /** Minor units. */
  amount?: number | undefined;
  /** `YYYY-MM-DD`. */
  dueDate?: string | undefined;
  description?: string | undefined;
  reference?: string | undefined;
  /** COMPE code of the bank behind a boleto, which gets a new line. */
  compe: string;
}

/** Changes a charge that waits for its payer; what is undefined stays. */
export function amendCharge(
  context: SimulationContext,
  id: string,
  { amount, dueDate, description, reference, compe }: Amendment,
): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal) return charge;
  if (charge.status !== "pending")
    return new Refusal(
      "payment_not_pending",
      `Payment ${id} is ${charge.status}; only a pending one can be changed.`,
    );
  const changed: Charge = {
    ...charge,
    updatedAt: context.now,
    amount: amount ?? charge.amount,
    description: description ?? charge.description,
    reference: reference ?? charge.reference,
  };
  const problem = describeAmountProblem(changed.method, changed.amount);
  if (problem !== undefined) return new Refusal("amount_out_of_range", problem);
  if (dueDate !== undefined) {
    const dueProblem = describeDueDateProblem({ dueDate, currency: charge.currency }, context.now);
    if (dueProblem !== undefined) return new Refusal("invalid_due_date", dueProblem);
    moveDueDate(changed, dueDate, context);
  }
  if (changed.boleto !== undefined && (amount ?? dueDate) !== undefined) {
    const { dueDate: day } = changed.boleto;
    const bankBoleto = generateBoleto(context.random, { bank: compe, amount: changed.amount, dueDate: day });
    changed.boleto = { barcode: bankBoleto.barcode, line: bankBoleto.line, dueDate: day };
  }
  context.put(CHARGE_KIND, id, changed);
  return changed;
}

function moveDueDate(charge: Charge, dueDate: string, context: SimulationContext): void {
  const { method, currency, createdAt } = charge;
  charge.expiresAt = readExpiry({ method, currency, createdAt, dueDate });
  charge.native = { ...charge.native, dueDate };
  if (charge.boleto !== undefined) charge.boleto = { ...charge.boleto, dueDate };
  if (charge.expiresAt === undefined || charge.settlesAt === undefined) return;
  // a payer who would have paid pays when planned, or on the last day
  charge.settlesAt =
    charge.ending === "expired" ? charge.expiresAt : Math.min(charge.settlesAt, charge.expiresAt);
  context.schedule(charge.settlesAt, "settle_charge", CHARGE_KIND, charge.id);
}
