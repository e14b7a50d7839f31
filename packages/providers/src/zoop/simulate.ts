import type { JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import { answerCharge, answerNewCharge } from "../engines/payments/answer-charge.ts";
import { chargeDue, getCharge, listCharges } from "../engines/payments/change-charge.ts";
import type { Charge } from "../engines/payments/charge.ts";
import { utcSeconds } from "../engines/payments/charge-notice.ts";
import { createCharge, ITAU } from "../engines/payments/create-charge.ts";
import { generateZoopId } from "../engines/payments/payment-provider-id.ts";
import { paymentUrl } from "../engines/payments/payment-url.ts";
import { pixCode } from "../engines/payments/pix-code.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { receivedAmount } from "../engines/payments/received-amount.ts";
import { refundOrClose } from "../engines/payments/refund-or-close.ts";
import { numberAt, textAt } from "../json/read-arguments.ts";
import { integer, list, nativeInput, object, oneOf, text } from "../simulation/native-input.ts";
import {
  type CallContext,
  defineServer,
  Refusal,
  type SimulatedTool,
  type SimulationContext,
} from "../simulation/provider-definition.ts";

const BUYER = "buyer";
const methods: Readonly<Record<string, PaymentMethod>> = {
  pix: "pix",
  boleto: "boleto",
  credit: "credit_card",
};
const paymentTypes: Readonly<Partial<Record<PaymentMethod, string>>> = {
  pix: "pix",
  boleto: "boleto",
  credit_card: "credit",
};
const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "pending",
  paid: "succeeded",
  partially_refunded: "succeeded",
  refunded: "refunded",
  expired: "canceled",
  cancelled: "canceled",
  failed: "failed",
};

const transactionFields = {
  amount: integer("Cents."),
  currency: oneOf("BRL"),
  description: text(),
  reference_id: text("Your own id of the order."),
  on_behalf_of: text("Seller id."),
  customer: text("Buyer id."),
};

const tools: Record<string, SimulatedTool> = {
  zoop_create_transaction: {
    description: "Creates a transaction by Pix, boleto or credit card. Amounts are in cents.",
    input: nativeInput(
      {
        ...transactionFields,
        payment_type: oneOf("pix", "boleto", "credit"),
        token: text("Card token."),
        installment_plan: object({ mode: oneOf("interest_free"), number_installments: integer() }),
        payment_method: object({ expiration_date: text("Due date of a boleto, YYYY-MM-DD.") }),
        pix_expiration_date_time: text("ISO 8601."),
      },
      "amount",
      "payment_type",
    ),
    handle: (args, context) => createTransaction(args, context, methods[textAt(args, "payment_type") ?? ""]),
  },
  zoop_get_transaction: {
    description: "Reads one transaction of any payment type.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
    handle: getTransaction,
  },
  zoop_list_transactions: {
    description: "Lists transactions, oldest first.",
    input: nativeInput({ limit: integer("At most 100."), offset: integer(), status: text() }),
    handle(args, context) {
      const status = textAt(args, "status");
      const all = listCharges(context).map((charge) => toTransaction(charge, context));
      const matching = all.filter((transaction) => status === undefined || transaction.status === status);
      const offset = numberAt(args, "offset") ?? 0;
      const limit = Math.min(numberAt(args, "limit") ?? 20, 100);
      const items = matching.slice(offset, offset + limit);
      return {
        resource: "list",
        items,
        limit,
        offset,
        total: matching.length,
        has_more: offset + limit < matching.length,
      };
    },
  },
  zoop_refund_transaction: {
    description:
      "Voids a transaction (estorno), whole or in part. Amount 0 closes a Pix or boleto that nobody has paid yet.",
    input: nativeInput(
      {
        transaction_id: text(),
        on_behalf_of: text(),
        amount: integer("Cents. Default: all that is left."),
      },
      "transaction_id",
    ),
    handle(args, context) {
      const voided = refundOrClose(context, transactionIdOf(args), {
        id: generateZoopId(context.random),
        amount: numberAt(args, "amount"),
      });
      return answerCharge(voided, (charge) => toTransaction(charge, context));
    },
  },
  zoop_create_pix_payment: {
    description: "Creates a Pix transaction with its QR code. Amounts are in cents.",
    input: nativeInput({ ...transactionFields, pix_expiration_date_time: text("ISO 8601.") }, "amount"),
    handle: (args, context) => createTransaction(args, context, "pix"),
  },
  zoop_get_pix_payment: {
    description: "Reads one Pix transaction with its QR code.",
    input: nativeInput({ transaction_id: text() }, "transaction_id"),
    handle: getTransaction,
  },
  zoop_create_buyer: {
    description: "Creates a buyer.",
    input: nativeInput(
      { first_name: text(), last_name: text(), taxpayer_id: text("CPF or CNPJ."), email: text() },
      "first_name",
    ),
    handle(args, context) {
      const id = generateZoopId(context.random);
      const buyer: JsonObject = { ...args, id, resource: "buyer", created_at: utcSeconds(context.now) };
      context.put(BUYER, id, buyer);
      return buyer;
    },
  },
  zoop_create_seller: {
    description: "Creates a seller of the marketplace.",
    input: nativeInput({ taxpayer_id: text(), first_name: text(), email: text() }, "taxpayer_id"),
  },
  zoop_get_seller: {
    description: "Reads one seller.",
    input: nativeInput({ seller_id: text() }, "seller_id"),
  },
  zoop_list_sellers: {
    description: "Lists sellers.",
    input: nativeInput({ limit: integer(), offset: integer() }),
  },
  zoop_create_split_rule: {
    description: "Divides a transaction among sellers.",
    input: nativeInput(
      { transaction_id: text(), recipient: text(), amount: integer("Cents."), percentage: integer() },
      "transaction_id",
      "recipient",
    ),
  },
  zoop_create_card_token: {
    description: "Makes a card token. Card numbers belong in Zoop's own form.",
    input: nativeInput({ holder_name: text(), expiration_month: text(), expiration_year: text() }),
  },
  zoop_create_transfer: {
    description: "Transfers a seller's balance to a bank account.",
    input: nativeInput({ bank_account_id: text(), amount: integer("Cents.") }, "bank_account_id", "amount"),
  },
  zoop_get_balance: {
    description: "Reads the seller's balance in cents.",
    input: nativeInput({ seller_id: text() }),
    handle: (_args, context) => ({
      resource: "balance",
      currency: "BRL",
      account_balance: receivedAmount(context),
      current_balance: receivedAmount(context),
    }),
  },
  zoop_get_receivables: {
    description: "Lists what a seller will receive.",
    input: nativeInput({ seller_id: text(), items: list(text()) }),
  },
};

