import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { calendarDateAt, formatSpacedTimestamp, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import type { Charge } from "../engines/payments/charge.ts";
import { chargeUrl } from "../engines/payments/payment-url.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";

/** Asaas's word for each method that it takes. */
export const billingTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "PIX",
  boleto: "BOLETO",
  credit_card: "CREDIT_CARD",
};

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "PENDING",
  paid: "RECEIVED",
  partially_refunded: "RECEIVED",
  refunded: "REFUNDED",
  expired: "OVERDUE",
  cancelled: "PENDING",
  failed: "CREDIT_CARD_CAPTURE_REFUSED",
};

/** The charge as Asaas shows it; fees are not simulated, so the net value is the value. */
export function toPayment(charge: Charge, context: SimulationContext): JsonObject {
  const value = toMajorUnits(charge.amount, "BRL");
  const dueDate = charge.boleto?.dueDate ?? calendarDateAt(charge.createdAt, SAO_PAULO);
  const payment: JsonObject = {
    object: "payment",
    id: charge.id,
    dateCreated: localTime(charge.createdAt),
    customer: charge.customer ?? null,
    value,
    netValue: value,
    description: charge.description ?? null,
    billingType: billingTypes[charge.method] ?? "UNDEFINED",
    status:
      charge.method === "credit_card" && charge.paidAt !== undefined && charge.status !== "refunded"
        ? "CONFIRMED"
        : statuses[charge.status],
    dueDate,
    originalDueDate: dueDate,
    paymentDate: charge.paidAt === undefined ? null : localTime(charge.paidAt),
    invoiceUrl: chargeUrl(context, charge.id),
    externalReference: charge.reference ?? null,
    deleted: charge.status === "cancelled",
  };
  if (charge.boleto !== undefined) payment.bankSlipUrl = chargeUrl(context, charge.id, "boleto.pdf");
  if (charge.pix?.endToEndId !== undefined) payment.endToEndIdentifier = charge.pix.endToEndId;
  if (charge.card !== undefined) {
    payment.installmentCount = charge.card.installments;
    payment.creditCard = {
      creditCardNumber: charge.card.last4,
      creditCardBrand: charge.card.brand.toUpperCase(),
      authorizationCode: charge.card.authorizationCode,
    };
  }
  if (charge.refunds.length > 0) {
    payment.refunds = charge.refunds.map((refund) => ({
      dateCreated: localTime(refund.createdAt),
      status: "DONE",
      value: toMajorUnits(refund.amount, "BRL"),
      description: refund.description ?? null,
      ...(refund.endToEndId === undefined ? {} : { endToEndIdentifier: refund.endToEndId }),
    }));
  }
  return payment;
}

/** Date and hour in São Paulo, as Asaas writes them. */
export function localTime(at: number): string {
  return formatSpacedTimestamp(at, SAO_PAULO);
}
