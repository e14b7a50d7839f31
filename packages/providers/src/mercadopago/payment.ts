import type { Currency, JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  COMPE_CODES,
  calendarDateAt,
  formatMillisecondTimestamp,
  PIX_ISPB,
  randomNumberText,
  timeZoneOfCurrency,
  toMajorUnits,
} from "@codespar/formats";
import type { DeclineReason } from "../engines/payments/card-tokens.ts";
import { cancelCharge, getCharge, listCharges, refundCharge } from "../engines/payments/change-charge.ts";
import { CHARGE_KIND, type Charge, type ChargeRefund, refundedAmount } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { chargeUrl } from "../engines/payments/payment-url.ts";
import { pixCode } from "../engines/payments/pix-code.ts";
import { QR_PICTURE } from "../engines/payments/qr-picture.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { amountAt } from "../json/amount-at.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";

/** Its slips are Bradesco's (`bolbradesco`), its CLABEs its own. */
export const institution: Institution = {
  ispb: PIX_ISPB.mercadoPago,
  compe: COMPE_CODES.bradesco,
  clabeBank: "722",
};

interface NativeMethod {
  method: PaymentMethod;
  type: string;
  currencies: readonly Currency[];
}

export const countries: readonly Currency[] = ["BRL", "MXN", "ARS", "COP", "CLP"];

/** What is not a card, by Mercado Pago's id. */
const methods: ReadonlyMap<string, NativeMethod> = new Map([
  ["pix", { method: "pix", type: "bank_transfer", currencies: ["BRL"] }],
  ["bolbradesco", { method: "boleto", type: "ticket", currencies: ["BRL"] }],
  ["clabe", { method: "spei", type: "bank_transfer", currencies: ["MXN"] }],
  ["oxxo", { method: "oxxo", type: "ticket", currencies: ["MXN"] }],
  ["pse", { method: "pse", type: "bank_transfer", currencies: ["COP"] }],
  ["account_money", { method: "wallet", type: "account_money", currencies: countries }],
]);

const statuses: Readonly<Record<PaymentStatus, readonly [status: string, detail: string]>> = {
  pending: ["pending", "pending_waiting_payment"],
  paid: ["approved", "accredited"],
  partially_refunded: ["approved", "partially_refunded"],
  refunded: ["refunded", "refunded"],
  expired: ["cancelled", "expired"],
  cancelled: ["cancelled", "by_collector"],
  failed: ["rejected", "rejected_by_bank"],
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

export function createPayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const currency = readCurrency(args);
  if (currency === undefined) return invalid("currency_id");
  const amount = amountAt(args, "transaction_amount", currency);
  if (amount === undefined) return invalid("transaction_amount");
  const native = readMethod(args);
  if (native === undefined || !native.currencies.includes(currency)) return invalid("payment_method_id");
  const expiresAt = readExpiry(textAt(args, "date_of_expiration"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const charge = createCharge(context, {
    id: newPaymentId(context),
    method: native.method,
    amount,
    currency,
    expiresAt,
    dueDate:
      native.method === "boleto" && expiresAt !== undefined
        ? calendarDateAt(expiresAt, timeZoneOfCurrency(currency))
        : undefined,
    reference: textAt(args, "external_reference"),
    description: textAt(args, "description"),
    cardToken: textAt(args, "token"),
    installments: numberAt(args, "installments"),
    institution,
    native: { payer: valueAt(args, "payer") ?? {} },
  });
  return charge instanceof Refusal ? charge : describePayment(charge, context);
}

export function getPayment(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = getCharge(context, textAt(args, "id") ?? "");
  return charge instanceof Refusal ? charge : describePayment(charge, context);
}

export function cancelPayment(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = cancelCharge(context, textAt(args, "id") ?? "");
  return charge instanceof Refusal ? charge : describePayment(charge, context);
}

/** Newest first, as `date_created desc`. */
export function searchPayments(args: JsonObject, context: SimulationContext): JsonObject {
  const reference = textAt(args, "external_reference");
  const status = textAt(args, "status");
  const all = listCharges(context)
    .map((charge) => describePayment(charge, context))
    .filter((payment) => reference === undefined || payment.external_reference === reference)
    .filter((payment) => status === undefined || payment.status === status)
    .reverse();
  const offset = numberAt(args, "offset") ?? 0;
  const limit = Math.min(numberAt(args, "limit") ?? 30, 100);
  return { paging: { total: all.length, limit, offset }, results: all.slice(offset, offset + limit) };
}

export function createRefund(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = getCharge(context, textAt(args, "payment_id") ?? "");
  if (charge instanceof Refusal) return charge;
  const refunded = refundCharge(context, charge.id, {
    id: randomNumberText(context.random, 10),
    amount: amountAt(args, "amount", charge.currency),
  });
  return refunded instanceof Refusal ? refunded : describeRefund(refunded.refund, refunded.charge);
}

/** Twelve digits that the account has not seen yet. */
export function newPaymentId(context: SimulationContext): string {
  let id = randomNumberText(context.random, 12);
  while (context.get(CHARGE_KIND, id) !== undefined) id = randomNumberText(context.random, 12);
  return id;
}

/** One sandbox account stands for all five countries; the live API knows the currency by the account. */
export function readCurrency(args: JsonObject, key = "currency_id"): Currency | undefined {
  const code = textAt(args, key) ?? "BRL";
  return countries.find((currency) => currency === code);
}

export function localTime(at: number, currency: Currency): string {
  return formatMillisecondTimestamp(at, timeZoneOfCurrency(currency));
}

export function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `The field ${field} is missing or not valid.`, "bad_request");
}

