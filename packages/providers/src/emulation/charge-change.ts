import { CHARGE_KIND, type Charge } from "../engines/payments/charge.ts";
import { CHECKOUT_KIND, type Checkout } from "../engines/payments/checkout.ts";
import type { DocumentChange } from "../simulation/document-change.ts";

/** A charge before and after a change; undefined for changes of other documents. */
export function readChargeChange(
  change: DocumentChange,
): { before: Charge | undefined; after: Charge } | undefined {
  if (change.kind !== CHARGE_KIND) return undefined;
  // the engine is the only one that writes documents of this kind
  return { before: change.before as Charge | undefined, after: change.after as unknown as Charge };
}

/** The same for hosted pages. */
export function readCheckoutChange(
  change: DocumentChange,
): { before: Checkout | undefined; after: Checkout } | undefined {
  if (change.kind !== CHECKOUT_KIND) return undefined;
  // the engine is the only one that writes documents of this kind
  return { before: change.before as Checkout | undefined, after: change.after as unknown as Checkout };
}
