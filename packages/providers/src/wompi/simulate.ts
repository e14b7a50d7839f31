import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { calendarDateAt, randomAlphanumerics, randomNumberText, timeZoneOfCurrency } from "@codespar/formats";
import { declineMessage } from "../engines/payments/card-tokens.ts";
import { chargeDue, getCharge, listCharges } from "../engines/payments/change-charge.ts";
import { type Charge, chargeUrl, showCharge, showNewCharge } from "../engines/payments/charge.ts";
import {
  type Checkout,
  checkoutDue,
  checkoutUrl,
  createCheckout,
  getCheckout,
} from "../engines/payments/checkout.ts";
import { createCharge } from "../engines/payments/create-charge.ts";
import { generateWompiId } from "../engines/payments/payment-provider-id.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { refundOrClose } from "../engines/payments/refund-or-close.ts";
import { numberAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { wompiTools } from "./tools.ts";

const methods: Readonly<Record<string, PaymentMethod>> = {
  PSE: "pse",
  CARD: "credit_card",
  NEQUI: "wallet",
};

const types: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pse: "PSE",
  credit_card: "CARD",
  wallet: "NEQUI",
};

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "PENDING",
  // Wompi takes a card at once
  authorized: "PENDING",
  paid: "APPROVED",
  partially_refunded: "APPROVED",
  refunded: "VOIDED",
  expired: "ERROR",
  cancelled: "VOIDED",
  failed: "DECLINED",
};

/** As ACH Colombia lists them to PSE; 1 is a test bank of Wompi's own. */
const pseBanks = [
  { financial_institution_code: "1", financial_institution_name: "Banco que aprueba" },
  { financial_institution_code: "1007", financial_institution_name: "BANCOLOMBIA" },
  { financial_institution_code: "1051", financial_institution_name: "BANCO DAVIVIENDA" },
  { financial_institution_code: "1507", financial_institution_name: "NEQUI" },
];

/** Wompi, Colombia: centavos, UTC times with milliseconds, every response in `data`. */
export const wompiSimulation = defineSimulation({
  id: "wompi",
  tools: wompiTools,
  handlers: {
    wompi_create_transaction: createTransaction,
    wompi_get_transaction: (args, context) => response(getCharge(context, readTransactionId(args)), context),
    wompi_list_transactions: listTransactions,
    wompi_void_transaction(args, context) {
      const refund = {
        id: randomNumberText(context.random, 10),
        amount: numberAt(args, "amount_in_cents"),
      };
      return response(refundOrClose(context, readTransactionId(args), refund), context);
    },
    wompi_create_payment_link: openCheckout,
    wompi_get_payment_link(args, context) {
      const checkout = getCheckout(context, textAt(args, "payment_link_id") ?? "");
      return checkout instanceof Refusal ? checkout : toPaymentLink(checkout, context);
    },
    wompi_list_pse_banks: () => ({ data: pseBanks }),
    wompi_get_merchant: (_args, { merchant }) => ({
      data: {
        name: merchant.name,
        email: merchant.email,
        active: true,
        accepted_currencies: ["COP"],
        accepted_payment_methods: ["CARD", "PSE", "NEQUI"],
      },
    }),
  },
  due: {
    ...chargeDue,
    ...checkoutDue((_checkout, { random, now }) => ({ id: generateWompiId(random, now) })),
  },
});

function createTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const method = methods[textAt(args, "payment_method.type") ?? ""];
  if (method === undefined) return invalid("payment_method.type");
  const expiresAt = readExpiry(textAt(args, "expiration_time"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const charge = createCharge(context, {
    id: generateWompiId(context.random, context.now),
    method,
    amount: numberAt(args, "amount_in_cents") ?? 0,
    currency: "COP",
    reference: textAt(args, "reference"),
    description: textAt(args, "payment_method.payment_description"),
    customer: textAt(args, "customer_email"),
    expiresAt: method === "credit_card" ? undefined : expiresAt,
    cardToken: textAt(args, "payment_method.token"),
    installments: numberAt(args, "payment_method.installments"),
    native: { redirectUrl: textAt(args, "redirect_url") ?? null },
    returnUrl: textAt(args, "redirect_url"),
  });
  return showNewCharge(
    charge,
    (made) => ({ data: toTransaction(made, context) }),
    () => "DECLINED",
  );
}

function listTransactions(args: JsonObject, context: SimulationContext): JsonObject {
  const { reference, status } = args;
  const matching = listCharges(context).filter((charge) => {
    const isAsked = status === undefined || status === statuses[charge.status];
    const date = calendarDateAt(charge.createdAt, timeZoneOfCurrency("COP"));
    const isIn = date >= (textAt(args, "from_date") ?? "") && date <= (textAt(args, "until_date") ?? "9999");
    return isAsked && isIn && (reference === undefined || reference === charge.reference);
  });
  if (args.order !== "ASC") matching.reverse();
  const size = Math.min(numberAt(args, "page_size") ?? 30, 200);
  const number = numberAt(args, "page") ?? 1;
  const shown = matching.slice((number - 1) * size, number * size);
  return {
    data: shown.map((charge) => toTransaction(charge, context)),
    meta: { page: number, page_size: size, total_results: matching.length },
  };
}

function openCheckout(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const asked = textsAt(args, "payment_methods");
  const names = asked.length === 0 ? Object.keys(methods) : asked;
  const offered = names.map((name) => methods[name]).filter((method) => method !== undefined);
  if (offered.length < names.length) return invalid("payment_methods");
  const expiresAt = readExpiry(textAt(args, "expires_at"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const amount = numberAt(args, "amount_in_cents") ?? 0;
  const checkout = createCheckout(context, {
    id: randomAlphanumerics(context.random, 6),
    amount,
    currency: "COP",
    methods: offered,
    expiresAt,
    reference: textAt(args, "sku"),
    description: textAt(args, "name"),
    returnUrl: textAt(args, "redirect_url"),
  });
  return checkout instanceof Refusal ? checkout : toPaymentLink(checkout, context);
}

function toPaymentLink(checkout: Checkout, context: SimulationContext): JsonObject {
  return {
    data: {
      id: checkout.id,
      name: checkout.description ?? null,
      sku: checkout.reference ?? null,
      active: checkout.status === "open",
      single_use: true,
      currency: "COP",
      amount_in_cents: checkout.amount,
      created_at: isoTime(checkout.createdAt),
      expires_at: isoTime(checkout.expiresAt),
      // at Wompi it is known by rule: https://checkout.wompi.co/l/<id>
      url: checkoutUrl(context, checkout.id),
    },
  };
}

function response(charge: Charge | Refusal, context: SimulationContext): JsonObject | Refusal {
  return showCharge(charge, (found) => ({ data: toTransaction(found, context) }));
}

function toTransaction(charge: Charge, context: SimulationContext): JsonObject {
  const transaction: JsonObject = {
    id: charge.id,
    created_at: isoTime(charge.createdAt),
    finalized_at: charge.status === "pending" ? null : isoTime(charge.paidAt ?? charge.updatedAt),
    amount_in_cents: charge.amount,
    currency: "COP",
    reference: charge.reference ?? null,
    customer_email: charge.customer ?? null,
    payment_method_type: types[charge.method] ?? "",
    payment_method: toPaymentMethod(charge, context),
    status: statuses[charge.status],
    status_message: getMessage(charge),
    redirect_url: charge.native?.redirectUrl ?? null,
  };
  if (charge.expiresAt !== undefined) transaction.expiration_time = isoTime(charge.expiresAt);
  if (charge.refunds.length > 0) {
    transaction.refunds = charge.refunds.map((refund) => ({
      id: refund.id,
      amount_in_cents: refund.amount,
      status: "APPROVED",
      created_at: isoTime(refund.createdAt),
    }));
  }
  return transaction;
}

function toPaymentMethod(charge: Charge, context: SimulationContext): JsonObject {
  const type = types[charge.method] ?? "";
  if (charge.pse !== undefined) {
    return {
      type,
      extra: {
        async_payment_url: chargeUrl(context, charge.id),
        traceability_code: charge.pse.cus,
      },
    };
  }
  if (charge.card === undefined) return { type, extra: {} };
  return {
    type,
    installments: charge.card.installments,
    extra: {
      brand: charge.card.brand.toUpperCase(),
      last_four: charge.card.last4,
      authorization_code: charge.card.authorizationCode,
    },
  };
}

function getMessage({ status, decline, method }: Charge): string | null {
  if (decline !== undefined) return declineMessage(decline);
  if (status === "expired") return "La transacción expiró";
  if (status !== "failed") return null;
  return method === "pse" ? "El banco rechazó el pago" : "La billetera rechazó el pago";
}

function readTransactionId(args: JsonObject): string {
  return textAt(args, "transaction_id") ?? "";
}

function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `${field} is not valid.`, "INPUT_VALIDATION_ERROR");
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
