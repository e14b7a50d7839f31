import type { JsonObject } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { type Charge, type ChargeRefund, chargeUrl, refundedAmount } from "../engines/payments/charge.ts";
import { isObject } from "../json/native-json.ts";
import { textAt, valueAt } from "../json/read-arguments.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { getTransactionId } from "./balance.ts";
import { nulls } from "./object-fields.ts";
import { getType } from "./payment-method-type.ts";

/** A charge's own id, which follows from the intent's. */
export function readChargeId({ id }: Charge): string {
  return id.replace(/^pi_/, "ch_");
}

/** Whether the intent has a charge yet. */
export function hasCharge(charge: Charge): boolean {
  return charge.paidAt !== undefined || charge.status === "failed" || charge.authorizedAt !== undefined;
}

/** The charge of an intent that was paid, authorised or declined. */
export function describeCharge(charge: Charge, context: SimulationContext): JsonObject {
  const id = readChargeId(charge);
  const isPaid = charge.paidAt !== undefined;
  const isFailed = charge.status === "failed";
  return {
    ...nulls(
      "application",
      "application_fee",
      "application_fee_amount",
      "failure_balance_transaction",
      "on_behalf_of",
      "receipt_email",
      "receipt_number",
      "review",
      "shipping",
      "source",
      "source_transfer",
      "statement_descriptor",
      "statement_descriptor_suffix",
      "transfer_data",
      "transfer_group",
    ),
    id,
    object: "charge",
    amount: charge.amount,
    amount_captured: isPaid ? (charge.capturedAmount ?? charge.amount) : 0,
    amount_refunded: refundedAmount(charge),
    balance_transaction: isPaid ? getTransactionId({ type: "charge", source: charge.id }) : null,
    billing_details: billingDetails(charge),
    calculated_statement_descriptor: context.merchant.tradeName,
    captured: isPaid,
    created: unixSeconds(charge.paidAt ?? charge.authorizedAt ?? charge.updatedAt),
    currency: charge.currency.toLowerCase(),
    customer: charge.customer ?? null,
    description: charge.description ?? null,
    disputed: charge.dispute !== undefined,
    failure_code: isFailed ? "card_declined" : null,
    failure_message: isFailed ? "Your card was declined." : null,
    fraud_details: {},
    livemode: false,
    metadata: valueAt(charge.native, "metadata") ?? {},
    outcome: describeOutcome(charge),
    paid: isPaid || charge.authorizedAt !== undefined,
    payment_intent: charge.id,
    payment_method: textAt(charge.native, "payment_method") ?? null,
    payment_method_details: describeMethod(charge),
    radar_options: {},
    receipt_url: isPaid ? chargeUrl(context, charge.id) : null,
    refunded: charge.status === "refunded",
    refunds: {
      object: "list",
      data: charge.refunds.map((refund) => describeRefund(refund, charge)).toReversed(),
      has_more: false,
      total_count: charge.refunds.length,
      url: `/v1/charges/${id}/refunds`,
    },
    status: isFailed ? "failed" : "succeeded",
  };
}

/** A refund, as a tool's response and in a charge's list. */
export function describeRefund(refund: ChargeRefund, charge: Charge): JsonObject {
  return {
    ...nulls("customer_account", "receipt_number", "source_transfer_reversal", "transfer_reversal"),
    id: refund.id,
    object: "refund",
    amount: refund.amount,
    balance_transaction: getTransactionId({ type: "refund", source: refund.id }),
    charge: readChargeId(charge),
    created: unixSeconds(refund.createdAt),
    currency: charge.currency.toLowerCase(),
    customer: charge.customer ?? null,
    // the live API has the hash for a Pix, and leaves it empty
    destination_details:
      refund.endToEndId === undefined
        ? { card: { type: "refund" }, type: "card" }
        : { type: "pix", pix: { reference: refund.endToEndId } },
    metadata: refund.metadata ?? {},
    payment_intent: charge.id,
    payment_method: textAt(charge.native, "payment_method") ?? null,
    reason: refund.reason ?? null,
    status: "succeeded",
  };
}

function billingDetails(charge: Charge): JsonObject {
  const given = valueAt(charge.native, "billing_details");
  return {
    ...nulls("email", "name", "phone", "tax_id"),
    address: nulls("city", "country", "line1", "line2", "postal_code", "state"),
    ...(isObject(given) ? given : {}),
  };
}

function describeOutcome(charge: Charge): JsonObject {
  const isFailed = charge.status === "failed";
  return {
    ...nulls("advice_code", "network_advice_code", "network_decline_code"),
    network_status: isFailed ? "declined_by_network" : "approved_by_network",
    reason: charge.decline ?? null,
    risk_level: "normal",
    seller_message: isFailed
      ? "The bank did not return any further details with this decline."
      : "Payment complete.",
    type: isFailed ? "issuer_declined" : "authorized",
  };
}

function describeMethod(charge: Charge): JsonObject {
  const type = getType(charge.method);
  if (charge.pix !== undefined) {
    return { type, pix: { bank_transaction_id: charge.pix.endToEndId ?? null } };
  }
  if (charge.boleto !== undefined) {
    return { type, boleto: { tax_id: textAt(charge.native, "boleto_tax_id") ?? "" } };
  }
  if (charge.oxxo !== undefined) return { type, oxxo: { number: charge.oxxo.reference } };
  if (charge.card === undefined) return { type };
  const { brand, last4, installments, authorizationCode } = charge.card;
  return {
    type,
    card: {
      ...nulls("mandate", "network_token", "network_transaction_id", "three_d_secure", "wallet"),
      amount_authorized: charge.amount,
      authorization_code: authorizationCode,
      brand,
      ...(charge.status === "authorized" && charge.expiresAt !== undefined
        ? { capture_before: unixSeconds(charge.expiresAt) }
        : {}),
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: charge.currency === "MXN" ? "MX" : charge.currency === "BRL" ? "BR" : "US",
      exp_month: 12,
      exp_year: 2034,
      extended_authorization: { status: "disabled" },
      fingerprint: "Xt5EWLLDS7FJjR1c",
      funding: charge.method === "debit_card" ? "debit" : "credit",
      incremental_authorization: { status: "unavailable" },
      installments:
        installments === 1 ? null : { plan: { type: "fixed_count", interval: "month", count: installments } },
      last4,
      multicapture: { status: "unavailable" },
      network: brand,
      overcapture: { maximum_amount_capturable: charge.amount, status: "unavailable" },
      regulated_status: "unregulated",
    },
  };
}
