import type { Currency, JsonObject } from "@codespar/contract";
import {
  COMPE_CODES,
  calendarDateAt,
  PIX_ISPB,
  randomNumberText,
  timeZoneOfCurrency,
} from "@codespar/formats";
import {
  cancelCharge,
  captureCharge,
  getCharge,
  listCharges,
  refundCharge,
} from "../engines/payments/change-charge.ts";
import { CHARGE_KIND } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { readExpiry } from "../engines/payments/read-expiry.ts";
import { amountAt } from "../json/native-json.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { readStoredToken } from "./card-token.ts";
import { describePayment, describeRefund } from "./describe-payment.ts";
import { getTerms } from "./money-terms.ts";
import { countries, methods, type NativeMethod } from "./payment-method.ts";

/** Its boletos are Bradesco's (`bolbradesco`), its CLABEs its own. */
export const institution: Institution = {
  ispb: PIX_ISPB.mercadoPago,
  compe: COMPE_CODES.bradesco,
  clabeBank: "722",
};

const DAY = 86_400_000;

/** Days for which an authorised amount is held (mercadopago.com.br and .com.mx /developers, capture-authorized-payment). */
const heldDays: Readonly<Partial<Record<Currency, number>>> = { BRL: 5, MXN: 7 };

/** Of a request, what the payment shows again. */
const echoed = [
  "additional_info",
  "binary_mode",
  "callback_url",
  "issuer_id",
  "metadata",
  "notification_url",
  "payer",
  "statement_descriptor",
];

export function createPayment(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const native = readMethod(args);
  const currency = readCurrency(args) ?? undefined;
  if (currency === undefined) return invalid("currency_id");
  // the live API knows the currency by the account's country, and so by a method that is of one country
  const [only] =
    native?.currencies.length === 1 && textAt(args, "currency_id") === undefined ? native.currencies : [];
  const paid = only ?? currency;
  const amount = amountAt(args, "transaction_amount", paid);
  if (amount === undefined) return invalid("transaction_amount");
  if (native === undefined || !native.currencies.includes(paid)) return invalid("payment_method_id");
  const expiresAt = readExpiry(textAt(args, "date_of_expiration"), context.now);
  if (expiresAt instanceof Refusal) return expiresAt;
  const stored = readStoredToken(context, textAt(args, "token"));
  const charge = createCharge(context, {
    id: newPaymentId(context),
    method: native.method,
    amount,
    currency: paid,
    expiresAt,
    dueDate:
      native.method === "boleto" && expiresAt !== undefined
        ? calendarDateAt(expiresAt, timeZoneOfCurrency(paid))
        : undefined,
    reference: textAt(args, "external_reference"),
    description: textAt(args, "description"),
    cardToken: stored?.token ?? textAt(args, "token"),
    installments: numberAt(args, "installments"),
    capture: valueAt(args, "capture") !== false,
    holdMs: (heldDays[paid] ?? 5) * DAY,
    institution,
    money: getTerms(native.method, paid),
    native: {
      ...pickFields(args, echoed),
      ...(stored === undefined ? {} : { cardholder: stored.cardholder }),
      ...(native.method === "boleto" ? { slip_number: randomNumberText(context.random, 11) } : {}),
      ...(native.method === "pse"
        ? { financial_institution: textAt(args, "transaction_details.financial_institution") ?? null }
        : {}),
    },
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

/** Takes what was authorised: `PUT` with `capture: true`, and an amount for a part of it. */
export function capturePayment(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const found = getCharge(context, id);
  if (found instanceof Refusal) return found;
  const captured = captureCharge(context, id, amountAt(args, "transaction_amount", found.currency));
  return captured instanceof Refusal ? captured : describePayment(captured, context);
}

/** Newest first unless `criteria` is `asc`. */
export function searchPayments(args: JsonObject, context: SimulationContext): JsonObject {
  const reference = textAt(args, "external_reference");
  const status = textAt(args, "status");
  const begin = instantOf(args, "begin_date", context.now) ?? Number.NEGATIVE_INFINITY;
  const end = instantOf(args, "end_date", context.now) ?? Number.POSITIVE_INFINITY;
  const range = textAt(args, "range") ?? "date_created";
  const all = listCharges(context)
    .filter((charge) => {
      const at =
        range === "date_approved"
          ? charge.paidAt
          : range === "date_last_updated"
            ? charge.updatedAt
            : charge.createdAt;
      return at === undefined ? begin === Number.NEGATIVE_INFINITY : at >= begin && at <= end;
    })
    .map((charge) => describePayment(charge, context))
    .filter((payment) => reference === undefined || payment.external_reference === reference)
    .filter((payment) => status === undefined || payment.status === status);
  if (textAt(args, "criteria") !== "asc") all.reverse();
  const offset = numberAt(args, "offset") ?? 0;
  const limit = Math.min(numberAt(args, "limit") ?? 30, 100);
  return { paging: { total: all.length, limit, offset }, results: all.slice(offset, offset + limit) };
}

/** A moment of a search; `NOW` and the like of Mercado Pago's own are not simulated. */
function instantOf(args: JsonObject, name: string, now: number): number | undefined {
  const text = textAt(args, name);
  if (text === undefined) return undefined;
  return text === "NOW" ? now : Date.parse(text);
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

/** The refunds of one payment, oldest first. */
export function listRefunds(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const charge = getCharge(context, textAt(args, "payment_id") ?? "");
  if (charge instanceof Refusal) return charge;
  return { refunds: charge.refunds.map((refund) => describeRefund(refund, charge)) };
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

export function invalid(field: string): Refusal {
  return new Refusal("invalid_request", `The field ${field} is missing or not valid.`, "bad_request");
}

/** The members of these names that are there. */
export function pickFields(args: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    const value = valueAt(args, name);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
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
