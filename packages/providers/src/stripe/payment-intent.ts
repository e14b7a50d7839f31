import type { Currency, JsonObject, PaymentMethod, PaymentStatus } from "@codespar/contract";
import {
  COMPE_CODES,
  calendarDateAt,
  generateStripeOxxoNumber,
  oxxoExpiry,
  PIX_ISPB,
  randomAlphanumerics,
  SAO_PAULO,
  unixSeconds,
} from "@codespar/formats";
import { answerNewCharge } from "../engines/payments/answer-charge.ts";
import { cancelCharge, getCharge, refundCharge } from "../engines/payments/change-charge.ts";
import { type Charge, type ChargeRefund, refundedAmount } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { chargeUrl } from "../engines/payments/payment-url.ts";
import { pixCode } from "../engines/payments/pix-code.ts";
import { numberAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";

/** Stripe is no bank: its slips and Pix come from a partner. */
export const institution: Institution = {
  ispb: PIX_ISPB.itau,
  compe: COMPE_CODES.itau,
  oxxoReference: generateStripeOxxoNumber,
};

/** An intent that was created and not confirmed yet: `args` wait for the confirmation. */
interface Draft {
  id: string;
  created: number;
  canceled: boolean;
  args: JsonObject;
}

const DRAFT = "draft_intent";
const _DAY = 86_400_000;

const types: Readonly<Record<string, { method: PaymentMethod; currencies: readonly Currency[] }>> = {
  card: { method: "credit_card", currencies: ["BRL", "MXN", "USD"] },
  pix: { method: "pix", currencies: ["BRL"] },
  boleto: { method: "boleto", currencies: ["BRL"] },
  oxxo: { method: "oxxo", currencies: ["MXN"] },
};

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "requires_action",
  paid: "succeeded",
  partially_refunded: "succeeded",
  refunded: "succeeded",
  expired: "requires_payment_method",
  failed: "requires_payment_method",
  cancelled: "canceled",
};

export function createIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = newIntentId(context);
  if (valueAt(args, "confirm") === true) return charge(id, args, context);
  if (numberAt(args, "amount") === undefined) return missing("amount");
  if (textAt(args, "currency") === undefined) return missing("currency");
  const draft: Draft = { id, created: unixSeconds(context.now), canceled: false, args };
  context.put(DRAFT, id, draft);
  return describeDraft(draft);
}

export function confirmIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const draft = context.get<Draft>(DRAFT, textAt(args, "id") ?? "");
  if (draft === undefined || draft.canceled || context.get("charge", draft.id) !== undefined) {
    const found = draft === undefined ? getIntent(args, context) : describeDraft(draft);
    if (found instanceof Refusal) return found;
    return new Refusal(
      "payment_not_pending",
      "This intent cannot be confirmed.",
      "payment_intent_unexpected_state",
    );
  }
  return charge(draft.id, { ...draft.args, ...args }, context, draft.created);
}

export function getIntent(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const found = getCharge(context, id);
  if (!(found instanceof Refusal)) return describeIntent(found, context, textsAt(args, "expand"));
  const draft = context.get<Draft>(DRAFT, id);
  return draft === undefined ? found : describeDraft(draft);
}

export function cancelIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const draft = context.get<Draft>(DRAFT, id);
  if (draft !== undefined && context.get("charge", id) === undefined) {
    const canceled: Draft = { ...draft, canceled: true };
    context.put(DRAFT, id, canceled);
    return describeDraft(canceled);
  }
  const cancelled = cancelCharge(context, id);
  return cancelled instanceof Refusal ? cancelled : describeIntent(cancelled, context, []);
}

export function createRefund(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const intent = textAt(args, "payment_intent") ?? textAt(args, "charge")?.replace(/^ch_/, "pi_") ?? "";
  const id = `re_${randomAlphanumerics(context.random, 24)}`;
  const refunded = refundCharge(context, intent, { id, amount: numberAt(args, "amount") });
  return refunded instanceof Refusal ? refunded : describeRefund(refunded.refund, refunded.charge);
}

export function newIntentId({ random }: SimulationContext): string {
  return `pi_${randomAlphanumerics(random, 24)}`;
}

/** What a charge keeps so that it can be shown as an intent again. */
export function intentFields(
  args: JsonObject,
  id: string,
  context: SimulationContext,
  created?: number,
): JsonObject {
  return {
    created: created ?? unixSeconds(context.now),
    client_secret: `${id}_secret_${randomAlphanumerics(context.random, 25)}`,
    metadata: valueAt(args, "metadata") ?? {},
  };
}

