import type { SimulationContext } from "../../simulation/provider-definition.ts";
import { CHARGE_KIND } from "./charge.ts";
import { CHECKOUT_KIND } from "./checkout.ts";

/** What can be had of a payment besides its page. */
export type ChargeFile = "boleto.pdf" | "voucher.pdf" | "qr.png" | "qr.svg" | "barcode.png";

type Addressing = Pick<SimulationContext, "pageUrl">;

/** The page on which a payer sees how to pay, and pays; or a file of it. */
export function chargeUrl({ pageUrl }: Addressing, chargeId: string, file?: ChargeFile): string {
  return pageUrl(CHARGE_KIND, chargeId, file);
}

/** The page on which a customer chooses a method, and pays. */
export function checkoutUrl({ pageUrl }: Addressing, checkoutId: string): string {
  return pageUrl(CHECKOUT_KIND, checkoutId);
}
