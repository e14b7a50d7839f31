import type { Currency, JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import type { Card, DeclineReason } from "./card-tokens.ts";
import type { MoneyTerms } from "./money-terms.ts";
import type { PaymentConditions } from "./payment-conditions.ts";

/** The kind under which every server keeps its charges, so that the test control finds one by its id alone. */
export const CHARGE_KIND = "charge";

/** Amounts are in minor units, times in milliseconds since the epoch. */
export interface ChargeRefund {
  id: string;
  amount: number;
  createdAt: number;
  /** Why, in the caller's words. */
  description?: string | undefined;
  reason?: string | undefined;
  metadata?: JsonObject | undefined;
  /** Pix: the return's own id, `D…`. */
  endToEndId?: string | undefined;
}

/** The payer contests a payment. Amounts are in minor units, times in milliseconds since the epoch. */
export interface ChargeDispute {
  id: string;
  amount: number;
  openedAt: number;
  reason: string;
  /** What the provider takes for it, whatever comes of it. */
  fee?: number | undefined;
  /** When somebody decided, and for whom: `won` for the merchant. */
  closedAt?: number | undefined;
  outcome?: "won" | "lost" | undefined;
}

/**
 * One payment at one simulated server, whatever its dialect: a plain JSON document that is replaced, never changed.
 * Amounts are in minor units, times in milliseconds since the epoch.
 */
export interface Charge {
  /** The provider's payment id as `codespar_pay` returns it. */
  id: string;
  /** The tool call that made it. */
  operationId: string;
  method: PaymentMethod;
  amount: number;
  currency: Currency;
  status: PaymentStatus;
  createdAt: number;
  updatedAt: number;
  /** When the simulated payer acts, or when it is too late to; `ending` is what happens then. */
  settlesAt?: number | undefined;
  ending?: "paid" | "failed" | "expired" | undefined;
  expiresAt?: number | undefined;
  paidAt?: number | undefined;
  /** A card that was authorised and not charged at once. */
  authorizedAt?: number | undefined;
  /** What was taken of an authorised amount; all of it when absent. */
  capturedAmount?: number | undefined;
  /** Fine, interest and discount of a boleto, which can then be paid late too; absent, it can not. */
  conditions?: PaymentConditions | undefined;
  /** What was paid with a fine, interest or a discount; the amount when absent. */
  owedAmount?: number | undefined;
  /** What the provider keeps of it and when the rest can be spent. @default nothing, at once */
  money?: MoneyTerms | undefined;
  refunds: ChargeRefund[];
  /** Its status stays `paid`: nobody has decided yet. */
  dispute?: ChargeDispute | undefined;
  reference?: string | undefined;
  description?: string | undefined;
  /** The server's own customer id. */
  customer?: string | undefined;
  /** Where the payer goes on after a page of the provider's. */
  returnUrl?: string | undefined;
  /** The BR Code is not kept: the server writes it again from the txid. */
  pix?: { txid: string; receiverIspb: string; endToEndId?: string | undefined } | undefined;
  /** `dueDate` is `YYYY-MM-DD` in São Paulo. */
  boleto?: { barcode: string; line: string; dueDate: string } | undefined;
  card?: (Card & { installments: number; authorizationCode: string }) | undefined;
  /** Why a card was declined; `status` is then `failed`. */
  decline?: DeclineReason | undefined;
  spei?: { clabe: string; reference: string; trackingKey?: string | undefined } | undefined;
  oxxo?: { reference: string } | undefined;
  pse?: { cus: string } | undefined;
  webpay?: { token: string; authorizationCode?: string | undefined } | undefined;
  /** What else the server must repeat when the charge is read, in its own field names. */
  native?: JsonObject | undefined;
}

/** What the payer paid, in minor units: the amount, or the part of it that was captured. */
export function paidAmount(charge: Charge): number {
  if (charge.paidAt === undefined) return 0;
  return chargedAmount(charge);
}

/** What a payment is for, in minor units: what was captured or paid, once something was; until then what is asked or held. */
export function chargedAmount({ owedAmount, capturedAmount, amount }: Charge): number {
  return owedAmount ?? capturedAmount ?? amount;
}

/** What was given back so far, in minor units. */
export function refundedAmount(charge: Charge): number {
  let sum = 0;
  for (const refund of charge.refunds) sum += refund.amount;
  return sum;
}
