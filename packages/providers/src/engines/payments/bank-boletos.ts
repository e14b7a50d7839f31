import type { JsonObject } from "@codespar/contract";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { giveBack, refundPix } from "./bacen-pix.ts";
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

/** Returns a Pix by its end-to-end id, or what a boleto brought where the call names one. */
export function refundPixOrBoleto(
  args: JsonObject,
  context: CallContext,
  boletoId: string | undefined,
): JsonObject | Refusal {
  if (boletoId === undefined) return refundPix(args, context);
  const charge = requireBoleto(context, boletoId);
  return charge instanceof Refusal ? charge : giveBack(args, context, charge.id);
}