export function describeIntent(
  charge: Charge,
  context: SimulationContext,
  expand: readonly string[],
): JsonObject {
  const type = typeOf(charge.method);
  const isPaid = charge.paidAt !== undefined;
  const chargeId = charge.id.replace(/^pi_/, "ch_");
  const hasCharge = isPaid || charge.status === "failed";
  const wantsCharge = expand.some((path) => path.startsWith("latest_charge"));
  return {
    id: charge.id,
    object: "payment_intent",
    amount: charge.amount,
    amount_received: isPaid ? charge.amount : 0,
    currency: charge.currency.toLowerCase(),
    status: statuses[charge.status],
    created: numberAt(charge.native, "created") ?? unixSeconds(charge.createdAt),
    livemode: false,
    client_secret: textAt(charge.native, "client_secret") ?? null,
    description: charge.description ?? null,
    metadata: valueAt(charge.native, "metadata") ?? {},
    payment_method_types: [type],
    next_action: describeNextAction(charge, context),
    latest_charge: !hasCharge ? null : wantsCharge ? describeCharge(charge, chargeId) : chargeId,
    canceled_at: charge.status === "cancelled" ? unixSeconds(charge.updatedAt) : null,
    last_payment_error: describeError(charge),
  };
}

function charge(id: string, args: JsonObject, context: CallContext, created?: number): JsonObject | Refusal {
  const amount = numberAt(args, "amount");
  if (amount === undefined) return missing("amount");
  const typeName =
    textAt(args, "payment_method_data.type") ?? textAt(args, "payment_method_types.0") ?? "card";
  const type = Object.hasOwn(types, typeName) ? types[typeName] : undefined;
  if (type === undefined)
    return invalid(`The payment method type ${typeName} is not simulated.`, "payment_method_types");
  const code = textAt(args, "currency")?.toUpperCase();
  if (code === undefined) return missing("currency");
  const currency = type.currencies.find((known) => known === code);
  if (currency === undefined) return invalid(`${typeName} does not take the currency ${code}.`, "currency");
  const terms = readTerms(args, type.method, context.now);
  if (terms instanceof Refusal) return terms;
  const made = createCharge(context, {
    ...terms,
    id,
    // the sandbox's cards have the funding that the payment asks for, because there is no real card
    method: textAt(args, "metadata.codespar_method") === "debit_card" ? "debit_card" : type.method,
    amount,
    currency,
    reference: textAt(args, "metadata.reference"),
    description: textAt(args, "description"),
    customer: textAt(args, "customer"),
    cardToken: textAt(args, "payment_method_data.card.token") ?? textAt(args, "payment_method"),
    installments: numberAt(args, "payment_method_options.card.installments.plan.count"),
    institution,
    native: intentFields(args, id, context, created),
  });
  const expand = textsAt(args, "expand");
  return answerNewCharge(
    made,
    (charge) => describeIntent(charge, context, expand),
    (reason) => reason,
  );
}

/** How long the charge can be paid, from `payment_method_options`. */
function readTerms(
  args: JsonObject,
  method: PaymentMethod,
  now: number,
): { dueDate?: string; expiresAt?: number } | Refusal {
  const options = "payment_method_options";
  if (method === "pix") {
    const lifetime = numberAt(args, `${options}.pix.expires_after_seconds`);
    if (lifetime === undefined) return {};
    return lifetime < 10 ? tooEarly() : { expiresAt: now + lifetime * 1000 };
  }
  if (method === "boleto") {
    const days = numberAt(args, `${options}.boleto.expires_after_days`);
    if (days === undefined) return {};
    if (days < 0 || days > 60) return tooEarly();
    return { dueDate: calendarDateAt(now, SAO_PAULO, days) };
  }
  if (method === "oxxo") {
    const days = numberAt(args, `${options}.oxxo.expires_after_days`);
    if (days === undefined) return {};
    return days < 1 || days > 7 ? tooEarly() : { expiresAt: oxxoExpiry(now, days) };
  }
  return {};
}

