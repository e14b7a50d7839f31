import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { toMajorUnits } from "@codespar/formats";
import type { DeclineReason } from "../engines/payments/card-tokens.ts";
import {
  type Charge,
  type ChargeRefund,
  chargeUrl,
  paidAmount,
  pixCode,
  refundedAmount,
} from "../engines/payments/charge.ts";
import { getChargeAvailableAt, getChargeFee } from "../engines/payments/charge-money.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { COLLECTOR, localTime } from "./account.ts";
import { methods } from "./payment-method.ts";

const statuses: Readonly<Record<PaymentStatus, readonly [status: string, detail: string]>> = {
  pending: ["pending", "pending_waiting_payment"],
  authorized: ["authorized", "pending_capture"],
  paid: ["approved", "accredited"],
  partially_refunded: ["approved", "partially_refunded"],
  refunded: ["refunded", "refunded"],
  expired: ["cancelled", "expired"],
  cancelled: ["cancelled", "by_collector"],
  failed: ["rejected", "rejected_by_bank"],
};

/** What Mercado Pago keeps, once it was paid. */
function describeFees(charge: Charge): JsonObject[] {
  if (charge.paidAt === undefined || getChargeFee(charge) === 0) return [];
  return [
    {
      amount: toMajorUnits(getChargeFee(charge), charge.currency),
      fee_payer: "collector",
      type: "mercadopago_fee",
    },
  ];
}

/** The same in the newer list of what is charged to whom. */
function describeCharges(charge: Charge): JsonObject[] {
  if (charge.paidAt === undefined || getChargeFee(charge) === 0) return [];
  const at = localTime(charge.paidAt, charge.currency);
  return [
    {
      accounts: { from: "collector", to: "mp" },
      amounts: { original: toMajorUnits(getChargeFee(charge), charge.currency), refunded: 0 },
      client_id: 0,
      date_created: at,
      external_charge_id: null,
      id: `${charge.id}-001`,
      last_updated: at,
      metadata: {},
      name: "mercadopago_fee",
      refund_charges: [],
      reserve_id: null,
      type: "fee",
    },
  ];
}

/** What a payer still has to do, where it is no boleto. */
const waiting: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "pending_waiting_transfer",
  spei: "pending_waiting_transfer",
  pse: "pending_waiting_transfer",
};

const declineDetails: Readonly<Record<DeclineReason, string>> = {
  generic_decline: "cc_rejected_other_reason",
  insufficient_funds: "cc_rejected_insufficient_amount",
  expired_card: "cc_rejected_bad_filled_date",
  incorrect_cvc: "cc_rejected_bad_filled_security_code",
  lost_card: "cc_rejected_card_disabled",
  stolen_card: "cc_rejected_card_disabled",
  fraudulent: "cc_rejected_high_risk",
  processing_error: "cc_rejected_card_error",
};

