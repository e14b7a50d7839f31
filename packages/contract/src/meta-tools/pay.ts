import type { Currency } from "../wire/money.ts";
import type { Customer } from "./customer.ts";
import type { ListInput } from "./list-input.ts";

export const paymentMethods = [
  "pix",
  "boleto",
  "credit_card",
  "debit_card",
  "spei",
  "oxxo",
  "pse",
  "webpay",
  "wallet",
] as const;

export type PaymentMethod = (typeof paymentMethods)[number];

/** The only currency of a method that has one; the other methods take any currency that a provider routes. */
export const methodCurrencies: Readonly<Partial<Record<PaymentMethod, Currency>>> = {
  pix: "BRL",
  boleto: "BRL",
  spei: "MXN",
  oxxo: "MXN",
  pse: "COP",
  webpay: "CLP",
};

export const payActions = ["create", "get", "refund", "cancel", "capture", "list"] as const;

export type PayAction = (typeof payActions)[number];

export const captureModes = ["automatic", "manual"] as const;

/** Whether a card is charged at once, or only authorised: its amount is held until it is captured, cancelled or expires. */
export type CaptureMode = (typeof captureModes)[number];

/**
 * Input of `codespar_pay`.
 * `create` needs `method`, `amount` and `currency`; `get`, `refund`, `cancel` and `capture` need `payment_id`. `list` needs
 * nothing, but `provider` where several attached servers take payments.
 */
export interface PayInput extends ListInput {
  /** @default "create" */
  action?: PayAction | undefined;
  method?: PaymentMethod | undefined;
  /**
   * Minor units. With `refund`: how much to give back; with `capture`: how much to take, and the rest is released.
   * @default what is left when refunding, all that is held when capturing
   */
  amount?: number | undefined;
  currency?: Currency | undefined;
  customer?: Customer | undefined;
  /** A token from the provider's own card form; card numbers never pass here. */
  card_token?: string | undefined;
  /** 1 to 12, `credit_card` only. @default 1 */
  installments?: number | undefined;
  /** `YYYY-MM-DD`, boletos and vouchers. */
  due_date?: string | undefined;
  description?: string | undefined;
  /** The caller's own id of the order. */
  reference?: string | undefined;
  /** `credit_card` only. @default "automatic" */
  capture?: CaptureMode | undefined;
  payment_id?: string | undefined;
  /** With `list`: payments in this state only. */
  status?: PaymentStatus | undefined;
  /** Forces one attached server. */
  provider?: string | undefined;
}

export const paymentStatuses = [
  "pending",
  "authorized",
  "paid",
  "partially_refunded",
  "refunded",
  "expired",
  "cancelled",
  "failed",
] as const;

/** `authorized`: a card's amount is held and nothing was taken yet. */
export type PaymentStatus = (typeof paymentStatuses)[number];

export interface PixDetails {
  /** The "copia e cola" text, which is also what the QR code holds. */
  qr_code: string;
  txid: string;
  /** A picture of the QR code. */
  qr_code_url: string;
  /** Present once paid. */
  end_to_end_id?: string | undefined;
}

export interface BoletoDetails {
  /** 47 digits, for typing. */
  digitable_line: string;
  /** 44 digits, for scanning. */
  barcode: string;
  due_date: string;
  pdf_url: string;
}

export interface Installment {
  number: number;
  /** Minor units; the first one carries the remainder, so that all add up to the payment's amount. */
  amount: number;
  due_date: string;
}

export interface CardDetails {
  brand: string;
  last4: string;
  installments: Installment[];
  authorization_code: string;
}

export interface SpeiDetails {
  clabe: string;
  reference: string;
  /** Clave de rastreo, present once paid. */
  tracking_key?: string | undefined;
}

export interface OxxoDetails {
  reference: string;
  barcode_url: string;
}

export interface PseDetails {
  redirect_url: string;
  cus: string;
}

export interface WebpayDetails {
  token: string;
  redirect_url: string;
}

export interface Refund {
  refund_id: string;
  /** Minor units. */
  amount: number;
  status: "pending" | "succeeded" | "failed";
  created_at: string;
  /** Pix: the return's own id, `D…`. */
  end_to_end_id?: string | undefined;
}

/** Output of `codespar_pay`; one of the details, by method. A wallet has none. */
export interface PayOutput {
  payment_id: string;
  status: PaymentStatus;
  method: PaymentMethod;
  /** What is to be paid or was; after a capture, what was captured. */
  amount: number;
  /** What a card was authorised for, where less was captured and the provider still tells it. */
  authorized_amount?: number | undefined;
  currency: Currency;
  created_at: string;
  paid_at?: string | undefined;
  /** The last moment at which it can be paid, or captured. */
  expires_at?: string | undefined;
  /** As it was given, where the provider keeps it. */
  reference?: string | undefined;
  description?: string | undefined;
  customer?: Customer | undefined;
  pix?: PixDetails | undefined;
  boleto?: BoletoDetails | undefined;
  card?: CardDetails | undefined;
  spei?: SpeiDetails | undefined;
  oxxo?: OxxoDetails | undefined;
  pse?: PseDetails | undefined;
  webpay?: WebpayDetails | undefined;
  /** Empty until something was given back. */
  refunds: Refund[];
}

/** Output of `codespar_pay` with `list`: newest first. `get` shows what a list leaves out, such as how to pay. */
export interface PaymentList {
  payments: PayOutput[];
  /** Pass it as `cursor` for the page after; null after the last one. */
  next_cursor: string | null;
}
