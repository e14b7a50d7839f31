import type { NativeCalls, Translate, TranslationContext } from "@codespar/backend/ports";
import type { Currency, PayInput, PaymentMethod, PaymentStatus, PayOutput, Refund } from "@codespar/contract";

/** A payment to be made: what `create` certainly has, beside the rest of the input. */
export interface PaymentRequest extends PayInput {
  method: PaymentMethod;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** What the provider keeps as its external reference: the caller's own, else the operation's id. */
  reference: string;
  installments: number;
}

export interface RefundRequest {
  paymentId: string;
  /** Minor units; all that is left when absent. */
  amount?: number | undefined;
}

/** How one server does each of the four actions of `codespar_pay`. */
export interface PaymentMapping {
  create(request: PaymentRequest, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  get(paymentId: string, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  refund(request: RefundRequest, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
  cancel(paymentId: string, native: NativeCalls, context: TranslationContext): Promise<PayOutput>;
}

/** Sorts out the action; the input has been validated before it comes here. */
export function translatePay(mapping: PaymentMapping): Translate<PayInput, PayOutput> {
  return async (input, native, context) => {
    const action = input.action ?? "create";
    switch (action) {
      case "create":
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
  };
}

function readPaymentId({ payment_id }: PayInput): string {
  if (payment_id === undefined) throw new TypeError("This action needs payment_id.");
  return payment_id;
}
