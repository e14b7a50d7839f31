import type { PayDialect } from "./translate-pay.ts";

export interface PixOrSlip {
  pix: PayDialect;
  slip: PayDialect;
  /** Tells by its shape whether a payment's id is that of a slip. */
  isSlip(paymentId: string): boolean;
}

/** For banks, where Pix and boleto are two APIs. */
export function pixOrSlip({ pix, slip, isSlip }: PixOrSlip): PayDialect {
  const dialectOf = (paymentId: string) => (isSlip(paymentId) ? slip : pix);
  return {
    create: (request, native, context) =>
      (request.method === "boleto" ? slip : pix).create(request, native, context),
    get: (paymentId, native, context) => dialectOf(paymentId).get(paymentId, native, context),
    refund: (request, native, context) => dialectOf(request.paymentId).refund(request, native, context),
    cancel: (paymentId, native, context) => dialectOf(paymentId).cancel(paymentId, native, context),
  };
}
