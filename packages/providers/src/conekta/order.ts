import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { bankOfClabe, unixSeconds } from "@codespar/formats";
import { cancelCharge, captureCharge, getCharge, listCharges } from "../engines/payments/change-charge.ts";
import {
  type Charge,
  chargedAmount,
  chargeUrl,
  refundedAmount,
  showCharge,
  showNewCharge,
} from "../engines/payments/charge.ts";
import { createCharge } from "../engines/payments/create-charge.ts";
import { generateConektaChargeId, generateConektaId } from "../engines/payments/payment-provider-id.ts";
import { refundOrClose } from "../engines/payments/refund-or-close.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { invalidParameter } from "./invalid-parameter.ts";
import { itemsAmount } from "./items-amount.ts";
import { pageAfter } from "./page-after.ts";

const methods: Readonly<Record<string, PaymentMethod>> = {
  spei: "spei",
  oxxo_cash: "oxxo",
  cash: "oxxo",
  card: "credit_card",
};
const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "pending_payment",
  authorized: "pre_authorized",
  paid: "paid",
  partially_refunded: "partially_refunded",
  refunded: "refunded",
  expired: "expired",
  cancelled: "canceled",
  failed: "declined",
};
/** Meses sin intereses. */
const MONTHS = [1, 3, 6, 9, 12, 18];

/** `POST /orders`, with its one charge. */
export function createOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const [wanted, another] = objectsAt(args, "charges");
  const type = textAt(wanted, "payment_method.type") ?? "";
  const method = type === "card" ? cardMethod(args) : methods[type];
  if (wanted === undefined || another !== undefined || method === undefined)
    return invalidParameter("charges");
  const installments = numberAt(wanted, "payment_method.monthly_installments") ?? 1;
  if (!MONTHS.includes(installments)) return invalidParameter("monthly_installments");
  const expiresAt = numberAt(wanted, "payment_method.expires_at");
  if (expiresAt !== undefined && expiresAt * 1000 <= context.now) {
    return new Refusal("invalid_due_date", "expires_at has passed.", "parameter_validation_error");
  }
  const charge = createCharge(context, {
    id: generateConektaId(context.random, "ord"),
    method,
    amount: numberAt(wanted, "amount") ?? itemsAmount(objectsAt(args, "line_items")),
    currency: "MXN",
    reference: textAt(args, "metadata.reference"),
    description: textAt(args, "line_items.0.name"),
    customer: textAt(args, "customer_info.customer_id"),
    expiresAt: expiresAt === undefined ? undefined : expiresAt * 1000,
    cardToken: textAt(wanted, "payment_method.token_id"),
    installments,
    capture: args.pre_authorize !== true,
    native: {
      chargeId: generateConektaChargeId(context.random),
      customer_info: args.customer_info ?? null,
      metadata: args.metadata ?? {},
    },
  });
  return showNewCharge(
    charge,
    (made) => toOrder(made, context),
    (reason) => (reason === "insufficient_funds" ? "insufficient_funds" : "card_declined"),
  );
}

/** At Conekta the card itself decides; the sandbox has no card, so it believes the order. */
function cardMethod(args: JsonObject): PaymentMethod {
  return textAt(args, "metadata.codespar_method") === "debit_card" ? "debit_card" : "credit_card";
}

export function getOrder(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  return response(getCharge(context, textAt(args, "id") ?? ""), context);
}

export function listOrders(args: JsonObject, context: SimulationContext): JsonObject {
  const { payment_status: wanted } = args;
  const since = numberAt(args, "created_at.gte") ?? Number.NEGATIVE_INFINITY;
  const until = numberAt(args, "created_at.lte") ?? Number.POSITIVE_INFINITY;
  const search = textAt(args, "search");
  const orders = listCharges(context)
    .filter(({ status }) => wanted === undefined || wanted === statuses[status])
    .filter(({ id, reference }) => search === undefined || search === id || search === reference)
    .filter(({ createdAt }) => unixSeconds(createdAt) >= since && unixSeconds(createdAt) <= until);
  return pageAfter(
    orders.toReversed().map((charge) => toOrder(charge, context)),
    args,
    "orders",
  );
}

/** `POST /orders/{id}/capture`. */
export function captureOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  return response(captureCharge(context, textAt(args, "order_id") ?? "", numberAt(args, "amount")), context);
}

/** `POST /orders/{id}/cancel`. */
export function cancelOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  return response(cancelCharge(context, textAt(args, "order_id") ?? ""), context);
}

/** `POST /orders/{id}/refunds`. */
export function refundOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const refund = { id: generateConektaChargeId(context.random), amount: numberAt(args, "amount") };
  return response(refundOrClose(context, textAt(args, "order_id") ?? "", refund), context);
}

function response(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return showCharge(charge, (found) => toOrder(found, context));
}

export function toOrder(charge: Charge, context: SimulationContext): JsonObject {
  return {
    id: charge.id,
    object: "order",
    livemode: false,
    amount: chargedAmount(charge),
    amount_refunded: refundedAmount(charge),
    currency: "MXN",
    payment_status: statuses[charge.status],
    customer_info: charge.native?.customer_info ?? null,
    metadata: charge.native?.metadata ?? {},
    created_at: unixSeconds(charge.createdAt),
    updated_at: unixSeconds(charge.updatedAt),
    charges: { object: "list", has_more: false, total: 1, data: [toCharge(charge, context)] },
  };
}

function toCharge(charge: Charge, context: SimulationContext): JsonObject {
  return {
    id: textAt(charge.native, "chargeId") ?? "",
    object: "charge",
    livemode: false,
    order_id: charge.id,
    amount: chargedAmount(charge),
    currency: "MXN",
    status: statuses[charge.status],
    created_at: unixSeconds(charge.createdAt),
    paid_at: charge.paidAt === undefined ? null : unixSeconds(charge.paidAt),
    payment_method: toPaymentMethod(charge, context),
    refunds: {
      object: "list",
      has_more: false,
      next_page_url: null,
      previous_page_url: null,
      data: charge.refunds.map((refund) => ({
        id: refund.id,
        object: "refund",
        amount: -refund.amount,
        status: "refunded",
        created_at: unixSeconds(refund.createdAt),
      })),
    },
  };
}

function toPaymentMethod(charge: Charge, context: SimulationContext): JsonObject {
  const expiry = charge.expiresAt === undefined ? {} : { expires_at: unixSeconds(charge.expiresAt) };
  if (charge.spei !== undefined) {
    const { clabe, reference, trackingKey } = charge.spei;
    return {
      object: "bank_transfer_payment",
      type: "spei",
      bank: bankOfClabe(clabe) ?? "STP",
      receiving_account_bank: bankOfClabe(clabe) ?? "STP",
      receiving_account_number: clabe,
      clabe,
      reference,
      tracking_code: trackingKey ?? null,
      ...expiry,
    };
  }
  if (charge.oxxo !== undefined) {
    const { reference } = charge.oxxo;
    return {
      object: "cash_payment",
      type: "oxxo",
      service_name: "OxxoPay",
      reference,
      barcode_url: chargeUrl(context, charge.id, "barcode.png"),
      ...expiry,
    };
  }
  return {
    object: "card_payment",
    type: charge.method === "debit_card" ? "debit" : "credit",
    brand: charge.card?.brand ?? "",
    last4: charge.card?.last4 ?? "",
    auth_code: charge.card?.authorizationCode ?? "",
    monthly_installments: charge.card?.installments ?? 1,
    ...(charge.status === "authorized" ? expiry : {}),
  };
}
