import type { Currency, JsonObject, PaymentMethod } from "@codespar/contract";
import { readMagic } from "../../simulation/faults-and-magic.ts";
import { type CallContext, Refusal, type SimulationContext } from "../../simulation/provider-definition.ts";
import type { DeclineReason } from "./card-tokens.ts";
import { cancelCharge, confirmCharge, getCharge } from "./change-charge.ts";
import type { Charge } from "./charge.ts";
import { describeExpiryProblem } from "./charge-limits.ts";
import { createCharge, type NewCharge } from "./create-charge.ts";
import { methodsForAmount } from "./methods-for-amount.ts";
import { utcSeconds } from "./notify-charge.ts";

/** The kind under which every server keeps its hosted pages. */
export const CHECKOUT_KIND = "checkout";

const PAYER_DELAY = 120_000;
const DEFAULT_LIFETIME = 86_400_000;

export interface CheckoutChoice {
  method: PaymentMethod;
  /** The payment that waits on the page. */
  paymentId?: string | undefined;
  /** Of a card. */
  cardToken?: string | undefined;
  installments?: number | undefined;
}

/** A hosted page at one simulated server. Amounts in minor units, times in milliseconds since the epoch. */
export interface Checkout {
  /** As `codespar_checkout` returns it. */
  id: string;
  /** The tool call that made it. */
  operationId: string;
  amount: number;
  currency: Currency;
  methods: PaymentMethod[];
  status: "open" | "completed" | "expired";
  createdAt: number;
  expiresAt: number;
  /** When the customer pays, or when it is too late. */
  settlesAt: number;
  ending: "completed" | "expired";
  /** What the customer chose on the page, and the payment that waits for them there. */
  chosen?: CheckoutChoice | undefined;
  /** Why the last card was declined; the page stays open. */
  declined?: DeclineReason | undefined;
  /** Once completed. */
  paymentId?: string | undefined;
  reference?: string | undefined;
  description?: string | undefined;
  /** Where the customer goes on after paying. */
  returnUrl?: string | undefined;
  /** What else the server must repeat when the page is read, in its own field names. */
  native?: JsonObject | undefined;
}

export interface NewCheckout {
  id: string;
  amount: number;
  currency: Currency;
  /** At least one. Those that take the amount stay, and the customer takes the first of them that is not a boleto. */
  methods: PaymentMethod[];
  /** @default a day later */
  expiresAt?: number | undefined;
  reference?: string | undefined;
  /** Of the page or of its first item. As reference or description, `sandbox:never_pays` leaves the page unpaid. */
  description?: string | undefined;
  /** Where the customer goes on after paying. */
  returnUrl?: string | undefined;
  native?: JsonObject | undefined;
}

/** Opens a page, on which the customer pays two minutes later as the clock moves. */
export function createCheckout(context: CallContext, input: NewCheckout): Checkout | Refusal {
  const methods = methodsForAmount(input.methods, input.amount);
  if (methods instanceof Refusal) return methods;
  const problem = describeExpiryProblem(input.expiresAt, context.now);
  if (problem !== undefined) return new Refusal("invalid_due_date", problem);
  const { reference, description } = input;
  const abandoned = readMagic(reference) === "never_pays" || readMagic(description) === "never_pays";
  const expiresAt = input.expiresAt ?? context.now + DEFAULT_LIFETIME;
  const settlesAt = abandoned ? expiresAt : Math.min(context.now + PAYER_DELAY, expiresAt);
  const checkout: Checkout = {
    ...input,
    methods,
    operationId: context.operationId,
    status: "open",
    createdAt: context.now,
    expiresAt,
    settlesAt,
    ending: abandoned ? "expired" : "completed",
  };
  context.put(CHECKOUT_KIND, checkout.id, checkout);
  context.schedule(settlesAt, "settle_checkout", CHECKOUT_KIND, checkout.id);
  return checkout;
}

export function getCheckout(context: SimulationContext, id: string): Checkout | Refusal {
  return (
    context.get<Checkout>(CHECKOUT_KIND, id) ??
    new Refusal("checkout_not_found", `There is no checkout ${id}.`)
  );
}

/**
 * A person takes the page over and chooses a method: from now on nobody pays in their place. What they chose before is
 * withdrawn.
 */
export function chooseMethod(
  context: SimulationContext,
  id: string,
  choice: CheckoutChoice,
): Checkout | Refusal {
  const checkout = getCheckout(context, id);
  if (checkout instanceof Refusal) return checkout;
  if (checkout.status !== "open") {
    return new Refusal(
      "checkout_not_open",
      `Checkout ${id} is ${checkout.status}; only an open one can be paid.`,
    );
  }
  if (!checkout.methods.includes(choice.method)) {
    return new Refusal("payment_method_not_offered", `Checkout ${id} offers ${checkout.methods.join(", ")}.`);
  }
  const { paymentId } = checkout.chosen ?? {};
  // a payment that was made meanwhile stays what it is
  if (paymentId !== undefined) cancelCharge(context, paymentId);
  const { declined: _, ...rest } = checkout;
  const chosen: Checkout = { ...rest, chosen: choice, ending: "expired", settlesAt: checkout.expiresAt };
  context.put(CHECKOUT_KIND, id, chosen);
  context.schedule(checkout.expiresAt, "settle_checkout", CHECKOUT_KIND, id);
  return chosen;
}

/** The customer goes back to the choice of methods. */
export function dropChoice(context: SimulationContext, id: string): Checkout | Refusal {
  const checkout = getCheckout(context, id);
  if (checkout instanceof Refusal || checkout.status !== "open") return checkout;
  const { chosen, ...rest } = checkout;
  if (chosen?.paymentId !== undefined) cancelCharge(context, chosen.paymentId);
  context.put(CHECKOUT_KIND, id, rest);
  return rest;
}

