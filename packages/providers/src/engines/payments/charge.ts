import type { Currency, JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  addDays,
  type CountryCode,
  calendarDateAt,
  encodeDynamicBrCode,
  nextBankDay,
  startOfDate,
  timeZoneOfCurrency,
} from "@codespar/formats";
import { Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import { type Card, type DeclineReason, declineMessage } from "./card-tokens.ts";
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

/** A charge in the server's words, or the refusal as it is. */
export function showCharge(
  charge: Charge | Refusal,
  show: (charge: Charge) => JsonObject,
): JsonObject | Refusal {
  return charge instanceof Refusal ? charge : show(charge);
}

/** The same for a charge that was just made: a declined card is a refusal, with the server's own code for it. */
export function showNewCharge(
  charge: Charge | Refusal,
  show: (charge: Charge) => JsonObject,
  declineCode: (reason: DeclineReason) => string,
): JsonObject | Refusal {
  if (charge instanceof Refusal || charge.decline === undefined) return showCharge(charge, show);
  return new Refusal("card_declined", declineMessage(charge.decline), declineCode(charge.decline));
}

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

/** What can be had of a payment besides its page. */
type ChargeFile = "boleto.pdf" | "voucher.pdf" | "qr.png" | "qr.svg" | "barcode.png";

/** The page on which a payer sees how to pay, and pays; or a file of it. */
export function chargeUrl(
  { pageUrl }: Pick<SimulationContext, "pageUrl">,
  chargeId: string,
  file?: ChargeFile,
): string {
  return pageUrl(CHARGE_KIND, chargeId, file);
}

/** What a provider keeps of a payment, and when the rest can be spent. */
export interface MoneyTerms {
  /** Minor units of each payment. */
  fixed: number;
  /** Hundredths of a percent of what was paid, rounded half up to a minor unit. */
  basisPoints: number;
  /** Days until what was paid is available, moved to the next bank day; 0 at once. */
  days: number;
  /** Minor units for each dispute, whatever comes of it. @default 0 */
  disputeFee?: number | undefined;
}

const bankCountries: Readonly<Partial<Record<Currency, CountryCode>>> = {
  BRL: "BR",
  MXN: "MX",
  ARS: "AR",
  COP: "CO",
  CLP: "CL",
};

/** Nothing is kept, and all of it can be spent at once. */
export const noTerms: MoneyTerms = { fixed: 0, basisPoints: 0, days: 0 };

/** What the provider keeps of an amount, never more than it. */
export function getFee(amount: number, { fixed, basisPoints }: MoneyTerms): number {
  return Math.min(amount, fixed + Math.floor((amount * basisPoints + 5_000) / 10_000));
}

/** When what was paid can be spent, in milliseconds since the epoch. */
export function getAvailableAt(paidAt: number, currency: Currency, { days }: MoneyTerms): number {
  if (days === 0) return paidAt;
  const zone = timeZoneOfCurrency(currency);
  const date = addDays(calendarDateAt(paidAt, zone), days);
  const country = bankCountries[currency];
  return startOfDate(country === undefined ? date : nextBankDay(date, country), zone);
}
