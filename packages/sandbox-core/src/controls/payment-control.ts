import type { SimulatedProvider, SimulationState } from "@codespar/providers/simulated";
import {
  CHARGE_KIND,
  type Charge,
  closeDispute,
  confirmCharge,
  disputeCharge,
  expireCharge,
  pixCode,
  Refusal,
  refundCharge,
  rejectCharge,
  type SimulationContext,
} from "@codespar/providers/simulated";
import { drawQr } from "../qr/draw-qr.ts";

/** What the customer does, done by the test. */
export interface PaymentControl {
  /** The customer pays now; resolves once CodeSpar knows. Throws when there is no such payment, or it cannot be paid. */
  confirm(paymentId: string): Promise<void>;
  /** The payer's bank says no. Throws when the payment waits for nobody any more. */
  fail(paymentId: string): Promise<void>;
  /** It is too late to pay. Throws when the payment waits for nobody any more. */
  expire(paymentId: string): Promise<void>;
  /** The provider gives back `amount` minor units, or all that is left, as somebody does in its own dashboard. */
  refund(paymentId: string, amount?: number): Promise<void>;
  /** The payer contests a payment that was made. Throws when it is not paid, or disputed already. @default reason "fraudulent" */
  dispute(paymentId: string, reason?: string): Promise<void>;
  /** Somebody decides a dispute: `won`, the merchant gets the money back; `lost`, the payer keeps it. Throws when none is open. */
  closeDispute(paymentId: string, outcome: "won" | "lost"): Promise<void>;
  /**
   * The picture that the customer scans: a PNG of the Pix code. It is drawn when it is asked for; the pictures in responses
   * are one white pixel. Throws when there is no such payment, or it is not a Pix.
   */
  qrCode(paymentId: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function paymentControl(world: {
  state: SimulationState;
  provider(id: string): SimulatedProvider | undefined;
  settle(): Promise<void>;
}): PaymentControl {
  function find(paymentId: string) {
    const found = world.state.findById(CHARGE_KIND, paymentId);
    const provider = found === undefined ? undefined : world.provider(found.key.server);
    if (found !== undefined && provider !== undefined) return { ...found, provider };
    throw new Error(`There is no payment ${paymentId} in this sandbox. Pass the payment_id of codespar_pay.`);
  }

  /** Does it at the provider, and waits until CodeSpar knows. */
  async function change(
    paymentId: string,
    work: (context: SimulationContext) => object | Refusal,
  ): Promise<void> {
    const { key, provider } = find(paymentId);
    const outcome = provider.within(key.account, work);
    if (outcome instanceof Refusal) throw new Error(outcome.message);
    await world.settle();
  }

  return {
    confirm: (paymentId) => change(paymentId, (context) => confirmCharge(context, paymentId)),
    fail: (paymentId) => change(paymentId, (context) => rejectCharge(context, paymentId)),
    expire: (paymentId) => change(paymentId, (context) => expireCharge(context, paymentId)),
    refund: (paymentId, amount) =>
      change(paymentId, (context) => {
        const id = `refund_${context.nextNumber("control refund")}`;
        return refundCharge(context, paymentId, { id, amount });
      }),
    dispute: (paymentId, reason = "fraudulent") =>
      change(paymentId, (context) => {
        const id = `dispute_${context.nextNumber("control dispute")}`;
        return disputeCharge(context, paymentId, { id, reason });
      }),
    closeDispute: (paymentId, outcome) =>
      change(paymentId, (context) => closeDispute(context, paymentId, outcome)),
    async qrCode(paymentId) {
      const { key, document, provider } = find(paymentId);
      // the kind says what the document is
      const charge = document as unknown as Charge;
      const code = provider.within(key.account, (context) => pixCode(context, charge));
      if (code === "") throw new Error(`Payment ${paymentId} is a ${charge.method}, not a Pix.`);
      return drawQr(code);
    },
  };
}
