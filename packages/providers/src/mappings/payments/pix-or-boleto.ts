import { ProviderRefusal } from "@codespar/backend/ports";
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

/** No bank's API gives a paid boleto back: nobody knows the payer's account. */
export function boletoKept(): ProviderRefusal {
  return new ProviderRefusal({
    code: "action_not_offered",
    message:
      "A bank gives no paid boleto back by its API. Return the money by a Pix or transfer to the payer's account.",
  });
}