/** A payment as Mercado Pago shows it. */
export function describePayment(charge: Charge, context: SimulationContext): JsonObject {
  const { currency } = charge;
  const [status, detail] = toStatus(charge);
  const [methodId, type] = readMethodIds(charge);
  const at = (time: number | undefined) => (time === undefined ? null : localTime(time, currency));
  const native = charge.native ?? {};
  const releasedAt = getChargeAvailableAt(charge);
  return {
    accounts_info: null,
    acquirer_reconciliation: [],
    additional_info: valueAt(native, "additional_info") ?? {},
    authorization_code:
      charge.card?.authorizationCode === "" ? null : (charge.card?.authorizationCode ?? null),
    binary_mode: valueAt(native, "binary_mode") === true,
    brand_id: null,
    build_version: "3.18.0",
    call_for_authorize_id: null,
    callback_url: textAt(native, "callback_url") ?? null,
    captured: charge.authorizedAt === undefined || charge.paidAt !== undefined,
    card: describeCard(charge),
    charges_details: describeCharges(charge),
    collector_id: COLLECTOR,
    corporation_id: null,
    counter_currency: null,
    coupon_amount: 0,
    currency_id: currency,
    date_approved: at(charge.paidAt),
    date_created: localTime(charge.createdAt, currency),
    date_last_updated: localTime(charge.updatedAt, currency),
    date_of_expiration: at(charge.expiresAt),
    deduction_schema: null,
    description: charge.description ?? null,
    differential_pricing_id: null,
    external_reference: charge.reference ?? null,
    fee_details: describeFees(charge),
    financing_group: null,
    id: Number(charge.id),
    installments: charge.card?.installments ?? 1,
    integrator_id: null,
    issuer_id: textAt(native, "issuer_id") ?? (charge.pix === undefined ? "25" : "12501"),
    live_mode: false,
    marketplace_owner: null,
    merchant_account_id: null,
    merchant_number: null,
    metadata: valueAt(native, "metadata") ?? {},
    money_release_date: at(releasedAt),
    money_release_schema: null,
    money_release_status: releasedAt === undefined || releasedAt > context.now ? "pending" : "released",
    notification_url: textAt(native, "notification_url") ?? null,
    operation_type: "regular_payment",
    order: valueAt(native, "order") ?? {},
    payer: describePayer(charge),
    payment_method: { id: methodId, issuer_id: charge.pix === undefined ? "25" : "12501", type },
    payment_method_id: methodId,
    payment_type_id: type,
    platform_id: null,
    point_of_interaction: describePointOfInteraction(charge, context),
    pos_id: null,
    processing_mode: "aggregator",
    refunds: charge.refunds.map((refund) => describeRefund(refund, charge)),
    shipping_amount: 0,
    sponsor_id: null,
    statement_descriptor: textAt(native, "statement_descriptor") ?? null,
    status,
    status_detail: detail,
    store_id: null,
    tags: null,
    taxes_amount: 0,
    transaction_amount: toMajorUnits(charge.capturedAmount ?? charge.amount, currency),
    transaction_amount_refunded: toMajorUnits(refundedAmount(charge), currency),
    transaction_details: describeDetails(charge, context),
  };
}

/** A refund, as a tool's response and in a payment's list. */
export function describeRefund(refund: ChargeRefund, charge: Charge): JsonObject {
  return {
    adjustment_amount: 0,
    amount: toMajorUnits(refund.amount, charge.currency),
    amount_refunded_to_payer: toMajorUnits(refund.amount, charge.currency),
    date_created: localTime(refund.createdAt, charge.currency),
    e2e_id: refund.endToEndId ?? null,
    id: Number(refund.id),
    labels: [],
    metadata: {},
    partition_details: [],
    payment_id: Number(charge.id),
    reason: null,
    refund_mode: "standard",
    source: { id: String(COLLECTOR), name: "Loja Teste", type: "collector" },
    status: "approved",
    unique_sequence_number: null,
  };
}

function toStatus(charge: Charge): readonly [status: string, detail: string] {
  const { dispute } = charge;
  if (dispute !== undefined && dispute.outcome !== "won")
    return ["charged_back", dispute.outcome === "lost" ? "settled" : "in_process"];
  const [status, detail] = statuses[charge.status];
  if (charge.decline !== undefined) return [status, declineDetails[charge.decline]];
  return [status, charge.status === "pending" ? (waiting[charge.method] ?? detail) : detail];
}

function readMethodIds(charge: Charge): readonly [id: string, type: string] {
  if (charge.card !== undefined) {
    const brand = charge.card.brand === "mastercard" ? "master" : charge.card.brand;
    return [charge.method === "debit_card" ? `deb${brand}` : brand, charge.method];
  }
  for (const [id, native] of methods) if (native.method === charge.method) return [id, native.type];
  return [charge.method, charge.method];
}

function describePayer(charge: Charge): JsonObject {
  const given = valueAt(charge.native, "payer");
  const text = (name: string) => textAt(given, name) ?? null;
  return {
    email: text("email"),
    entity_type: text("entity_type"),
    first_name: text("first_name"),
    id: text("id"),
    identification: { number: text("identification.number"), type: text("identification.type") },
    last_name: text("last_name"),
    operator_id: null,
    phone: { area_code: null, extension: null, number: null },
    type: text("type"),
    ...(valueAt(given, "address") === undefined ? {} : { address: valueAt(given, "address") ?? null }),
  };
}

