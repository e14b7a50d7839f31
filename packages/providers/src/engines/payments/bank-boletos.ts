import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { cancelCharge, getCharge } from "./change-charge.ts";
import type { Charge } from "./charge.ts";

/** The charge behind a bank's boleto, or the refusal that there is none of this number. */
export function requireBoleto(context: SimulationContext, id = ""): Charge | Refusal {
  const charge = getCharge(context, id);
  if (charge instanceof Refusal || charge.boleto !== undefined) return charge;
  return new Refusal("payment_not_found", `There is no boleto ${id}.`);
}

/** Cancels a bank's boleto; a Pix of the same bank is not cancelled this way. */
export function cancelBoleto(context: SimulationContext, id: string | undefined): Charge | Refusal {
  const charge = requireBoleto(context, id);
  return charge instanceof Refusal ? charge : cancelCharge(context, charge.id);
}
