import type { Currency, JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  endOfDate,
  formatMajorUnits,
  formatSpacedTimestamp,
  randomNumberText,
  SAO_PAULO,
} from "@codespar/formats";
import { declineMessage } from "../engines/payments/card-tokens.ts";
import {
  cancelCharge,
  captureCharge,
  chargeDue,
  getCharge,
  listCharges,
  refundCharge,
} from "../engines/payments/change-charge.ts";
import {
  type Charge,
  type ChargeRefund,
  chargedAmount,
  chargeUrl,
  pixCode,
  showCharge,
} from "../engines/payments/charge.ts";
import { createCharge, ITAU } from "../engines/payments/create-charge.ts";
import { generateEbanxHash } from "../engines/payments/payment-provider-id.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { ebanxTools } from "./tools.ts";

/** Which payment types each country's currency has; PSE goes by `eft`. */
const methods: Readonly<Partial<Record<Currency, Readonly<Record<string, PaymentMethod>>>>> = {
  BRL: { pix: "pix", boleto: "boleto", creditcard: "credit_card" },
  MXN: { spei: "spei", creditcard: "credit_card" },
  ARS: { creditcard: "credit_card" },
  COP: { eft: "pse", creditcard: "credit_card" },
  CLP: { creditcard: "credit_card" },
};

const paymentTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "pix",
  boleto: "boleto",
  spei: "spei",
  pse: "eft",
  credit_card: "creditcard",
};

/** PE pending, OP open, CO confirmed, CA cancelled. */
const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "PE",
  authorized: "PE",
  paid: "CO",
  partially_refunded: "CO",
  refunded: "CO",
  expired: "CA",
  cancelled: "CA",
  failed: "CA",
};

const outcomes: Readonly<Record<PaymentStatus, JsonObject>> = {
  pending: { code: "PE", description: "Waiting for the customer" },
  authorized: { code: "OK", description: "Authorized" },
  paid: { code: "OK", description: "Accepted" },
  partially_refunded: { code: "OK", description: "Accepted" },
  refunded: { code: "OK", description: "Accepted" },
  expired: { code: "EXPIRED", description: "Expired before it was paid" },
  cancelled: {
    code: "NOK",
    description: "Payment cancellation requested by the merchant",
    description_code: "CANCELED_BY_MERCHANT",
  },
  failed: { code: "NOK", description: "Not accepted" },
};

/** Financial institution codes as PSE lists them. */
const pseBanks = [
  { code: "bancolombia", name: "Bancolombia" },
  { code: "banco_de_bogota", name: "Banco de Bogotá" },
  { code: "davivienda", name: "Davivienda" },
  { code: "bbva_colombia", name: "BBVA Colombia" },
  { code: "nequi", name: "Nequi" },
];

/** EBANX, five countries: decimals of each currency, UTC times, payments known by their hash. */
export const ebanxSimulation = defineSimulation({
  id: "ebanx",
  tools: ebanxTools,
  handlers: {
    ebanx_create_payment: createPayment,
    ebanx_get_payment: (args, context) => response(findCharge(args, context), context),
    ebanx_list_payments: listPayments,
    ebanx_capture_payment(args, context) {
      const charge = getCharge(context, readHash(args));
      if (charge instanceof Refusal) return charge;
      return response(captureCharge(context, charge.id, amountAt(args, "amount", charge.currency)), context);
    },
    ebanx_cancel_payment(args, context) {
      const cancelled = cancelCharge(context, readHash(args));
      return showCharge(cancelled, (charge) => ({ ...wrap(charge, context), operation: "cancel" }));
    },
    ebanx_refund_payment: refundPayment,
    ebanx_list_banks: () => ({ status: "SUCCESS", banks: pseBanks }),
  },
  due: { ...chargeDue },
});

function createPayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const currency = getCurrency(textAt(args, "payment.currency_code"));
  const type = textAt(args, "payment.payment_type_code") ?? "";
  const method = currency === undefined ? undefined : methods[currency]?.[type];
  if (currency === undefined || method === undefined) {
    return new Refusal("invalid_request", `Invalid payment_type_code: ${type}`, "BP-DR-35");
  }
  const code = textAt(args, "payment.merchant_payment_code") ?? "";
  const earlier = listCharges(context).find((known) => getCode(known) === code);
  if (earlier !== undefined) return alreadyExists(earlier);
  const dueDate = textAt(args, "payment.due_date")?.split("/").reverse().join("-");
  const charge = createCharge(context, {
    id: generateEbanxHash(context.random),
    method,
    amount: amountAt(args, "payment.amount_total", currency) ?? 0,
    currency,
    reference: textAt(args, "payment.order_number") ?? code,
    description: textAt(args, "payment.note"),
    dueDate: method === "credit_card" ? undefined : dueDate,
    cardToken: textAt(args, "payment.creditcard.token"),
    installments: numberAt(args, "payment.instalments"),
    capture: valueAt(args, "payment.creditcard.auto_capture") !== false,
    institution: ITAU,
    native: {
      code,
      orderNumber: textAt(args, "payment.order_number") ?? null,
      country: textAt(args, "payment.country") ?? null,
      pin: randomNumberText(context.random, 9),
      name: textAt(args, "payment.name") ?? null,
      document: textAt(args, "payment.document") ?? null,
      email: textAt(args, "payment.email") ?? null,
    },
    returnUrl: textAt(args, "payment.redirect_url"),
  });
  // a card that was declined is a payment as any other, and cancelled
  return response(charge, context);
}

function alreadyExists(charge: Charge): Refusal {
  const made = `created on ${utcTime(charge.createdAt)}, status is ${statuses[charge.status]}`;
  const message = `Payment already exists with merchant_payment_code: ${getCode(charge)} (${made})`;
  return new Refusal("invalid_request", message, "BP-DR-0");
}

function getCode(charge: Charge): string {
  return textAt(charge.native, "code") ?? charge.reference ?? "";
}

function findCharge(args: JsonObject, context: SimulationContext): Charge | Refusal {
  const code = textAt(args, "merchant_payment_code");
  const known = listCharges(context).find((charge) => code !== undefined && getCode(charge) === code);
  return known ?? getCharge(context, readHash(args));
}

function refundPayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = getCharge(context, readHash(args));
  if (charge instanceof Refusal) return charge;
  const refunded = refundCharge(context, charge.id, {
    id: randomNumberText(context.random, 8),
    amount: amountAt(args, "amount", charge.currency),
    description: textAt(args, "description"),
    metadata: { code: textAt(args, "merchant_refund_code") ?? null },
  });
  if (refunded instanceof Refusal) return refunded;
  const refund = toRefund(refunded.refund, charge.currency);
  return { ...wrap(refunded.charge, context), refund, operation: "refund" };
}

function listPayments(args: JsonObject, context: SimulationContext): JsonObject {
  const { merchant_payment_code: code, status } = args;
  const matching = listCharges(context).filter((charge) => {
    const isAsked = status === undefined || status === statuses[charge.status];
    return isAsked && (code === undefined || code === getCode(charge));
  });
  const perPage = Math.min(numberAt(args, "per_page") ?? 100, 100);
  const start = ((numberAt(args, "page") ?? 1) - 1) * perPage;
  return {
    status: "SUCCESS",
    total: matching.length,
    payments: matching.slice(start, start + perPage).map((charge) => toPayment(charge, context)),
  };
}

function response(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return showCharge(charge, (found) => wrap(found, context));
}

function wrap(charge: Charge, context: SimulationContext): JsonObject {
  return { status: "SUCCESS", payment: toPayment(charge, context) };
}

