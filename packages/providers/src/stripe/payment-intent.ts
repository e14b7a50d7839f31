import type { JsonObject, PaymentMethod } from "@codespar/contract";
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
import {
  cancelCharge,
  captureCharge,
  getCharge,
  listCharges,
  refundCharge,
} from "../engines/payments/change-charge.ts";
import { CHARGE_KIND, type Charge, showNewCharge } from "../engines/payments/charge.ts";
import { createCharge, type Institution } from "../engines/payments/create-charge.ts";
import { isObject } from "../json/native-json.ts";
import { numberAt, textAt, textsAt, valueAt } from "../json/read-arguments.ts";
import { type CallContext, Refusal, type SimulationContext } from "../simulation/provider-definition.ts";
import { describeRefund } from "./describe-charge.ts";
import { DRAFT, type DraftIntent, describeDraft, describeIntent } from "./describe-intent.ts";
import { getTerms } from "./money-terms.ts";
import {
  findCustomerProblem,
  getList,
  invalid,
  isCreatedIn,
  missing,
  noSuch,
  readMetadata,
} from "./object-fields.ts";
import { allowedTypes, methodTypes } from "./payment-method-type.ts";

/** Stripe is no bank: its boletos and Pix come from a partner. */
export const institution: Institution = {
  ispb: PIX_ISPB.itau,
  compe: COMPE_CODES.itau,
  oxxoReference: generateStripeOxxoNumber,
};

export function createIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  if (numberAt(args, "amount") === undefined) return missing("amount");
  if (textAt(args, "currency") === undefined) return missing("currency");
  const problem = findCustomerProblem(context, textAt(args, "customer"));
  if (problem !== undefined) return problem;
  const id = newIntentId(context);
  if (valueAt(args, "confirm") === true) return charge(id, args, context);
  const draft: DraftIntent = {
    id,
    created: unixSeconds(context.now),
    clientSecret: newClientSecret(id, context),
    canceled: false,
    canceledAt: null,
    cancellationReason: null,
    args,
  };
  context.put(DRAFT, id, draft);
  return describeDraft(draft);
}

export function confirmIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const draft = context.get<DraftIntent>(DRAFT, id);
  if (draft === undefined || draft.canceled || context.get(CHARGE_KIND, id) !== undefined) {
    const found = draft === undefined ? getIntent(args, context) : describeDraft(draft);
    if (found instanceof Refusal) return found;
    return unexpectedState("You cannot confirm this PaymentIntent because of its status.");
  }
  return charge(draft.id, { ...draft.args, ...args }, context, draft);
}

/** Takes what was authorised, whole or in part; the rest is released. */
export function captureIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const captured = captureCharge(context, id, numberAt(args, "amount_to_capture"));
  if (captured instanceof Refusal) {
    if (captured.code === "payment_not_found") return noSuch("payment_intent", id);
    if (captured.code === "amount_out_of_range")
      return new Refusal(captured.code, captured.message, "amount_too_large");
    return new Refusal(captured.code, captured.message, "payment_intent_unexpected_state");
  }
  const metadata = valueAt(args, "metadata");
  if (!isObject(metadata)) return describeIntent(captured, context, textsAt(args, "expand"));
  const kept = valueAt(captured.native, "metadata");
  const marked: Charge = {
    ...captured,
    native: { ...captured.native, metadata: { ...(isObject(kept) ? kept : {}), ...readMetadata(args) } },
  };
  context.put(CHARGE_KIND, id, marked);
  return describeIntent(marked, context, textsAt(args, "expand"));
}

export function getIntent(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const found = context.get<Charge>(CHARGE_KIND, id);
  if (found !== undefined) return describeIntent(found, context, textsAt(args, "expand"));
  const draft = context.get<DraftIntent>(DRAFT, id);
  return draft === undefined ? noSuch("payment_intent", id) : describeDraft(draft);
}

export function listIntents(args: JsonObject, context: SimulationContext): JsonObject | Refusal {
  const customer = textAt(args, "customer");
  const matching = allIntents(context, expandFields(args)).filter(
    (intent) => (customer === undefined || intent.customer === customer) && isCreatedIn(args, intent),
  );
  return getList(args, matching, "/v1/payment_intents");
}

/** What a list's `data.…` means for each of its objects. */
export function expandFields(args: JsonObject): string[] {
  return textsAt(args, "expand").map((path) => path.replace(/^data\./, ""));
}

/** Every intent of the account, oldest first. */
export function allIntents(context: SimulationContext, expand: readonly string[]): JsonObject[] {
  const charges = listCharges(context);
  const charged = new Set(charges.map(({ id }) => id));
  const drafts = context.list<DraftIntent>(DRAFT).filter(({ id }) => !charged.has(id));
  return [...charges.map((each) => describeIntent(each, context, expand)), ...drafts.map(describeDraft)].sort(
    (a, b) => Number(a.created) - Number(b.created),
  );
}

