import type { JsonObject } from "@codespar/contract";
import { addDays, calendarDateAt, SAO_PAULO, toMajorUnits } from "@codespar/formats";
import type { Charge, ChargeDispute } from "../engines/payments/charge.ts";
import { textAt } from "../json/read-arguments.ts";

/** Days in which documents can be sent: 2026-02-06 to 2026-02-26 (theoxys/asaas-mock-server, tests of chargebacks). */
const DOCUMENT_DAYS = 20;

/** Asaas's reasons by the test control's; what has no counterpart is FRAUD. */
const reasons: Readonly<Record<string, string>> = {
  fraudulent: "FRAUD",
  product_not_received: "COMMERCIAL_DISAGREEMENT",
  product_unacceptable: "COMMERCIAL_DISAGREEMENT",
  duplicate: "PROCESS_ERROR",
};

/** A payment that is contested, before and after the merchant answered. */
export function disputeStatus({ native }: Charge): string {
  return textAt(native, "disputeSent") === undefined ? "CHARGEBACK_REQUESTED" : "CHARGEBACK_DISPUTE";
}

/** `chargeback` of a payment, and `GET /v3/chargebacks` (docs.asaas.com /reference/list-chargebacks). */
export function describeChargeback(charge: Charge, dispute: ChargeDispute): JsonObject {
  const { id, amount, openedAt, reason, outcome } = dispute;
  const opened = calendarDateAt(openedAt, SAO_PAULO);
  const isSent = textAt(charge.native, "disputeSent") !== undefined;
  return {
    id,
    payment: charge.id,
    installment: null,
    customerAccount: charge.customer ?? null,
    status:
      outcome === undefined ? (isSent ? "IN_DISPUTE" : "REQUESTED") : outcome === "won" ? "REVERSED" : "DONE",
    reason: reasons[reason] ?? "FRAUD",
    disputeStartDate: opened,
    value: toMajorUnits(amount, "BRL"),
    paymentDate: charge.paidAt === undefined ? null : calendarDateAt(charge.paidAt, SAO_PAULO),
    creditCard:
      charge.card === undefined
        ? null
        : { number: charge.card.last4, brand: charge.card.brand.toUpperCase() },
    disputeStatus: isSent
      ? outcome === undefined
        ? "REQUESTED"
        : outcome === "won"
          ? "ACCEPTED"
          : "REJECTED"
      : null,
    deadlineToSendDisputeDocuments: addDays(opened, DOCUMENT_DAYS),
  };
}
