import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { calendarDateAt, randomAlphanumerics, randomNumberText, timeZoneOfCurrency } from "@codespar/formats";
import { declineMessage } from "../engines/payments/card-tokens.ts";
import { chargeDue, getCharge, listCharges, refundCharge } from "../engines/payments/change-charge.ts";
import { type Charge, chargeUrl, showCharge } from "../engines/payments/charge.ts";
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
import { numberAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { wompiTools } from "./tools.ts";

const SOURCE = "payment_source";

/** What is paid in an app is a wallet to the engine; `native.type` says which. */
const methods: Readonly<Record<string, PaymentMethod>> = {
  PSE: "pse",
  CARD: "credit_card",
  NEQUI: "wallet",
  DAVIPLATA: "wallet",
  BANCOLOMBIA_TRANSFER: "wallet",
  BANCOLOMBIA_QR: "wallet",
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

/**
 * Wompi, Colombia: centavos, UTC times with milliseconds, every response in `data`. A card is decided at once, which takes the real one
 * some seconds.
 */
export const wompiSimulation = defineSimulation({
  id: "wompi",
  tools: wompiTools,
  handlers: {
    wompi_create_transaction: createTransaction,
    wompi_get_transaction: (args, context) => response(getCharge(context, readTransactionId(args)), context),
    wompi_list_transactions: listTransactions,
    wompi_void_transaction: voidTransaction,
    wompi_create_payment_link: openCheckout,
    wompi_get_payment_link(args, context) {
      const checkout = getCheckout(context, textAt(args, "payment_link_id") ?? "");
      return checkout instanceof Refusal ? checkout : toPaymentLink(checkout, context);
    },
    wompi_create_payment_source: createPaymentSource,
    wompi_list_pse_banks: () => ({ data: pseBanks }),
    wompi_get_merchant: (_args, { merchant }) => ({
      data: {
        id: 11000,
        name: merchant.name,
        legal_name: merchant.name,
        email: merchant.email,
        active: true,
        accepted_currencies: ["COP"],
        accepted_payment_methods: Object.keys(methods),
        presigned_acceptance: {
          acceptance_token: "sandbox.end_user_policy",
          permalink: "data:text/plain,Terminos%20de%20prueba",
          type: "END_USER_POLICY",
        },
        presigned_personal_data_auth: {
          acceptance_token: "sandbox.personal_data_auth",
          permalink: "data:text/plain,Datos%20personales%20de%20prueba",
          type: "PERSONAL_DATA_AUTH",
        },
      },
    }),
  },
  due: {
    ...chargeDue,
    ...checkoutDue((checkout, { random, now }) => ({
      id: generateWompiId(random, now),
      native: { paymentLinkId: checkout.id },
    })),
  },
});

function createTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const source = findSource(args, context);
  if (source instanceof Refusal) return source;
  const type = textAt(source, "type") ?? textAt(args, "payment_method.type") ?? "";
  const method = methods[type];
  if (method === undefined) return invalid("payment_method.type");
  const reference = textAt(args, "reference");
  if (isUsed(reference, context))
    return new Refusal("invalid_request", "La referencia ya ha sido usada", "reference");
  const expiresAt = readExpiry(textAt(args, "expiration_time"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const charge = createCharge(context, {
    id: generateWompiId(context.random, context.now),
    method,
    amount: numberAt(args, "amount_in_cents") ?? 0,
    currency: "COP",
    reference,
    description: textAt(args, "payment_method.payment_description"),
    customer: textAt(args, "customer_email"),
    expiresAt: method === "credit_card" ? undefined : expiresAt,
    cardToken: textAt(source, "token") ?? textAt(args, "payment_method.token"),
    installments: numberAt(args, "payment_method.installments"),
    native: {
      type,
      redirectUrl: textAt(args, "redirect_url") ?? null,
      sourceId: numberAt(source, "id") ?? null,
    },
    returnUrl: textAt(args, "redirect_url"),
  });
  // a card that was declined is a transaction as any other
  return response(charge, context);
}

/**
 * Whether a reference has a transaction already, which Wompi refuses. A call of CodeSpar's own carries the operation in front of it at
 * the live provider, so that two of them are never the same.
 */
function isUsed(reference: string | undefined, context: CallContext): boolean {
  if (context.operationId.startsWith("tc_")) return false;
  return listCharges(context).some((charge) => charge.reference === reference);
}

function findSource(args: JsonObject, context: CallContext): JsonObject | Refusal | undefined {
  const id = textAt(args, "payment_source_id");
  if (id === undefined) return undefined;
  return context.get<JsonObject>(SOURCE, id) ?? invalid("payment_source_id");
}

function createPaymentSource(args: JsonObject, context: CallContext): JsonObject {
  const id = Number(randomNumberText(context.random, 6));
  const source: JsonObject = {
    id,
    type: args.type ?? "CARD",
    token: args.token ?? "",
    status: "AVAILABLE",
    customer_email: args.customer_email ?? "",
    public_data: { type: args.type ?? "CARD" },
  };
  context.put(SOURCE, String(id), source);
  return { data: source };
}

/** Of an approved card alone (docs.wompi.co, estados finales: VOIDED, sólo aplica para transacciones con Tarjeta). */
function voidTransaction(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const charge = getCharge(context, readTransactionId(args));
  if (charge instanceof Refusal) return charge;
  if (charge.method !== "credit_card")
    return new Refusal("action_not_offered", "Only a card transaction can be voided.", "transaction");
  const refund = { id: randomNumberText(context.random, 10), amount: numberAt(args, "amount_in_cents") };
  const voided = refundCharge(context, charge.id, refund);
  if (voided instanceof Refusal) return voided;
  const transaction = toTransaction(voided.charge, context);
  return { data: { status: "APPROVED", status_message: null, transaction } };
}

function listTransactions(args: JsonObject, context: SimulationContext): JsonObject {
  const { reference, status } = args;
  const matching = listCharges(context).filter((charge) => {
    const isAsked = status === undefined || status === statuses[charge.status];
    const date = calendarDateAt(charge.createdAt, timeZoneOfCurrency("COP"));
    const isIn = date >= (textAt(args, "from_date") ?? "") && date <= (textAt(args, "until_date") ?? "9999");
    const isSame =
      (reference === undefined || reference === charge.reference) &&
      (args.id === undefined || args.id === charge.id) &&
      (args.customer_email === undefined || args.customer_email === charge.customer);
    return isAsked && isIn && isSame;
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

export function toTransaction(charge: Charge, context: SimulationContext): JsonObject {
  const transaction: JsonObject = {
    id: charge.id,
    created_at: isoTime(charge.createdAt),
    finalized_at: charge.status === "pending" ? null : isoTime(charge.paidAt ?? charge.updatedAt),
    amount_in_cents: charge.amount,
    currency: "COP",
    reference: charge.reference ?? null,
    customer_email: charge.customer ?? null,
    payment_method_type: getType(charge),
    payment_method: toPaymentMethod(charge, context),
    status: statuses[charge.status],
    status_message: getMessage(charge),
    shipping_address: null,
    redirect_url: charge.native?.redirectUrl ?? null,
    payment_source_id: charge.native?.sourceId ?? null,
    payment_link_id: charge.native?.paymentLinkId ?? null,
    customer_data: null,
  };
  if (charge.expiresAt !== undefined) transaction.expiration_time = isoTime(charge.expiresAt);
  return transaction;
}

function getType(charge: Charge): string {
  return textAt(charge.native, "type") ?? types[charge.method] ?? "";
}

function toPaymentMethod(charge: Charge, context: SimulationContext): JsonObject {
  const type = getType(charge);
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