export function cancelIntent(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const id = textAt(args, "id") ?? "";
  const reason = textAt(args, "cancellation_reason") ?? null;
  const draft = context.get<DraftIntent>(DRAFT, id);
  if (draft !== undefined && context.get(CHARGE_KIND, id) === undefined) {
    if (draft.canceled)
      return unexpectedState("You cannot cancel this PaymentIntent because it has a status of canceled.");
    const canceled = {
      ...draft,
      canceled: true,
      canceledAt: unixSeconds(context.now),
      cancellationReason: reason,
    };
    context.put(DRAFT, id, canceled);
    return describeDraft(canceled);
  }
  const cancelled = cancelCharge(context, id, reason === null ? {} : { cancellation_reason: reason });
  if (!(cancelled instanceof Refusal)) return describeIntent(cancelled, context, []);
  return cancelled.code === "payment_not_found"
    ? noSuch("payment_intent", id)
    : new Refusal(cancelled.code, cancelled.message, "payment_intent_unexpected_state");
}

export function createRefund(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const intent = textAt(args, "payment_intent") ?? textAt(args, "charge")?.replace(/^ch_/, "pi_");
  if (intent === undefined) {
    const message =
      "One of the following params should be provided for this request: payment_intent or charge.";
    return new Refusal("invalid_request", message, "parameter_missing");
  }
  const found = getCharge(context, intent);
  if (found instanceof Refusal) return noSuch("payment_intent", intent);
  const refunded = refundCharge(context, intent, {
    id: `re_${randomAlphanumerics(context.random, 24)}`,
    amount: numberAt(args, "amount"),
    metadata: readMetadata(args),
    reason: textAt(args, "reason"),
  });
  if (!(refunded instanceof Refusal)) return describeRefund(refunded.refund, refunded.charge);
  return refunded.code === "already_refunded"
    ? new Refusal(
        refunded.code,
        `Charge ${intent.replace(/^pi_/, "ch_")} has already been refunded.`,
        "charge_already_refunded",
      )
    : refunded;
}

export function newIntentId({ random }: SimulationContext): string {
  return `pi_${randomAlphanumerics(random, 24)}`;
}

/** What a charge keeps so that it can be shown as an intent again. */
export function intentFields(
  args: JsonObject,
  id: string,
  context: SimulationContext,
  draft?: Pick<DraftIntent, "clientSecret" | "created">,
): JsonObject {
  const fields: JsonObject = {
    created: draft?.created ?? unixSeconds(context.now),
    client_secret: draft?.clientSecret ?? newClientSecret(id, context),
    metadata: readMetadata(args),
    payment_method: `pm_${randomAlphanumerics(context.random, 24)}`,
  };
  for (const name of [
    "allowed_payment_method_types",
    "automatic_payment_methods",
    "payment_method_options",
    "receipt_email",
    "setup_future_usage",
    "statement_descriptor",
    "statement_descriptor_suffix",
  ]) {
    const value = valueAt(args, name);
    if (value !== undefined) fields[name] = value;
  }
  const billing = valueAt(args, "payment_method_data.billing_details");
  if (isObject(billing)) fields.billing_details = billing;
  const taxId = textAt(args, "payment_method_data.boleto.tax_id");
  if (taxId !== undefined) fields.boleto_tax_id = taxId;
  return fields;
}

function charge(
  id: string,
  args: JsonObject,
  context: CallContext,
  draft?: DraftIntent,
): JsonObject | Refusal {
  const amount = numberAt(args, "amount");
  if (amount === undefined) return missing("amount");
  const allowed = allowedTypes(args);
  const typeName = textAt(args, "payment_method_data.type") ?? allowed[0] ?? "card";
  if (allowed.length > 0 && !allowed.includes(typeName)) {
    const message = `The PaymentMethod provided (${typeName}) is not allowed for this PaymentIntent.`;
    return new Refusal("invalid_request", message, "payment_intent_invalid_parameter");
  }
  const type = Object.hasOwn(methodTypes, typeName) ? methodTypes[typeName] : undefined;
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
    capture: textAt(args, "capture_method") !== "manual",
    institution,
    money: getTerms(type.method, currency),
    native: intentFields(args, id, context, draft),
  });
  const expand = textsAt(args, "expand");
  return showNewCharge(
    made,
    (each) => describeIntent(each, context, expand),
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
    return lifetime < 10 || lifetime > 1_209_600 ? tooEarly() : { expiresAt: now + lifetime * 1000 };
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

function newClientSecret(id: string, { random }: SimulationContext): string {
  return `${id}_secret_${randomAlphanumerics(random, 25)}`;
}

function unexpectedState(message: string): Refusal {
  return new Refusal("payment_not_pending", message, "payment_intent_unexpected_state");
}

function tooEarly(): Refusal {
  return new Refusal("invalid_due_date", "The payment would expire outside the time that the method allows.");
}
