import {
  type NativeCalls,
  ProviderRefusal,
  type Translate,
  type TranslationContext,
} from "@codespar/backend/ports";
import type {
  Currency,
  JsonObject,
  PayInput,
  PaymentMethod,
  PaymentStatus,
  PayOutput,
  Refund,
} from "@codespar/contract";
import { textAt } from "../../json/native-json.ts";

/** A payment to be made: what `create` certainly has, beside the rest of the input. */
export interface PaymentRequest extends PayInput {
  method: PaymentMethod;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** What the provider keeps as its external reference: the caller's own, else the operation's id. */
  reference: string;
  installments: number;
  /** The amount is only held on the card, until it is captured. */
  holds: boolean;
}

interface RefundRequest {
  paymentId: string;
  /** Minor units; all that is left when absent. */
  amount?: number | undefined;
}

interface CaptureRequest {
  paymentId: string;
  /** Minor units; all that is held when absent. The rest is released. */
  amount?: number | undefined;
}

/** How one server does each action of `codespar_pay` on one payment. */
export interface PaymentMapping {
  create(request: PaymentRequest, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  get(paymentId: string, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  refund(request: RefundRequest, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  /** Closes what nobody has paid, and releases what is held. */
  cancel(paymentId: string, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  /** Takes what is held on a card. Absent: the server's cards are charged at once. */
  capture?(request: CaptureRequest, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
}

/** Sorts out the action; the input has been validated before it comes here. */
export function translatePay(mapping: PaymentMapping): Translate<PayInput, PayOutput> {
  return async (input, native, context) => {
    const action = input.action ?? "create";
    switch (action) {
      case "create":
        if (input.capture === "manual" && mapping.capture === undefined) throw noCapture();
        return {
          ...readEcho(input),
          ...(await mapping.create(paymentRequest(input, context), native, context)),
        };
      case "get":
        return mapping.get(readPaymentId(input), native, context);
      case "refund":
        return mapping.refund({ paymentId: readPaymentId(input), amount: input.amount }, native, context);
      case "cancel":
        return mapping.cancel(readPaymentId(input), native, context);
      case "capture":
        if (mapping.capture === undefined) throw noCapture();
        return mapping.capture({ paymentId: readPaymentId(input), amount: input.amount }, native, context);
      case "list":
        throw new TypeError("A list is not translated as a payment.");
      default:
        throw new TypeError(`Unknown action ${action satisfies never}.`);
    }
  };
}

/** What the caller gave to recognise the payment by; what the provider returns of it wins. */
function readEcho({ reference, description, customer }: PayInput): Partial<PayOutput> {
  return {
    ...(reference === undefined ? {} : { reference }),
    ...(description === undefined ? {} : { description }),
    ...(customer === undefined ? {} : { customer }),
  };
}

/** `paid` as the refunds have left it. */
export function statusAfterRefunds(amount: number, refunds: readonly Refund[]): PaymentStatus {
  let refunded = 0;
  for (const refund of refunds) if (refund.status !== "failed") refunded += refund.amount;
  if (refunded === 0) return "paid";
  return refunded < amount ? "partially_refunded" : "refunded";
}

function paymentRequest(input: PayInput, { operationId }: TranslationContext): PaymentRequest {
  const { method, amount, currency, reference, installments } = input;
  if (method === undefined || amount === undefined || currency === undefined) {
    throw new TypeError("A payment needs method, amount and currency.");
  }
  return {
    ...input,
    method,
    amount,
    currency,
    reference: reference ?? operationId,
    installments: installments ?? 1,
    holds: input.capture === "manual",
  };
}

function noCapture(): ProviderRefusal {
  return new ProviderRefusal({
    code: "action_not_offered",
    message: "The cards of this provider are charged at once; it has no call that only holds an amount.",
  });
}

function readPaymentId({ payment_id }: PayInput): string {
  if (payment_id === undefined) throw new TypeError("This action needs payment_id.");
  return payment_id;
}

/** Where a provider keeps what the caller recognises a payment by. */
interface KeptTextPaths {
  reference?: string | undefined;
  description?: string | undefined;
}

/** An operation's own id stands in the reference when the caller gave none. */
const operationId = /^tc_[0-9A-Za-z]+$/;

/** The caller's reference and description, as far as the provider's response has them. */
export function keptText(
  payment: JsonObject,
  { reference, description }: KeptTextPaths,
): Pick<PayOutput, "description" | "reference"> {
  const kept = reference === undefined ? undefined : textAt(payment, reference);
  const said = description === undefined ? undefined : textAt(payment, description);
  return {
    ...(kept === undefined || operationId.test(kept) ? {} : { reference: kept }),
    ...(said === undefined ? {} : { description: said }),
  };
}