function readMethod(args: JsonObject): NativeMethod | undefined {
  const id = textAt(args, "payment_method_id");
  const type = textAt(args, "payment_type_id");
  const known = id === undefined ? undefined : methods.get(id);
  if (known !== undefined) return known;
  const isDebit = type === "debit_card" || id?.startsWith("deb") === true;
  const isCard = isDebit || type === "credit_card" || textAt(args, "token") !== undefined;
  if (!isCard) return undefined;
  const method = isDebit ? "debit_card" : "credit_card";
  return { method, type: method, currencies: countries };
}

function describePayment(charge: Charge, context: SimulationContext): JsonObject {
  const { currency } = charge;
  const [status, detail] = statuses[charge.status];
  const [methodId, type] = describeMethodIds(charge);
  const at = (time: number | undefined) => (time === undefined ? null : localTime(time, currency));
  const payment: JsonObject = {
    id: Number(charge.id),
    date_created: localTime(charge.createdAt, currency),
    date_last_updated: localTime(charge.updatedAt, currency),
    date_approved: at(charge.paidAt),
    date_of_expiration: at(charge.expiresAt),
    operation_type: "regular_payment",
    payment_method_id: methodId,
    payment_type_id: type,
    status,
    status_detail: charge.decline === undefined ? detail : declineDetails[charge.decline],
    currency_id: currency,
    transaction_amount: toMajorUnits(charge.amount, currency),
    transaction_amount_refunded: toMajorUnits(refundedAmount(charge), currency),
    installments: charge.card?.installments ?? 1,
    description: charge.description ?? null,
    external_reference: charge.reference ?? null,
    live_mode: false,
    payer: valueAt(charge.native, "payer") ?? {},
    authorization_code: textAt(charge.card && { code: charge.card.authorizationCode }, "code") ?? null,
    transaction_details: describeDetails(charge, context),
    refunds: charge.refunds.map((refund) => describeRefund(refund, charge)),
  };
  if (charge.card !== undefined) payment.card = { last_four_digits: charge.card.last4 };
  if (charge.pix !== undefined) {
    payment.point_of_interaction = {
      type: "PIX",
      transaction_data: {
        qr_code: pixCode(context, charge),
        qr_code_base64: QR_PICTURE,
        ticket_url: chargeUrl(context, charge.id),
        e2e_id: charge.pix.endToEndId ?? null,
      },
    };
  }
  return payment;
}

/** What the payer of a slip, a transfer or a redirect needs. */
function describeDetails(charge: Charge, context: SimulationContext): JsonObject {
  const url = chargeUrl(context, charge.id);
  const { boleto, spei, oxxo, pse } = charge;
  if (boleto !== undefined) {
    return { external_resource_url: url, digitable_line: boleto.line, barcode: { content: boleto.barcode } };
  }
  if (spei !== undefined) {
    return {
      external_resource_url: url,
      payment_method_reference_id: spei.clabe,
      verification_code: spei.reference,
      transaction_id: spei.trackingKey ?? null,
    };
  }
  if (oxxo !== undefined) return { external_resource_url: url, payment_method_reference_id: oxxo.reference };
  if (pse !== undefined) return { external_resource_url: url, payment_method_reference_id: pse.cus };
  return {};
}

function describeMethodIds(charge: Charge): [id: string, type: string] {
  if (charge.card !== undefined) {
    const brand = charge.card.brand === "mastercard" ? "master" : charge.card.brand;
    return [charge.method === "debit_card" ? `deb${brand}` : brand, charge.method];
  }
  for (const [id, native] of methods) if (native.method === charge.method) return [id, native.type];
  return [charge.method, charge.method];
}

function describeRefund(refund: ChargeRefund, charge: Charge): JsonObject {
  return {
    id: Number(refund.id),
    payment_id: Number(charge.id),
    amount: toMajorUnits(refund.amount, charge.currency),
    date_created: localTime(refund.createdAt, charge.currency),
    status: "approved",
    e2e_id: refund.endToEndId ?? null,
  };
}