/** Zoop, Brazil: cents, UTC times, ids of thirty-two hexadecimal digits, a history on every transaction. */
export const zoop = defineServer({ id: "zoop", tools, due: { ...chargeDue } });

function createTransaction(
  args: JsonObject,
  context: CallContext,
  method: PaymentMethod | undefined,
): JsonObject | Refusal {
  if (method === undefined) {
    return new Refusal(
      "invalid_request",
      "payment_type is not one of pix, boleto, credit.",
      "invalid_parameter",
    );
  }
  const expiresAt = readExpiry(textAt(args, "pix_expiration_date_time"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const charge = createCharge(context, {
    id: generateZoopId(context.random),
    method,
    amount: numberAt(args, "amount") ?? 0,
    currency: "BRL",
    reference: textAt(args, "reference_id"),
    description: textAt(args, "description"),
    customer: textAt(args, "customer"),
    dueDate: method === "boleto" ? textAt(args, "payment_method.expiration_date")?.slice(0, 10) : undefined,
    expiresAt: method === "pix" ? expiresAt : undefined,
    cardToken: textAt(args, "token"),
    installments: numberAt(args, "installment_plan.number_installments"),
    institution: ITAU,
    native: { part: generateZoopId(context.random) },
  });
  return answerNewCharge(
    charge,
    (made) => toTransaction(made, context),
    (reason) => (reason === "insufficient_funds" ? "insufficient_funds" : "card_declined"),
  );
}

function getTransaction(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  return answerCharge(getCharge(context, transactionIdOf(args)), (charge) => toTransaction(charge, context));
}

function toTransaction(charge: Charge, context: SimulationContext): JsonObject {
  const transaction: JsonObject = {
    id: charge.id,
    resource: "transaction",
    status: statuses[charge.status],
    amount: charge.amount,
    original_amount: charge.amount,
    currency: "BRL",
    payment_type: paymentTypes[charge.method] ?? "pix",
    description: charge.description ?? null,
    reference_id: charge.reference ?? null,
    customer: charge.customer ?? null,
    created_at: utcSeconds(charge.createdAt),
    updated_at: utcSeconds(charge.updatedAt),
    payment_method: toPaymentMethod(charge, context),
    history: historyOf(charge),
  };
  if (charge.card !== undefined) {
    transaction.installment_plan = {
      mode: "interest_free",
      number_installments: charge.card.installments,
    };
  }
  return transaction;
}

function toPaymentMethod(charge: Charge, context: SimulationContext): JsonObject {
  const id = textAt(charge.native, "part") ?? "";
  if (charge.pix !== undefined) {
    return {
      id,
      resource: "pix",
      expiration_date: utcSeconds(charge.expiresAt ?? charge.createdAt),
      qr_code: { emv: pixCode(context, charge), url: paymentUrl(context.server, `pix/${id}.png`) },
      ...(charge.pix.endToEndId === undefined ? {} : { end_to_end_id: charge.pix.endToEndId }),
    };
  }
  if (charge.boleto !== undefined) {
    return {
      id,
      resource: "boleto",
      // what Zoop calls the barcode is the digitable line
      barcode: charge.boleto.line,
      expiration_date: charge.boleto.dueDate,
      url: paymentUrl(context.server, `boleto/${id}.pdf`),
    };
  }
  return {
    id,
    resource: "card",
    card_brand: charge.card?.brand ?? "",
    last4_digits: charge.card?.last4 ?? "",
  };
}

/** What happened to the transaction, oldest first. */
function historyOf(charge: Charge): JsonObject[] {
  const event = (operation_type: string, at: number, more: JsonObject = {}): JsonObject => ({
    transaction: charge.id,
    operation_type,
    status: "succeeded",
    amount: charge.amount,
    created_at: utcSeconds(at),
    ...more,
  });
  const history = [event("created", charge.createdAt)];
  if (charge.paidAt !== undefined) {
    const authorization =
      charge.card === undefined ? {} : { authorization_code: charge.card.authorizationCode };
    history.push(event("paid", charge.paidAt, authorization));
  }
  for (const refund of charge.refunds) {
    const endToEnd = refund.endToEndId === undefined ? {} : { end_to_end_id: refund.endToEndId };
    history.push(event("void", refund.createdAt, { id: refund.id, amount: refund.amount, ...endToEnd }));
  }
  if (charge.status === "expired" || charge.status === "cancelled") {
    history.push(event(charge.status === "expired" ? "expired" : "canceled", charge.updatedAt));
  }
  return history;
}

function transactionIdOf(args: JsonObject): string {
  return textAt(args, "transaction_id") ?? "";
}