function describeNextAction(charge: Charge, context: SimulationContext): JsonObject | null {
  const expiry = unixSeconds(charge.expiresAt ?? charge.createdAt);
  if (charge.pix !== undefined) {
    return {
      type: "pix_display_qr_code",
      pix_display_qr_code: {
        data: pixCode(context, charge),
        expires_at: expiry,
        hosted_instructions_url: chargeUrl(context, charge.id),
        image_url_png: chargeUrl(context, charge.id, "qr.png"),
        image_url_svg: chargeUrl(context, charge.id, "qr.svg"),
      },
    };
  }
  if (charge.boleto !== undefined) {
    return {
      type: "boleto_display_details",
      boleto_display_details: {
        number: charge.boleto.line,
        expires_at: expiry,
        hosted_voucher_url: chargeUrl(context, charge.id),
        pdf: chargeUrl(context, charge.id, "boleto.pdf"),
      },
    };
  }
  if (charge.oxxo === undefined) return null;
  return {
    type: "oxxo_display_details",
    oxxo_display_details: {
      number: charge.oxxo.reference,
      expires_after: expiry,
      hosted_voucher_url: chargeUrl(context, charge.id),
    },
  };
}

function describeCharge(charge: Charge, id: string): JsonObject {
  return {
    id,
    object: "charge",
    amount: charge.amount,
    amount_refunded: refundedAmount(charge),
    currency: charge.currency.toLowerCase(),
    created: unixSeconds(charge.paidAt ?? charge.updatedAt),
    livemode: false,
    paid: charge.paidAt !== undefined,
    refunded: charge.status === "refunded",
    payment_intent: charge.id,
    payment_method_details: describeMethod(charge),
    refunds: {
      object: "list",
      has_more: false,
      data: charge.refunds.map((refund) => describeRefund(refund, charge)),
    },
  };
}

function describeMethod(charge: Charge): JsonObject {
  const type = typeOf(charge.method);
  if (charge.pix !== undefined) return { type, pix: { bank_transaction_id: charge.pix.endToEndId ?? null } };
  if (charge.boleto !== undefined) return { type, boleto: {} };
  if (charge.oxxo !== undefined) return { type, oxxo: { number: charge.oxxo.reference } };
  if (charge.card === undefined) return { type };
  const { brand, last4, installments, authorizationCode } = charge.card;
  return {
    type,
    card: {
      brand,
      last4,
      funding: charge.method === "debit_card" ? "debit" : "credit",
      authorization_code: authorizationCode,
      installments:
        installments === 1 ? null : { plan: { type: "fixed_count", interval: "month", count: installments } },
    },
  };
}

function describeRefund(refund: ChargeRefund, charge: Charge): JsonObject {
  return {
    id: refund.id,
    object: "refund",
    amount: refund.amount,
    currency: charge.currency.toLowerCase(),
    created: unixSeconds(refund.createdAt),
    charge: charge.id.replace(/^pi_/, "ch_"),
    payment_intent: charge.id,
    status: "succeeded",
    // the live API has the hash for a Pix, and leaves it empty
    ...(refund.endToEndId === undefined
      ? {}
      : { destination_details: { type: "pix", pix: { reference: refund.endToEndId } } }),
  };
}

function describeError(charge: Charge): JsonObject | null {
  if (charge.status === "expired") {
    return { type: "invalid_request_error", code: "payment_intent_payment_attempt_expired" };
  }
  if (charge.decline === undefined) return null;
  return { type: "card_error", code: "card_declined", decline_code: charge.decline };
}

function describeDraft({ id, created, canceled, args }: Draft): JsonObject {
  return {
    id,
    object: "payment_intent",
    amount: numberAt(args, "amount") ?? 0,
    amount_received: 0,
    currency: textAt(args, "currency") ?? "",
    status: canceled ? "canceled" : "requires_confirmation",
    created,
    livemode: false,
    description: textAt(args, "description") ?? null,
    metadata: valueAt(args, "metadata") ?? {},
    payment_method_types: valueAt(args, "payment_method_types") ?? ["card"],
    next_action: null,
    latest_charge: null,
  };
}

function typeOf(method: PaymentMethod): string {
  return method === "credit_card" || method === "debit_card" ? "card" : method;
}

function missing(field: string): Refusal {
  return new Refusal("invalid_request", `Missing required param: ${field}.`, "parameter_missing");
}

function invalid(message: string, field: string): Refusal {
  return new Refusal("invalid_request", message, `parameter_invalid_${field}`);
}

function tooEarly(): Refusal {
  return new Refusal("invalid_due_date", "The payment would expire outside the time that the method allows.");
}