function toPayment(charge: Charge, context: SimulationContext): JsonObject {
  const { currency, native, paidAt, expiresAt, boleto } = charge;
  const dueAt = boleto === undefined ? expiresAt : endOfDate(boleto.dueDate, SAO_PAULO);
  const payment: JsonObject = {
    hash: charge.id,
    pin: native?.pin ?? "",
    country: native?.country ?? null,
    merchant_payment_code: getCode(charge),
    order_number: native?.orderNumber ?? null,
    status: statuses[charge.status],
    status_date: utcTime(charge.updatedAt),
    open_date: utcTime(charge.createdAt),
    confirm_date: paidAt === undefined ? null : utcTime(paidAt),
    transfer_date: null,
    // EBANX gives the day alone; the sandbox adds the hour, because a Pix ends within one
    due_date: dueAt === undefined ? null : utcTime(dueAt),
    amount_br: formatMajorUnits(chargedAmount(charge), currency),
    amount_ext: formatMajorUnits(chargedAmount(charge), currency),
    amount_iof: "0.00",
    currency_rate: "1.0000",
    capture_available: charge.status === "authorized",
    pre_approved: charge.authorizedAt !== undefined,
    currency_ext: currency,
    instalments: String(charge.card?.installments ?? 1),
    // of a card, its brand
    payment_type_code: charge.card?.brand ?? paymentTypes[charge.method] ?? "",
    note: charge.description ?? null,
    customer: {
      name: native?.name ?? null,
      document: native?.document ?? null,
      email: native?.email ?? null,
    },
    transaction_status: { acquirer: "EBANX", ...getOutcome(charge) },
    refunds: charge.refunds.map((refund) => toRefund(refund, currency)),
  };
  const page = chargeUrl(context, charge.id);
  if (charge.pix !== undefined) {
    payment.pix = {
      qr_code_value: pixCode(context, charge),
      qr_code_url: chargeUrl(context, charge.id, "qr.png"),
      ...(charge.pix.endToEndId === undefined ? {} : { end_to_end_id: charge.pix.endToEndId }),
    };
  }
  if (charge.boleto !== undefined) {
    payment.boleto_url = page;
    payment.boleto_barcode = charge.boleto.line;
    payment.boleto_barcode_raw = charge.boleto.barcode;
    payment.boleto_due_date = charge.boleto.dueDate;
  }
  if (charge.spei !== undefined) {
    payment.spei_url = page;
    payment.clabe_account = charge.spei.clabe;
    payment.clabe_reference = charge.spei.reference;
    if (charge.spei.trackingKey !== undefined) payment.tracking_key = charge.spei.trackingKey;
  }
  if (charge.pse !== undefined) {
    payment.redirect_url = page;
    payment.cus = charge.pse.cus;
  }
  if (charge.card !== undefined) {
    payment.creditcard = {
      brand: charge.card.brand,
      masked_card_number: `xxxxxxxxxxxx${charge.card.last4}`,
    };
  }
  return payment;
}

function getOutcome({ status, decline, card }: Charge): JsonObject {
  const outcome = outcomes[status];
  if (decline !== undefined) return { ...outcome, description: declineMessage(decline) };
  return card === undefined ? outcome : { ...outcome, authcode: card.authorizationCode };
}

function toRefund(refund: ChargeRefund, currency: Currency): JsonObject {
  return {
    id: refund.id,
    merchant_refund_code: textAt(refund.metadata, "code") ?? null,
    // the real one is requested and pending first, for days
    status: "CO",
    request_date: utcTime(refund.createdAt),
    pending_date: utcTime(refund.createdAt),
    confirm_date: utcTime(refund.createdAt),
    cancel_date: null,
    amount_ext: formatMajorUnits(refund.amount, currency),
    description: refund.description ?? "",
    ...(refund.endToEndId === undefined ? {} : { end_to_end_id: refund.endToEndId }),
  };
}

function getCurrency(code: string | undefined): Currency | undefined {
  return currencies.find((currency) => currency === code);
}

const currencies: readonly Currency[] = ["BRL", "MXN", "ARS", "COP", "CLP"];

function readHash(args: JsonObject): string {
  return textAt(args, "hash") ?? "";
}

function utcTime(at: number): string {
  return formatSpacedTimestamp(at, "UTC");
}