function describeCard(charge: Charge): JsonObject {
  if (charge.card === undefined) return {};
  return {
    bin: null,
    cardholder: {
      identification: { number: null, type: null },
      name: textAt(charge.native, "cardholder") ?? null,
    },
    date_created: localTime(charge.createdAt, charge.currency),
    date_last_updated: localTime(charge.createdAt, charge.currency),
    expiration_month: 11,
    expiration_year: 2034,
    first_six_digits: null,
    id: null,
    last_four_digits: charge.card.last4,
  };
}

function describePointOfInteraction(charge: Charge, context: SimulationContext): JsonObject {
  if (charge.pix === undefined) return { type: "UNSPECIFIED" };
  return {
    application_data: { name: null, version: null },
    business_info: { branch: null, sub_unit: "default", unit: "online_payments" },
    location: { source: null, state_id: null },
    transaction_data: {
      bank_info: {
        collector: {
          account_alias: null,
          account_holder_name: null,
          account_id: null,
          long_name: null,
          transfer_account_id: null,
        },
        is_same_bank_account_owner: null,
        origin_bank_id: null,
        origin_wallet_id: null,
        payer: { account_id: null, external_account_id: null, id: null, identification: {}, long_name: null },
      },
      bank_transfer_id: null,
      e2e_id: charge.pix.endToEndId ?? null,
      financial_institution: null,
      infringement_notification: { status: null, type: null },
      merchant_category_code: null,
      qr_code: pixCode(context, charge),
      qr_code_base64: context.qrPicture(pixCode(context, charge)),
      ticket_url: chargeUrl(context, charge.id),
      transaction_id: charge.paidAt === undefined ? null : (charge.pix.endToEndId ?? null),
    },
    type: "PIX",
  };
}

/** What the payer of a boleto, a transfer or a redirect needs, and what of it arrives. */
function describeDetails(charge: Charge, context: SimulationContext): JsonObject {
  const { boleto, spei, oxxo, pse, currency } = charge;
  const installments = charge.card?.installments ?? 1;
  const details: JsonObject = {
    acquirer_reference: null,
    external_resource_url: null,
    financial_institution: textAt(charge.native, "financial_institution") ?? null,
    installment_amount:
      installments === 1 ? 0 : toMajorUnits(Math.ceil(charge.amount / installments), currency),
    net_received_amount: toMajorUnits(
      charge.paidAt === undefined ? 0 : paidAmount(charge) - getChargeFee(charge),
      currency,
    ),
    overpaid_amount: 0,
    payable_deferral_period: null,
    payment_method_reference_id: null,
    total_paid_amount: toMajorUnits(charge.amount, currency),
  };
  if (boleto === undefined && spei === undefined && oxxo === undefined && pse === undefined) return details;
  details.external_resource_url = chargeUrl(context, charge.id);
  if (boleto !== undefined) {
    details.digitable_line = boleto.line;
    details.barcode = { content: boleto.barcode };
    details.payment_method_reference_id = textAt(charge.native, "slip_number") ?? null;
  }
  if (spei !== undefined) {
    details.payment_method_reference_id = spei.clabe;
    details.verification_code = spei.reference;
    details.transaction_id = spei.trackingKey ?? null;
  }
  if (oxxo !== undefined) {
    details.payment_method_reference_id = oxxo.reference;
    details.verification_code = oxxo.reference;
  }
  if (pse !== undefined) details.payment_method_reference_id = pse.cus;
  return details;
}

/** The number of a payment that was made on a hosted page, as its order lists it. */
export function describeOrderPayment(payment: JsonObject): JsonObject {
  return {
    id: payment.id ?? null,
    transaction_amount: payment.transaction_amount ?? null,
    total_paid_amount: numberAt(payment, "transaction_details.total_paid_amount") ?? 0,
    shipping_cost: 0,
    currency_id: payment.currency_id ?? null,
    status: payment.status ?? null,
    status_detail: payment.status_detail ?? null,
    operation_type: payment.operation_type ?? null,
    date_approved: payment.date_approved ?? null,
    date_created: payment.date_created ?? null,
    last_modified: payment.date_last_updated ?? null,
    amount_refunded: payment.transaction_amount_refunded ?? 0,
  };
}
