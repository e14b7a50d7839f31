import { confirmCharge } from "./rails/change-charge.ts";
import { CHARGE_KIND } from "./rails/charge.ts";
import type { SimulatedProvider } from "./simulation/simulated-provider.ts";
import { Refusal } from "./simulation/simulated-server.ts";
import type { SimulationState } from "./simulation/simulation-state.ts";

/** What the customer does, done by the test. */
export interface PaymentControl {
  /** The customer pays now; resolves once CodeSpar knows. Throws when there is no such payment, or it cannot be paid. */
  confirm(paymentId: string): Promise<void>;
}

export function paymentControl(world: {
  state: SimulationState;
  provider(id: string): SimulatedProvider | undefined;
  settle(): Promise<void>;
}): PaymentControl {
  return {
    async confirm(paymentId) {
      const found = world.state.findById(CHARGE_KIND, paymentId);
      const provider = found === undefined ? undefined : world.provider(found.key.server);
      if (found === undefined || provider === undefined) {
        throw new Error(
          `There is no payment ${paymentId} in this sandbox. Pass the payment_id of codespar_pay.`,
        );
      }
      const confirmed = provider.within(found.key.account, (context) => confirmCharge(context, paymentId));
      if (confirmed instanceof Refusal) throw new Error(confirmed.message);
      await world.settle();
    },
  };
}
