import type { CheckoutList, CheckoutOutput } from "./checkout.ts";
import type { InvoiceOutput, InvoiceType } from "./invoice.ts";
import type { MetaToolName, MetaToolOutputs } from "./meta-tools.ts";
import type { PaymentList, PaymentMethod, PayOutput } from "./pay.ts";
import type {
  ShipCancelOutput,
  ShipLabelOutput,
  ShipOutput,
  ShipQuoteOutput,
  ShipTrackOutput,
} from "./ship.ts";

/** Methods whose payments have details as soon as they are made; a card's follow once it was charged. */
type DetailedMethod = "pix" | "boleto" | "spei" | "oxxo" | "pse" | "webpay";

/** A payment that was just made with this method: with `"pix"`, `pix` is certain. */
export type CreatedPayment<Method extends PaymentMethod> = Method extends DetailedMethod
  ? PayOutput & { method: Method } & { [Key in Method]: NonNullable<PayOutput[Key]> }
  : PayOutput & { method: Method };

interface ShipOutputs {
  quote: ShipQuoteOutput;
  label: ShipLabelOutput;
  track: ShipTrackOutput;
  cancel: ShipCancelOutput;
}

/** An action that is left out creates. */
type Creates<Action> = [Action] extends ["create"] ? true : undefined extends Action ? true : false;

/** One thing comes back unless it is sure that a list was asked for. */
type Lists<Action> = [Action] extends [never] ? false : [Action] extends ["list"] ? true : false;

type PayData<Action, Method> = [Creates<Action>, Method] extends [true, infer Known extends PaymentMethod]
  ? CreatedPayment<Known>
  : Lists<Action> extends true
    ? PaymentList
    : PayOutput;

type CheckoutData<Action> = Lists<Action> extends true ? CheckoutList : CheckoutOutput;

type InvoiceData<Type> = [Type] extends [InvoiceType] ? InvoiceOutput & { type: Type } : InvoiceOutput;

type ShipData<Action> = [Action] extends [keyof ShipOutputs] ? ShipOutputs[Action] : ShipOutput;

/** The `data` of a meta-tool for arguments with these literals: `action: "quote"` makes `quotes` certain. */
export type MetaToolData<
  Name extends MetaToolName,
  Action = unknown,
  Method = unknown,
  Type = unknown,
> = Name extends "codespar_pay"
  ? PayData<Action, Method>
  : Name extends "codespar_checkout"
    ? CheckoutData<Action>
    : Name extends "codespar_invoice"
      ? InvoiceData<Type>
      : Name extends "codespar_ship"
        ? ShipData<Action>
        : MetaToolOutputs[Name];
