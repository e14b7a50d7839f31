import type { JsonObject, PaymentStatus } from "@codespar/contract";
import { unixSeconds } from "@codespar/formats";
import { type Charge, chargeUrl, pixCode } from "../engines/payments/charge.ts";
import { numberAt, textAt, valueAt } from "../json/read-arguments.ts";
import type { SimulationContext } from "../simulation/provider-definition.ts";
import { describeCharge, hasCharge, readChargeId } from "./describe-charge.ts";
import { nulls, readMetadata, textOrNull } from "./object-fields.ts";
import { allowedTypes, getType } from "./payment-method-type.ts";

/** An intent that was created and not confirmed yet: `args` wait for the confirmation. */
export interface DraftIntent {
  id: string;
  created: number;
  clientSecret: string;
  canceled: boolean;
  /** Seconds since the epoch. */
  canceledAt: number | null;
  cancellationReason: string | null;
  args: JsonObject;
}

export const DRAFT = "draft_intent";

const statuses: Readonly<Record<PaymentStatus, string>> = {
  pending: "requires_action",
  authorized: "requires_capture",
  paid: "succeeded",
  partially_refunded: "succeeded",
  refunded: "succeeded",
  expired: "requires_payment_method",
  failed: "requires_payment_method",
  cancelled: "canceled",
};

/** A confirmed intent, with its charge in full when `expand` asks for it. */
export function describeIntent(
  charge: Charge,
  context: SimulationContext,
  expand: readonly string[],
): JsonObject {
  const isPaid = charge.paidAt !== undefined;
  const isAuthorized = charge.status === "authorized";
  // nobody captured it in time
  const isReleased = charge.status === "expired" && charge.authorizedAt !== undefined;
  const wantsCharge = expand.some((path) => path.startsWith("latest_charge"));
  const native = charge.native ?? {};
  return {
    ...baseFields(native),
    id: charge.id,
    amount: charge.amount,
    amount_capturable: isAuthorized ? charge.amount : 0,
    amount_received: isPaid ? (charge.capturedAmount ?? charge.amount) : 0,
    canceled_at: charge.status === "cancelled" || isReleased ? unixSeconds(charge.updatedAt) : null,
    cancellation_reason: isReleased
      ? "automatic"
      : charge.status === "cancelled"
        ? textOrNull(native, "cancellation_reason")
        : null,
    capture_method: charge.authorizedAt === undefined ? "automatic" : "manual",
    client_secret: textOrNull(native, "client_secret"),
    created: numberAt(native, "created") ?? unixSeconds(charge.createdAt),
    currency: charge.currency.toLowerCase(),
    customer: charge.customer ?? null,
    description: charge.description ?? null,
    last_payment_error: isReleased ? null : describeError(charge),
    latest_charge: !hasCharge(charge)
      ? null
      : wantsCharge
        ? describeCharge(charge, context)
        : readChargeId(charge),
    metadata: valueAt(native, "metadata") ?? {},
    next_action: isPaid || isAuthorized ? null : describeNextAction(charge, context),
    payment_method: charge.status === "failed" ? null : textOrNull(native, "payment_method"),
    payment_method_types: [getType(charge.method)],
    status: isReleased ? "canceled" : statuses[charge.status],
  };
}

/** An intent that waits for its payment method or its confirmation. */
export function describeDraft(draft: DraftIntent): JsonObject {
  const { args, canceled } = draft;
  const hasMethod =
    textAt(args, "payment_method") !== undefined || valueAt(args, "payment_method_data") !== undefined;
  const types = allowedTypes(args);
  return {
    ...baseFields(args),
    id: draft.id,
    amount: numberAt(args, "amount") ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: draft.canceledAt,
    cancellation_reason: draft.cancellationReason,
    capture_method: textAt(args, "capture_method") ?? "automatic_async",
    client_secret: draft.clientSecret,
    created: draft.created,
    currency: (textAt(args, "currency") ?? "").toLowerCase(),
    customer: textOrNull(args, "customer"),
    description: textOrNull(args, "description"),
    last_payment_error: null,
    latest_charge: null,
    metadata: readMetadata(args),
    next_action: null,
    payment_method: textOrNull(args, "payment_method"),
    payment_method_types: types.length === 0 ? ["card"] : types,
    status: canceled ? "canceled" : hasMethod ? "requires_confirmation" : "requires_payment_method",
  };
}

function baseFields(args: JsonObject): JsonObject {
  return {
    ...nulls(
      "application",
      "application_fee_amount",
      "customer_account",
      "excluded_payment_method_types",
      "managed_payments",
      "on_behalf_of",
      "payment_method_configuration_details",
      "payment_record",
      "processing",
      "review",
      "shipping",
      "source",
      "transfer_data",
      "transfer_group",
    ),
    object: "payment_intent",
    allowed_payment_method_types: valueAt(args, "allowed_payment_method_types") ?? null,
    amount_details: { tip: {} },
    automatic_payment_methods: valueAt(args, "automatic_payment_methods") ?? null,
    confirmation_method: "automatic",
    livemode: false,
    payment_method_options: valueAt(args, "payment_method_options") ?? {},
    receipt_email: textOrNull(args, "receipt_email"),
    setup_future_usage: textOrNull(args, "setup_future_usage"),
    statement_descriptor: textOrNull(args, "statement_descriptor"),
    statement_descriptor_suffix: textOrNull(args, "statement_descriptor_suffix"),
  };
}

function describeNextAction(charge: Charge, context: SimulationContext): JsonObject | null {
  if (charge.status !== "pending") return null;
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

function describeError(charge: Charge): JsonObject | null {
  if (charge.status === "expired") {
    return {
      type: "invalid_request_error",
      code: "payment_intent_payment_attempt_expired",
      message: "The payment attempt for this PaymentIntent has expired.",
    };
  }
  if (charge.decline === undefined) return null;
  return {
    type: "card_error",
    code: "card_declined",
    decline_code: charge.decline,
    charge: readChargeId(charge),
    message: "Your card was declined.",
  };
}
