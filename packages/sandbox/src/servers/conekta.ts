import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { bankOfClabe } from "../formats/clabe.ts";
import { generateConektaChargeId, generateConektaId } from "../formats/payment-provider-id.ts";
import { generateUuid } from "../formats/uuid.ts";
import { answerCharge, answerNewCharge } from "../rails/answer-charge.ts";
import { chargeDue, getCharge, listCharges } from "../rails/change-charge.ts";
import { type Charge, refundedAmount } from "../rails/charge.ts";
import { checkoutDue, createCheckout } from "../rails/checkout.ts";
import { createCharge } from "../rails/create-charge.ts";
import { paymentUrl } from "../rails/payment-url.ts";
import { refundOrClose } from "../rails/refund-or-close.ts";
import { integer, list, nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import { numberAt, objectsAt, textAt, textsAt } from "../simulation/read-arguments.ts";
import {
  type CallContext,
  defineServer,
  Refusal,
  type SimulatedTool,
  type SimulationContext,
} from "../simulation/simulated-server.ts";

const CUSTOMER = "customer";
const methods: Readonly<Record<string, PaymentMethod>> = {
  spei: "spei",
  oxxo_cash: "oxxo",
  cash: "oxxo",
  card: "credit_card",
};
/** What a hosted page calls them. */
const pageMethods: Readonly<Record<string, PaymentMethod>> = {
  card: "credit_card",
  cash: "oxxo",
  bank_transfer: "spei",
};
const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "pending_payment",
  paid: "paid",
  partially_refunded: "partially_refunded",
  refunded: "refunded",
  expired: "expired",
  cancelled: "canceled",
  failed: "declined",
};
/** Meses sin intereses. */
const MONTHS = [1, 3, 6, 9, 12, 18];

const lineItems = list(object({ name: text(), quantity: integer(), unit_price: integer("Centavos.") }));
const customerInfo = object({ customer_id: text(), name: text(), email: text(), phone: text() });
const metadata = object({
  reference: text("Your own id of the order."),
  codespar_method: text("`debit_card` makes the sandbox's card a debit card."),
});