/** What the server adds to the payment that a page makes: its id at least. */
export type PaymentOfCheckout = (
  checkout: Checkout,
  context: SimulationContext,
) => Pick<NewCharge, "id" | "institution" | "customer" | "native"> & {
  /** By the method that the customer takes. */
  moneyOf?: ((method: PaymentMethod) => NewCharge["money"]) | undefined;
};

/** What a server with hosted pages does as the clock moves; spread it into the server's `due`. */
export function checkoutDue(paymentOf: PaymentOfCheckout) {
  function settle(id: string, context: SimulationContext, at?: number): void {
    const checkout = context.get<Checkout>(CHECKOUT_KIND, id);
    if (checkout?.status !== "open") return;
    // a page that was opened is paid later than planned
    if (at === undefined && context.now < checkout.settlesAt) return;
    if (at === undefined && checkout.ending === "expired" && !isPaid(checkout, context)) {
      context.put(CHECKOUT_KIND, id, { ...checkout, status: "expired" });
      return;
    }
    complete(checkout, { ...context, now: at ?? checkout.settlesAt }, paymentOf);
  }
  return {
    /** For the test control: the page shows how to pay by the method that was chosen. */
    open_checkout(_kind: string, id: string, context: SimulationContext): void {
      const checkout = context.get<Checkout>(CHECKOUT_KIND, id);
      if (checkout?.status === "open" && checkout.chosen?.paymentId === undefined)
        show(checkout, context, paymentOf);
    },
    /** The customer pays, or it is too late: at the time that was planned, however late the work is done. */
    settle_checkout: (_kind: string, id: string, context: SimulationContext) => settle(id, context),
    /** For the test control: the customer pays now. */
    complete_checkout: (_kind: string, id: string, context: SimulationContext) =>
      settle(id, context, context.now),
  };
}

function complete(checkout: Checkout, context: SimulationContext, paymentOf: PaymentOfCheckout): void {
  const made = checkout.chosen?.paymentId === undefined ? charge(checkout, context, paymentOf) : undefined;
  if (made?.decline !== undefined) {
    const { chosen: _, ...rest } = checkout;
    context.put(CHECKOUT_KIND, checkout.id, { ...rest, declined: made.decline });
    return;
  }
  const paymentId = made?.id ?? checkout.chosen?.paymentId ?? "";
  const paid = confirmCharge(context, paymentId);
  if (paid instanceof Refusal) {
    // what the page showed has expired, or the payer's bank said no
    context.put(CHECKOUT_KIND, checkout.id, { ...checkout, status: "expired" });
    return;
  }
  const completed: Checkout = { ...checkout, status: "completed", paymentId: paid.id };
  context.put(CHECKOUT_KIND, checkout.id, completed);
  context.notify(checkout.operationId, "checkout.completed", describeCompletion(completed, paid));
}

/** Whether what waited on the page was paid, elsewhere than on the page. */
function isPaid({ chosen }: Checkout, context: SimulationContext): boolean {
  if (chosen?.paymentId === undefined) return false;
  const charge = getCharge(context, chosen.paymentId);
  return !(charge instanceof Refusal) && charge.status === "paid";
}

/** The payment exists from now on; the page is completed when it is paid, or later when nobody pays. */
function show(checkout: Checkout, context: SimulationContext, paymentOf: PaymentOfCheckout): void {
  const method = methodTaken(checkout);
  const { id, settlesAt } = charge(checkout, context, paymentOf);
  const shown: Checkout = { ...checkout, chosen: { ...checkout.chosen, method, paymentId: id } };
  if (checkout.ending === "completed" && settlesAt !== undefined) {
    shown.settlesAt = settlesAt;
    context.schedule(settlesAt, "settle_checkout", CHECKOUT_KIND, checkout.id);
  }
  context.put(CHECKOUT_KIND, checkout.id, shown);
}

function charge(checkout: Checkout, context: SimulationContext, paymentOf: PaymentOfCheckout): Charge {
  const { amount, currency, operationId } = checkout;
  const call: CallContext = { ...context, operationId, emit: () => {} };
  const { moneyOf, ...more } = paymentOf(checkout, context);
  const method = methodTaken(checkout);
  const made = createCharge(call, {
    ...more,
    money: moneyOf?.(method),
    method,
    amount,
    currency,
    reference: checkout.reference,
    description: checkout.description,
    ending: checkout.ending === "expired" ? "expired" : undefined,
    cardToken: checkout.chosen?.cardToken,
    installments: checkout.chosen?.installments,
    returnUrl: checkout.returnUrl,
  });
  if (made instanceof Refusal) throw new Error(`Checkout ${checkout.id} cannot be paid: ${made.message}`);
  return made;
}

function methodTaken({ methods, chosen }: Checkout): PaymentMethod {
  if (chosen !== undefined) return chosen.method;
  const quick = methods.find((method) => method !== "boleto" && method !== "oxxo");
  return quick ?? methods[0] ?? "credit_card";
}

function describeCompletion(checkout: Checkout, payment: Charge): JsonObject {
  return {
    checkout_id: checkout.id,
    status: checkout.status,
    payment_id: payment.id,
    method: payment.method,
    amount: checkout.amount,
    currency: checkout.currency,
    completed_at: utcSeconds(payment.paidAt ?? payment.updatedAt),
  };
}

/** The page on which a customer chooses a method, and pays. */
export function checkoutUrl({ pageUrl }: Pick<SimulationContext, "pageUrl">, checkoutId: string): string {
  return pageUrl(CHECKOUT_KIND, checkoutId);
}
