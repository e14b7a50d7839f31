import type { Currency } from "../wire/money.ts";
import type { CheckoutInput, CheckoutStatus, LineItem } from "./checkout.ts";
import type { Address, Customer } from "./customer.ts";
import type { DiscoverInput } from "./discover.ts";
import type { CfdiType, GlobalInformation, InvoiceItem, InvoiceType } from "./invoice.ts";
import type { ListInput } from "./list-input.ts";
import type { NotifyInput } from "./notify.ts";
import type { CaptureMode, PaymentMethod, PaymentStatus } from "./pay.ts";
import type { ShipAddress, ShipPackage, ShipRecipient } from "./ship.ts";

// What a caller writes: each action, method and type with the fields that it needs and takes. The interfaces beside the schemas
// are wider, because they say what can be on the wire at all.

/** Forces one attached server. */
interface Routed {
  provider?: string | undefined;
}

interface PayCreate<Method extends PaymentMethod> extends Routed {
  /** @default "create" */
  action?: "create" | undefined;
  method: Method;
  /** Minor units: 14900 is R$ 149.00. */
  amount: number;
  currency: Currency;
  customer?: Customer | undefined;
  description?: string | undefined;
  /** The caller's own id of the order. */
  reference?: string | undefined;
}

interface BoletoPay extends PayCreate<"boleto" | "oxxo" | "pix"> {
  /** `YYYY-MM-DD`. */
  due_date?: string | undefined;
}

interface DebitCardPay extends PayCreate<"debit_card"> {
  /** A token from the provider's own card form; card numbers never pass here. */
  card_token?: string | undefined;
}

interface CreditCardPay extends PayCreate<"credit_card"> {
  /** A token from the provider's own card form; card numbers never pass here. */
  card_token?: string | undefined;
  /** 1 to 12. @default 1 */
  installments?: number | undefined;
  /** `manual` only authorises: the amount is held until it is captured, cancelled or expires. @default "automatic" */
  capture?: CaptureMode | undefined;
}

type OtherPay = PayCreate<Exclude<PaymentMethod, (BoletoPay | CreditCardPay | DebitCardPay)["method"]>>;

interface PayFollowUp<Action extends string> extends Routed {
  action: Action;
  payment_id: string;
}

interface PayRefund extends PayFollowUp<"refund"> {
  /** Minor units. @default what is left */
  amount?: number | undefined;
  currency?: Currency | undefined;
  description?: string | undefined;
  reference?: string | undefined;
}

interface PayCapture extends PayFollowUp<"capture"> {
  /** Minor units; the rest is released. @default all that is held */
  amount?: number | undefined;
  currency?: Currency | undefined;
}

interface List<Status> extends Routed, ListInput {
  action: "list";
  /** The caller's own id of the order. */
  reference?: string | undefined;
  status?: Status | undefined;
}

/** Arguments of `codespar_pay`, by action and method. */
export type PayArguments =
  | BoletoPay
  | CreditCardPay
  | DebitCardPay
  | OtherPay
  | PayFollowUp<"get" | "cancel">
  | PayRefund
  | PayCapture
  | List<PaymentStatus>;

interface CheckoutCreate
  extends Omit<
    CheckoutInput,
    | "action"
    | "amount"
    | "checkout_id"
    | "currency"
    | "items"
    | "payment_methods"
    | "status"
    | keyof ListInput
  > {
  /** @default "create" */
  action?: "create" | undefined;
  currency: Currency;
  /** Methods to offer; without it, all that the provider has for the currency. */
  payment_methods?: readonly PaymentMethod[] | undefined;
}

interface CheckoutGet extends Routed {
  action: "get";
  checkout_id: string;
}

/** Arguments of `codespar_checkout`, by action; a page is made for an amount, or for items that make it. */
export type CheckoutArguments =
  | (CheckoutCreate & { amount: number; items?: readonly LineItem[] | undefined })
  | (CheckoutCreate & { amount?: number | undefined; items: readonly LineItem[] })
  | CheckoutGet
  | List<CheckoutStatus>;

interface Issue<Type extends InvoiceType> extends Routed {
  /** @default "issue" */
  action?: "issue" | undefined;
  type: Type;
  /** The payment that this document is for. */
  payment_id?: string | undefined;
}

