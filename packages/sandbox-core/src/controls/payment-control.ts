import type { SimulatedProvider, SimulationState } from "@codespar/providers/simulated";
import { CHARGE_KIND, type Charge, confirmCharge, pixCode, Refusal } from "@codespar/providers/simulated";
import { drawQr } from "../qr/draw-qr.ts";

/** What the customer does, done by the test. */
export interface PaymentControl {
  /** The customer pays now; resolves once CodeSpar knows. Throws when there is no such payment, or it cannot be paid. */
  confirm(paymentId: string): Promise<void>;
  /**
   * The picture that the customer scans: a PNG of the Pix code. It is drawn when it is asked for; the pictures in answers
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

  return {
    async confirm(paymentId) {
      const { key, provider } = find(paymentId);
      const confirmed = provider.within(key.account, (context) => confirmCharge(context, paymentId));
      if (confirmed instanceof Refusal) throw new Error(confirmed.message);
      await world.settle();
    },
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
