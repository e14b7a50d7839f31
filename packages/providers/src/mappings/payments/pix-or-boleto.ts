import type { PaymentMapping } from "./translate-pay.ts";

export interface PixOrBoleto {
  pix: PaymentMapping;
  boleto: PaymentMapping;
  /** Decides by its shape whether a payment's id is that of a boleto. */
  isBoleto(paymentId: string): boolean;
}

/** For banks, where Pix and boleto are two APIs. */
export function pixOrBoleto({ pix, boleto, isBoleto }: PixOrBoleto): PaymentMapping {
  const selectMapping = (paymentId: string) => (isBoleto(paymentId) ? boleto : pix);
  return {
    create: (request, native, context) =>
      (request.method === "boleto" ? boleto : pix).create(request, native, context),
    get: (paymentId, native, context) => selectMapping(paymentId).get(paymentId, native, context),
    refund: (request, native, context) => selectMapping(request.paymentId).refund(request, native, context),
    cancel: (paymentId, native, context) => selectMapping(paymentId).cancel(paymentId, native, context),
  };
}
