import { encodeDynamicBrCode } from "@codespar/formats";
import type { SimulationContext } from "../../simulation/provider-definition.ts";
import type { Charge } from "./charge.ts";

/** The "copia e cola" of a Pix charge; empty for every other method. */
export function pixCode({ server, merchant }: SimulationContext, charge: Charge): string {
  if (charge.pix === undefined) return "";
  return encodeDynamicBrCode({
    url: `pix.sandbox.codespar.dev/${server}/${charge.pix.txid}`,
    merchantName: merchant.tradeName,
    merchantCity: merchant.city,
    amount: charge.amount,
  });
}