const tools: Record<string, SimulatedTool> = {
  conekta_create_order: {
    description: "Creates an order with its charge by SPEI, OXXO or card. Amounts are in centavos of MXN.",
    input: nativeInput(
      {
        currency: oneOf("MXN"),
        customer_info: customerInfo,
        line_items: lineItems,
        charges: list(
          object({
            amount: integer("Centavos. Default: what the items add up to."),
            payment_method: object(
              {
                type: oneOf("spei", "oxxo_cash", "cash", "card"),
                token_id: text(),
                monthly_installments: integer("3, 6, 9, 12 or 18."),
                expires_at: integer("Unix seconds."),
              },
              "type",
            ),
          }),
        ),
        metadata,
      },
      "currency",
      "line_items",
      "charges",
    ),
    handle: createOrder,
  },
  conekta_get_order: {
    description: "Reads one order with its charge.",
    input: nativeInput({ id: text() }, "id"),
    handle: (args, context) => answer(getCharge(context, textAt(args, "id") ?? ""), context),
  },
  conekta_list_orders: {
    description: "Lists orders, oldest first.",
    input: nativeInput({ payment_status: text(), limit: integer("At most 250.") }),
    handle(args, context) {
      const { payment_status: wanted } = args;
      const orders = listCharges(context).filter(
        ({ status }) => wanted === undefined || wanted === statuses[status],
      );
      return page(
        orders.map((charge) => toOrder(charge, context)),
        numberAt(args, "limit"),
      );
    },
  },
  conekta_create_charge: {
    description: "Adds a charge to an order.",
    input: nativeInput(
      { order_id: text(), amount: integer("Centavos."), payment_method: object({}) },
      "order_id",
    ),
  },
  conekta_refund_charge: {
    description:
      "Gives the charge of an order back, whole or in part. Amount 0 closes an order that nobody has paid yet.",
    input: nativeInput(
      {
        order_id: text(),
        amount: integer("Centavos. Default: all that is left."),
        reason: text("Such as requested_by_client."),
      },
      "order_id",
    ),
    handle(args, context) {
      const refund = { id: generateConektaChargeId(context.random), amount: numberAt(args, "amount") };
      return answer(refundOrClose(context, textAt(args, "order_id") ?? "", refund), context);
    },
  },
  conekta_create_customer: {
    description: "Creates a customer.",
    input: nativeInput({ name: text(), email: text(), phone: text() }, "name", "email"),
    handle(args, context) {
      const id = generateConektaId(context.random, "cus");
      const customer: JsonObject = {
        ...args,
        id,
        object: "customer",
        livemode: false,
        created_at: seconds(context.now),
      };
      context.put(CUSTOMER, id, customer);
      return customer;
    },
  },
  conekta_get_customer: {
    description: "Reads one customer.",
    input: nativeInput({ id: text() }, "id"),
    handle: (args, context) =>
      context.get<JsonObject>(CUSTOMER, textAt(args, "id") ?? "") ??
      new Refusal("not_found", "The customer was not found.", "resource_not_found_error"),
  },
  conekta_list_customers: {
    description: "Lists customers, oldest first.",
    input: nativeInput({ limit: integer() }),
    handle: (args, context) => page(context.list<JsonObject>(CUSTOMER), numberAt(args, "limit")),
  },
  conekta_create_checkout: {
    description: "Creates a hosted payment page (payment link). Amounts are in centavos of MXN.",
    input: nativeInput(
      {
        name: text(),
        type: oneOf("PaymentLink"),
        recurrent: { type: "boolean" },
        expires_at: integer("Unix seconds."),
        allowed_payment_methods: list(oneOf("card", "cash", "bank_transfer")),
        order_template: object({
          currency: oneOf("MXN"),
          customer_info: customerInfo,
          line_items: lineItems,
          metadata,
        }),
        success_url: text(),
      },
      "name",
      "type",
      "expires_at",
      "allowed_payment_methods",
      "order_template",
    ),
    handle: openCheckout,
  },
  conekta_create_subscription: {
    description: "Subscribes a customer to a plan.",
    input: nativeInput({ customer_id: text(), plan_id: text(), card_id: text() }, "customer_id", "plan_id"),
  },
  conekta_cancel_subscription: {
    description: "Ends a customer's subscription.",
    input: nativeInput({ customer_id: text() }, "customer_id"),
  },
  conekta_list_payment_sources: {
    description: "Lists a customer's stored cards.",
    input: nativeInput({ customer_id: text() }, "customer_id"),
  },
};

/** Conekta, Mexico: centavos, Unix seconds, orders `ord_…` with one charge; the order is the payment. */
export const conekta = defineServer({
  id: "conekta",
  tools,
  due: {
    ...chargeDue,
    ...checkoutDue((_checkout, { random }) => ({
      id: generateConektaId(random, "ord"),
      native: { chargeId: generateConektaChargeId(random) },
    })),
  },
});

function createOrder(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const [wanted, another] = objectsAt(args, "charges");
  const type = textAt(wanted, "payment_method.type") ?? "";
  const method = type === "card" ? cardMethod(args) : methods[type];
  if (wanted === undefined || another !== undefined || method === undefined) return invalid("charges");
  const installments = numberAt(wanted, "payment_method.monthly_installments") ?? 1;
  if (!MONTHS.includes(installments)) return invalid("monthly_installments");
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
    native: {
      chargeId: generateConektaChargeId(context.random),
      customer_info: args.customer_info ?? null,
      metadata: args.metadata ?? {},
    },
  });
  return answerNewCharge(
    charge,
    (made) => toOrder(made, context),
    (reason) => (reason === "insufficient_funds" ? "insufficient_funds" : "card_declined"),
  );
}

