import type { CheckoutInput, CheckoutList, CheckoutOutput } from "./checkout.ts";
import type { DiscoverInput, DiscoverOutput } from "./discover.ts";
import type { InvoiceInput, InvoiceOutput } from "./invoice.ts";
import type { NotifyInput, NotifyOutput } from "./notify.ts";
import type { PayInput, PaymentList, PayOutput } from "./pay.ts";
import type { ShipInput, ShipOutput } from "./ship.ts";

/** The arguments of each meta-tool. */
export interface MetaToolInputs {
  codespar_discover: DiscoverInput;
  codespar_checkout: CheckoutInput;
  codespar_pay: PayInput;
  codespar_invoice: InvoiceInput;
  codespar_ship: ShipInput;
  codespar_notify: NotifyInput;
}

/** The `data` of each meta-tool's successful result. `MetaToolData` knows it by the arguments. */
export interface MetaToolOutputs {
  codespar_discover: DiscoverOutput;
  codespar_checkout: CheckoutOutput | CheckoutList;
  codespar_pay: PayOutput | PaymentList;
  codespar_invoice: InvoiceOutput;
  codespar_ship: ShipOutput;
  codespar_notify: NotifyOutput;
}

export type MetaToolName = keyof MetaToolInputs;

/** The six, in the order in which they are listed everywhere. */
export const metaToolNames = [
  "codespar_discover",
  "codespar_checkout",
  "codespar_pay",
  "codespar_invoice",
  "codespar_ship",
  "codespar_notify",
] as const satisfies readonly MetaToolName[];

const nameSet: ReadonlySet<string> = new Set(metaToolNames);

export function isMetaToolName(name: string): name is MetaToolName {
  return nameSet.has(name);
}
