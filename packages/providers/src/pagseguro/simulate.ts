import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  COMPE_CODES,
  formatBoletoLine,
  formatMillisecondTimestamp,
  generateUuid,
  PIX_ISPB,
  SAO_PAULO,
} from "@codespar/formats";
import {
  cancelCharge,
  captureCharge,
  chargeDue,
  getCharge,
  refundCharge,
} from "../engines/payments/change-charge.ts";
import {
  type Charge,
  chargedAmount,
  chargeUrl,
  paidAmount,
  pixCode,
  refundedAmount,
  showCharge,
} from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { generatePagbankId } from "../engines/payments/payment-provider-id.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { numberAt, objectsAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { pagseguroTools } from "./tools.ts";

const institution: Institution = { ispb: PIX_ISPB.pagSeguro, compe: COMPE_CODES.pagSeguro };

/** Leads from a charge's id to its order. */
const CHARGE_ORDER = "order_of";

const CUSTOMER = "customer";

/** A reserved name (RFC 2606): nothing in the sandbox leads to a real host. */
const API = "https://api.pagseguro.example";

const types: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "PIX",
  wallet: "PAGBANK",
  boleto: "BOLETO",
  credit_card: "CREDIT_CARD",
  debit_card: "DEBIT_CARD",
};

const methods: Readonly<Record<string, PaymentMethod>> = {
  BOLETO: "boleto",
  CREDIT_CARD: "credit_card",
  DEBIT_CARD: "debit_card",
};

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "WAITING",
  authorized: "AUTHORIZED",
  paid: "PAID",
  partially_refunded: "PAID",
  refunded: "CANCELED",
  expired: "CANCELED",
  cancelled: "CANCELED",
  failed: "DECLINED",
};

/** PagSeguro (PagBank), Brazil: cents, local times of São Paulo; an order `ORDE_…` is the payment. */
export const pagseguroSimulation = defineSimulation({
  id: "pagseguro",
  tools: pagseguroTools,
  handlers: {
    pagseguro_create_order: createOrder,
    pagseguro_get_order: (args, context) =>
      showCharge(getCharge(context, textAt(args, "order_id") ?? ""), (charge) => toOrder(charge, context)),
    pagseguro_get_charge: (args, context) =>
      response(getCharge(context, readOrderId(args, context)), context),
    pagseguro_capture_charge: (args, context) =>
      response(captureCharge(context, readOrderId(args, context), numberAt(args, "amount.value")), context),
    pagseguro_cancel_charge: (args, context) =>
      response(cancelCharge(context, readOrderId(args, context)), context),
    // the same call for both at the real API: what was paid is given back, everything else is cancelled
    pagseguro_refund_charge(args, context) {
      const charge = getCharge(context, readOrderId(args, context));
      if (!(charge instanceof Refusal) && charge.paidAt === undefined)
        return response(cancelCharge(context, charge.id), context);
      const refunded = refundCharge(context, readOrderId(args, context), {
        id: generateUuid(context.random),
        amount: numberAt(args, "amount.value"),
      });
      return response(refunded instanceof Refusal ? refunded : refunded.charge, context);
    },
    pagseguro_get_pix_qrcode(args, context) {
      const charge = getCharge(context, textAt(args, "order_id") ?? "");
      if (charge instanceof Refusal) return charge;
      return (
        toQrCode(charge, context) ?? new Refusal("invalid_request", "The order has no QR code.", "40002")
      );
    },
    pagseguro_create_customer(args, context) {
      const id = `CUST_${generateUuid(context.random).toUpperCase()}`;
      const customer: JsonObject = { ...args, id, created_at: localTime(context.now) };
      context.put(CUSTOMER, id, customer);
      return customer;
    },
    pagseguro_get_balance: (_args, context) => ({
      currency: "BRL",
      available: receivedAmount(context),
      blocked: 0,
    }),
  },
  due: { ...chargeDue },
});

function createOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const { random } = context;
  const [code, ...moreCodes] = objectsAt(args, "qr_codes");
  const [order, ...moreCharges] = objectsAt(args, "charges");
  const paidBy = code ?? order;
  if (paidBy === undefined || (code && order) || moreCodes.length + moreCharges.length > 0) {
    return invalid("charges");
  }
  const method =
    code === undefined ? methods[textAt(order, "payment_method.type") ?? ""] : methodOfCode(code);
  if (method === undefined) return invalid("payment_method");
  const expiresAt = readExpiry(textAt(code, "expiration_date"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const id = generatePagbankId(random, "ORDE");
  const chargeId = generatePagbankId(random, "CHAR");
  const qrCodeId = generatePagbankId(random, "QRCO");
  const charge = createCharge(context, {
    id,
    method,
    amount: numberAt(paidBy, "amount.value") ?? 0,
    currency: "BRL",
    reference: textAt(args, "reference_id"),
    description: textAt(order, "description"),
    dueDate: textAt(order, "payment_method.boleto.due_date"),
    expiresAt,
    cardToken: textAt(order, "payment_method.card.encrypted") ?? textAt(order, "payment_method.card.id"),
    installments: numberAt(order, "payment_method.installments"),
    capture: valueAt(order, "payment_method.capture") !== false,
    institution,
    native: {
      chargeId,
      qrCodeId,
      customer: valueAt(args, "customer") ?? null,
      items: valueAt(args, "items") ?? [],
      notificationUrls: valueAt(args, "notification_urls") ?? [],
    },
  });
  if (!(charge instanceof Refusal)) context.put(CHARGE_ORDER, chargeId, { order: id });
  // a card that was declined is an order as any other
  return showCharge(charge, (made) => toOrder(made, context));
}

function methodOfCode(code: JsonObject): PaymentMethod {
  const arrangements = textsAt(code, "arrangements");
  return arrangements.includes("PAGBANK") && !arrangements.includes("PIX") ? "wallet" : "pix";
}

function response(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return showCharge(charge, (found) => toCharge(found, context));
}

export function toOrder(charge: Charge, context: SimulationContext): JsonObject {
  const order: JsonObject = {
    id: charge.id,
    reference_id: charge.reference ?? null,
    created_at: localTime(charge.createdAt),
    customer: charge.native?.customer ?? null,
    items: charge.native?.items ?? [],
    notification_urls: charge.native?.notificationUrls ?? [],
    links: [
      link("SELF", `${API}/orders/${charge.id}`),
      link("PAY", `${API}/orders/${charge.id}/pay`, "POST"),
    ],
  };
  const code = toQrCode(charge, context);
  if (code !== undefined) order.qr_codes = [code];
  // a code is only an offer: its charge comes with the payment
  if (code === undefined || charge.paidAt !== undefined || charge.status === "failed") {
    order.charges = [toCharge(charge, context)];
  }
  return order;
}

function toQrCode(charge: Charge, context: SimulationContext): JsonObject | undefined {
  if (charge.method !== "pix" && charge.method !== "wallet") return undefined;
  const id = textAt(charge.native, "qrCodeId") ?? "";
  return {
    id,
    amount: { value: charge.amount },
    text: charge.method === "pix" ? pixCode(context, charge) : chargeUrl(context, charge.id),
    arrangements: [types[charge.method] ?? "PIX"],
    expiration_date: localTime(charge.expiresAt ?? charge.createdAt),
    links: [
      {
        rel: "QRCODE.PNG",
        href: chargeUrl(context, charge.id, "qr.png"),
        media: "image/png",
        type: "GET",
      },
    ],
  };
}

function link(rel: string, href: string, type = "GET", media = "application/json"): JsonObject {
  return { rel, href, media, type };
}

function toCharge(charge: Charge, context: SimulationContext): JsonObject {
  const shown: JsonObject = {
    id: textAt(charge.native, "chargeId") ?? "",
    reference_id: charge.reference ?? null,
    status: statuses[charge.status],
    created_at: localTime(charge.createdAt),
    description: charge.description ?? null,
    amount: {
      value: charge.amount,
      currency: "BRL",
      summary: {
        total: chargedAmount(charge),
        paid: paidAmount(charge),
        refunded: refundedAmount(charge),
      },
    },
    payment_response: paymentResponse(charge),
    payment_method: toPaymentMethod(charge),
    links: [link("SELF", `${API}/charges/${textAt(charge.native, "chargeId") ?? ""}`)],
  };
  if (charge.paidAt !== undefined) shown.paid_at = localTime(charge.paidAt);
  if (charge.boleto !== undefined)
    shown.links = [link("SELF", chargeUrl(context, charge.id, "boleto.pdf"), "GET", "application/pdf")];
  return shown;
}

function paymentResponse({ status, paidAt, card, decline }: Charge): JsonObject {
  if (card !== undefined && decline === undefined && status !== "expired")
    return {
      code: "20000",
      message: "SUCESSO",
      raw_data: { authorization_code: card.authorizationCode, reason_code: "00" },
    };
  if (paidAt !== undefined) return { code: "20000", message: "SUCESSO" };
  if (status === "expired") return { code: "10000", message: "EXPIRADO" };
  return status === "failed"
    ? { code: "10002", message: "NAO AUTORIZADO PELO EMISSOR DO CARTAO" }
    : { code: "20000", message: "SUCESSO" };
}

function toPaymentMethod(charge: Charge): JsonObject {
  const method: JsonObject = { type: types[charge.method] ?? "PIX" };
  if (charge.pix?.endToEndId !== undefined) method.pix = { end_to_end_id: charge.pix.endToEndId };
  if (charge.boleto !== undefined) {
    const { line, dueDate } = charge.boleto;
    method.boleto = {
      id: textAt(charge.native, "chargeId")?.slice(5) ?? "",
      // what PagBank calls the barcode is the digitable line
      barcode: line,
      formatted_barcode: formatBoletoLine(line),
      due_date: dueDate,
    };
  }
  if (charge.card !== undefined) {
    method.installments = charge.card.installments;
    method.capture = charge.authorizedAt === undefined;
    method.card = { brand: charge.card.brand, last_digits: charge.card.last4 };
  }
  return method;
}

/** The order of a charge's id; an unknown id stands for itself, so that it is not found. */
function readOrderId(args: JsonObject, context: SimulationContext): string {
  const id = textAt(args, "charge_id") ?? "";
  return context.get<{ order: string }>(CHARGE_ORDER, id)?.order ?? id;
}

function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `The parameter ${field} is missing or invalid.`, "40002");
}

function localTime(at: number): string {
  return formatMillisecondTimestamp(at, SAO_PAULO);
}