interface IssueItems<Type extends InvoiceType> extends Issue<Type> {
  items: readonly InvoiceItem[];
  /** Minor units; must be what the items add up to. */
  amount?: number | undefined;
}

interface IssueToCustomer extends IssueItems<"nfse" | "cte" | "mdfe"> {
  customer: Customer;
}

interface IssueNfe extends IssueItems<"nfe"> {
  /** An NF-e names its receiver and their address (SEFAZ, rejections 719, 724 and 726). */
  customer: Customer & { name: string; document: string; address: Address };
}

interface IssueNfce extends IssueItems<"nfce"> {
  customer?: Customer | undefined;
}

interface IssueCfdi extends IssueItems<"cfdi"> {
  customer: Customer;
  /** @default "ingreso" */
  cfdi_type?: CfdiType | undefined;
  /** UUID of the CFDI that an `egreso` relates to. */
  related_uuid?: string | undefined;
  /** Key of SAT's catalogue c_UsoCFDI. @default `S01` without tax effects, or `G03` */
  use?: string | undefined;
  /** Key of SAT's catalogue c_FormaPago. @default the fiscal profile's */
  payment_form?: string | undefined;
  /** To the public in general: the period that it covers. */
  global?: GlobalInformation | undefined;
}

interface IssueSped extends Issue<"sped"> {
  /** `YYYY-MM`. */
  period: string;
}

interface InvoiceFollowUp<Action extends string> extends Routed {
  action: Action;
  invoice_id: string;
}

interface InvoiceCancel extends InvoiceFollowUp<"cancel"> {
  reason?: string | undefined;
}

interface InvoiceCorrect extends InvoiceFollowUp<"correct"> {
  /** What is corrected. */
  reason: string;
}

/** Arguments of `codespar_invoice`, by action and type. */
export type InvoiceArguments =
  | IssueToCustomer
  | IssueNfe
  | IssueNfce
  | IssueCfdi
  | IssueSped
  | InvoiceFollowUp<"get">
  | InvoiceCancel
  | InvoiceCorrect;

interface ShipQuoteArguments extends Routed {
  action: "quote";
  origin: ShipAddress;
  destination: ShipAddress;
  packages: readonly ShipPackage[];
}

interface ShipLabelArguments extends Routed {
  action: "label";
  origin: ShipAddress;
  destination: ShipAddress;
  packages: readonly ShipPackage[];
  /** Of a quote. */
  service_id: string;
  recipient?: ShipRecipient | undefined;
}

interface ShipCancelArguments extends Routed {
  action: "cancel";
  shipment_id: string;
}

type ShipTrackArguments = Routed & { action: "track" } & (
    | { tracking_code: string; shipment_id?: string | undefined }
    | { tracking_code?: string | undefined; shipment_id: string }
  );

/** Arguments of `codespar_ship`, by action. */
export type ShipArguments =
  | ShipQuoteArguments
  | ShipLabelArguments
  | ShipTrackArguments
  | ShipCancelArguments;

interface Message extends Routed {
  to: string;
  message: string;
}

interface Templated extends Routed {
  to: string;
  message?: string | undefined;
  /** Name of a template that the provider has approved. */
  template: string;
  /** The template's variables, by position. */
  variables?: readonly string[] | undefined;
}

/** Arguments of `codespar_notify`, by channel; a text or a template. */
export type NotifyArguments =
  | ({ channel: Exclude<NotifyInput["channel"], "email"> } & Message)
  | ({ channel: "whatsapp" } & Templated)
  | ({ channel: "email"; subject?: string | undefined } & (Message | Templated));

/** The arguments of each meta-tool, as a caller writes them. */
export interface MetaToolArguments {
  codespar_discover: DiscoverInput;
  codespar_checkout: CheckoutArguments;
  codespar_pay: PayArguments;
  codespar_invoice: InvoiceArguments;
  codespar_ship: ShipArguments;
  codespar_notify: NotifyArguments;
}

/** What of a tool's arguments says what its data is. */
export type ArgumentLiterals<Name extends string, Action, Method, Type> = Name extends "codespar_pay"
  ? { action?: Action; method?: Method }
  : Name extends "codespar_invoice"
    ? { action?: Action; type?: Type }
    : Name extends "codespar_ship" | "codespar_checkout"
      ? { action?: Action }
      : unknown;
