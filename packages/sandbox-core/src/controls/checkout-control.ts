import type { Currency, PaymentMethod } from "@codespar/contract";
import type { DocumentKey, SimulatedProvider, SimulationState } from "@codespar/providers/simulated";
import {
  CHARGE_KIND,
  CHECKOUT_KIND,
  type Charge,
  type Checkout,
  pixCode,
} from "@codespar/providers/simulated";

/** What the customer sees on a hosted page after choosing how to pay. */
export interface CheckoutView {
  payment_id: string;
  method: PaymentMethod;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** The text that the QR code holds. */
  pix?: { qr_code: string; txid: string } | undefined;
  boleto?: { digitable_line: string; barcode: string; due_date: string } | undefined;
  spei?: { clabe: string; reference: string } | undefined;
  oxxo?: { reference: string } | undefined;
}

/** What the customer does on a page of `codespar_checkout`, done by the test. */
export interface CheckoutControl {
  /**
   * The customer opens the page and chooses a method; pays by themselves as the clock moves.
   * @param options.method Any that the page offers but a card. Defaults to the first that is not a boleto.
   */
  open(checkoutId: string, options?: { method?: PaymentMethod | undefined }): Promise<CheckoutView>;
  /** The customer pays now; resolves once CodeSpar knows. */
  pay(checkoutId: string): Promise<void>;
}

export function checkoutControl(world: {
  state: SimulationState;
  now(): number;
  provider(id: string): SimulatedProvider | undefined;
  settle(): Promise<void>;
}): CheckoutControl {
  function find(checkoutId: string): { key: DocumentKey; checkout: Checkout; provider: SimulatedProvider } {
    const found = world.state.findById(CHECKOUT_KIND, checkoutId);
    const provider = found === undefined ? undefined : world.provider(found.key.server);
    if (found === undefined || provider === undefined) {
      throw new Error(
        `There is no checkout ${checkoutId} in this sandbox. Pass the checkout_id of codespar_checkout.`,
      );
    }
    // the kind says what the document is
    return { key: found.key, checkout: found.document as unknown as Checkout, provider };
  }

  function findOpen(checkoutId: string) {
    const found = find(checkoutId);
    if (found.checkout.status === "open") return found;
    throw new Error(`Checkout ${checkoutId} is ${found.checkout.status}; only an open one can be paid.`);
  }

  return {
    async open(checkoutId, { method } = {}) {
      await world.settle();
      const { key, checkout, provider } = findOpen(checkoutId);
      const chosen = chooseMethod(checkout, method);
      if (checkout.chosen === undefined) {
        provider.within(key.account, (context) =>
          context.put(CHECKOUT_KIND, checkoutId, { ...checkout, chosen: { method: chosen } }),
        );
        provider.runDue({ ...key, at: world.now(), task: "open_checkout" });
      }
      const paymentId = find(checkoutId).checkout.chosen?.paymentId ?? "";
      const view = provider.within(key.account, (context) => {
        const charge = context.get<Charge>(CHARGE_KIND, paymentId);
        return charge === undefined ? undefined : describeCharge(charge, pixCode(context, charge));
      });
      if (view === undefined)
        throw new Error(`${key.server} shows nothing on the page of checkout ${checkoutId}.`);
      return view;
    },
    async pay(checkoutId) {
      await world.settle();
      const { key, provider } = findOpen(checkoutId);
      provider.runDue({ ...key, at: world.now(), task: "complete_checkout" });
      await world.settle();
    },
  };
}

function chooseMethod({ id, methods, chosen }: Checkout, wanted: PaymentMethod | undefined): PaymentMethod {
  if (chosen !== undefined) {
    if (wanted === undefined || wanted === chosen.method) return chosen.method;
    throw new Error(`The customer has chosen ${chosen.method} on checkout ${id} already.`);
  }
  const offered: PaymentMethod[] = methods.filter(
    (method) => method !== "credit_card" && method !== "debit_card",
  );
  const method = wanted ?? offered.find((method) => method !== "boleto" && method !== "oxxo") ?? offered[0];
  if (method !== undefined && offered.includes(method)) return method;
  throw new Error(
    `Checkout ${id} offers ${methods.join(", ")}. Open it with one that shows something to pay by; for a card call pay().`,
  );
}

function describeCharge(charge: Charge, qrCode: string): CheckoutView {
  const { id, method, amount, currency, pix, boleto, spei, oxxo } = charge;
  const view: CheckoutView = { payment_id: id, method, amount, currency };
  if (pix !== undefined) view.pix = { qr_code: qrCode, txid: pix.txid };
  if (boleto !== undefined) {
    view.boleto = { digitable_line: boleto.line, barcode: boleto.barcode, due_date: boleto.dueDate };
  }
  if (spei !== undefined) view.spei = { clabe: spei.clabe, reference: spei.reference };
  if (oxxo !== undefined) view.oxxo = { reference: oxxo.reference };
  return view;
}