/** At Conekta the card itself tells; the sandbox has no card, so it believes the order. */
function cardMethod(args: JsonObject): PaymentMethod {
  return textAt(args, "metadata.codespar_method") === "debit_card" ? "debit_card" : "credit_card";
}

function openCheckout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const allowed = textsAt(args, "allowed_payment_methods");
  const offered = allowed.map((name) => pageMethods[name]).filter((method) => method !== undefined);
  if (offered.length === 0 || offered.length < allowed.length) return invalid("allowed_payment_methods");
  const items = objectsAt(args, "order_template.line_items");
  const amount = itemsAmount(items);
  const expiresAt = numberAt(args, "expires_at");
  const checkout = createCheckout(context, {
    id: generateUuid(context.random),
    amount,
    currency: "MXN",
    methods: offered,
    expiresAt: expiresAt === undefined ? undefined : expiresAt * 1000,
    reference: textAt(args, "order_template.metadata.reference"),
    description: textAt(args, "name"),
  });
  if (checkout instanceof Refusal) return checkout;
  return {
    id: checkout.id,
    object: "checkout",
    type: "PaymentLink",
    name: checkout.description ?? null,
    status: "Issued",
    livemode: false,
    url: paymentUrl(context.server, `link/${checkout.id}`),
    allowed_payment_methods: allowed,
    expires_at: seconds(checkout.expiresAt),
  };
}

function itemsAmount(items: readonly JsonObject[]): number {
  return items.reduce(
    (sum, item) => sum + (numberAt(item, "quantity") ?? 1) * (numberAt(item, "unit_price") ?? 0),
    0,
  );
}

function answer(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return answerCharge(charge, (found) => toOrder(found, context));
}

function toOrder(charge: Charge, context: SimulationContext): JsonObject {
  return {
    id: charge.id,
    object: "order",
    livemode: false,
    amount: charge.amount,
    amount_refunded: refundedAmount(charge),
    currency: "MXN",
    payment_status: statuses[charge.status],
    customer_info: charge.native?.customer_info ?? null,
    metadata: charge.native?.metadata ?? {},
    created_at: seconds(charge.createdAt),
    updated_at: seconds(charge.updatedAt),
    charges: { object: "list", has_more: false, total: 1, data: [toCharge(charge, context)] },
  };
}

function toCharge(charge: Charge, context: SimulationContext): JsonObject {
  return {
    id: textAt(charge.native, "chargeId") ?? "",
    object: "charge",
    livemode: false,
    order_id: charge.id,
    amount: charge.amount,
    currency: "MXN",
    status: statuses[charge.status],
    created_at: seconds(charge.createdAt),
    paid_at: charge.paidAt === undefined ? null : seconds(charge.paidAt),
    payment_method: toPaymentMethod(charge, context),
    refunds: {
      object: "list",
      data: charge.refunds.map((refund) => ({
        id: refund.id,
        object: "refund",
        amount: -refund.amount,
        status: "refunded",
        created_at: seconds(refund.createdAt),
      })),
    },
  };
}

function toPaymentMethod(charge: Charge, context: SimulationContext): JsonObject {
  const expiry = charge.expiresAt === undefined ? {} : { expires_at: seconds(charge.expiresAt) };
  if (charge.spei !== undefined) {
    const { clabe, reference, trackingKey } = charge.spei;
    return {
      object: "bank_transfer_payment",
      type: "spei",
      bank: bankOfClabe(clabe) ?? "STP",
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
      barcode_url: paymentUrl(context.server, `barcodes/${reference}.png`),
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
  };
}

function page(all: readonly JsonObject[], limit = 20): JsonObject {
  const size = Math.min(limit, 250);
  return { object: "list", has_more: all.length > size, total: all.length, data: all.slice(0, size) };
}

function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `The parameter ${field} is not valid.`, "parameter_validation_error");
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}
