import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  calendarDateAt,
  digitsOnly,
  formatSpacedTimestamp,
  SAO_PAULO,
  toMajorUnits,
} from "@codespar/formats";
import type { MoneyTerms } from "../engines/payments/charge.ts";
import { type Charge, type ChargeRefund, chargedAmount, chargeUrl } from "../engines/payments/charge.ts";
import { getChargeAvailableAt, getChargeFee } from "../engines/payments/charge-money.ts";
import { textAt } from "../json/read-arguments.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { describeChargeback, disputeStatus } from "./chargeback.ts";
import { describeConditions, describeOwed } from "./payment-conditions.ts";

/** Asaas's word for each method that it takes. */
export const billingTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "PIX",
  boleto: "BOLETO",
  credit_card: "CREDIT_CARD",
};

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "PENDING",
  authorized: "AUTHORIZED",
  paid: "RECEIVED",
  partially_refunded: "RECEIVED",
  refunded: "REFUNDED",
  expired: "OVERDUE",
  cancelled: "PENDING",
  failed: "CREDIT_CARD_CAPTURE_REFUSED",
};

/**
 * What Asaas keeps of a payment: R$ 1.99, as recorded for a Pix of R$ 100 and for a card of the same amount. A card payment is in
 * the balance 32 days later, moved to the next bank day: recorded once, 2026-07-14 to 2026-08-17.
 */
export function getTerms(method: PaymentMethod): MoneyTerms {
  return { fixed: 199, basisPoints: 0, days: method === "credit_card" ? 32 : 0 };
}

/** What arrives of a payment, in cents. */
export function netAmount(charge: Charge): number {
  return chargedAmount(charge) - getChargeFee(charge);
}

/** The day on which a paid payment is in the balance; undefined before it is paid. */
export function creditDate(charge: Charge): string | undefined {
  const availableAt = getChargeAvailableAt(charge);
  return availableAt === undefined ? undefined : calendarDateAt(availableAt, SAO_PAULO);
}

/** Whether what was paid is in the balance by now: a Pix or boleto at once, a card later. */
export function isCredited(charge: Charge, now: number): boolean {
  const date = creditDate(charge);
  return date !== undefined && date <= calendarDateAt(now, SAO_PAULO);
}

/** The payment with every field that the real one has (recorded), dates as dates. */
export function toPayment(charge: Charge, context: SimulationContext): JsonObject {
  const { method, paidAt } = charge;
  const isCard = method === "credit_card";
  const isPaid = paidAt !== undefined;
  const readDate = (at: number | undefined) => (at === undefined ? null : calendarDateAt(at, SAO_PAULO));
  const credited = isPaid ? (creditDate(charge) ?? null) : null;
  const isInBalance = isCredited(charge, context.now);
  const native = charge.native ?? {};
  const dueDate = textAt(native, "dueDate") ?? charge.boleto?.dueDate ?? readDate(charge.createdAt);
  return {
    object: "payment",
    id: charge.id,
    dateCreated: readDate(charge.createdAt),
    customer: charge.customer ?? null,
    ...(native.subscription === undefined ? {} : { subscription: native.subscription }),
    checkoutSession: textAt(native, "checkoutSession") ?? null,
    paymentLink: null,
    value: toMajorUnits(chargedAmount(charge), "BRL"),
    netValue: toMajorUnits(netAmount(charge), "BRL"),
    ...describeOwed(charge, context.now),
    description: charge.description ?? null,
    billingType: billingTypes[method] ?? "UNDEFINED",
    ...(isCard && isPaid ? { confirmedDate: readDate(paidAt) } : {}),
    ...describeCard(charge),
    pixTransaction: charge.pix !== undefined && isPaid ? (textAt(native, "pixTransaction") ?? null) : null,
    status: toStatus(charge, isInBalance),
    dueDate,
    originalDueDate: dueDate,
    paymentDate: isInBalance ? (isCard ? credited : readDate(paidAt)) : null,
    clientPaymentDate: readDate(paidAt),
    installmentNumber: null,
    invoiceUrl: chargeUrl(context, charge.id),
    invoiceNumber: textAt(native, "invoiceNumber") ?? digitsOnly(charge.id).padEnd(8, "0").slice(0, 8),
    externalReference: charge.reference ?? null,
    deleted: charge.status === "cancelled",
    anticipated: false,
    anticipable: false,
    creditDate: credited,
    estimatedCreditDate: credited,
    transactionReceiptUrl: isPaid ? chargeUrl(context, charge.id) : null,
    nossoNumero: textAt(native, "nossoNumero") ?? null,
    bankSlipUrl: charge.boleto === undefined ? null : chargeUrl(context, charge.id, "boleto.pdf"),
    lastInvoiceViewedDate: null,
    lastBankSlipViewedDate: null,
    ...describeConditions(charge.conditions),
    postalService: false,
    escrow: null,
    ...(charge.dispute === undefined ? {} : { chargeback: describeChargeback(charge, charge.dispute) }),
    refunds: charge.refunds.length === 0 ? null : charge.refunds.map(describeRefund),
  };
}

function toStatus(charge: Charge, isInBalance: boolean): string {
  // won, it is as it was; lost, the money is the payer's
  if (charge.dispute !== undefined && charge.dispute.outcome !== "won")
    return charge.dispute.outcome === "lost" ? "REFUNDED" : disputeStatus(charge);
  const isPaid = charge.status === "paid" || charge.status === "partially_refunded";
  return isPaid && !isInBalance ? "CONFIRMED" : statuses[charge.status];
}

/** The parcels are CodeSpar's own: the real API makes one payment of each. */
function describeCard({ card, id }: Charge): JsonObject {
  if (card === undefined) return {};
  return {
    creditCard: {
      creditCardNumber: card.last4,
      creditCardBrand: card.brand.toUpperCase(),
      creditCardToken: id.replace(/^pay_/, "cct_"),
    },
    ...(card.installments > 1 ? { installmentCount: card.installments } : {}),
  };
}

function describeRefund(refund: ChargeRefund): JsonObject {
  return {
    dateCreated: localTime(refund.createdAt),
    status: "DONE",
    value: toMajorUnits(refund.amount, "BRL"),
    endToEndIdentifier: refund.endToEndId ?? null,
    description: refund.description ?? null,
    effectiveDate: localTime(refund.createdAt),
    transactionReceiptUrl: null,
  };
}

/** Date and hour in São Paulo, as Asaas writes them. */
export function localTime(at: number): string {
  return formatSpacedTimestamp(at, SAO_PAULO);
}
