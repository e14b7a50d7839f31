import type { NativeCalls, Translate, TranslationContext } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { CheckoutInput, CheckoutOutput, Currency, LineItem, PaymentMethod } from "@codespar/contract";
import { totalAmount } from "@codespar/contract";

const DEFAULT_LIFETIME_SECONDS = 86_400;

/** A page to be opened, with everything resolved that the input may leave out. */
export interface CheckoutRequest extends CheckoutInput {
  /** Minor units; what the lines add up to. */
  amount: number;
  lines: LineItem[];
  /** What the page offers: what was asked for, as far as the server has it. */
  methods: PaymentMethod[];
  /** Seconds. */
  lifetime: number;
}

/** What one server's pages can offer, by currency. */
export type CheckoutMethods = Readonly<Partial<Record<Currency, readonly PaymentMethod[]>>>;

/** Resolves the input and lets the server's dialect open the page. */
export function translateCheckout(
  server: string,
  offers: CheckoutMethods,
  open: (
    request: CheckoutRequest,
    native: NativeCalls,
    context: TranslationContext,
  ) => Promise<CheckoutOutput>,
): Translate<CheckoutInput, CheckoutOutput> {
  return async (input, native, context) => open(checkoutRequest(input, server, offers), native, context);
}

function checkoutRequest(input: CheckoutInput, server: string, offers: CheckoutMethods): CheckoutRequest {
  const offered = offers[input.currency] ?? [];
  const methods = offered.filter((method) => input.payment_methods?.includes(method) ?? true);
  if (methods.length === 0) {
    throw new ProviderRefusal({
      code: "payment_method_not_offered",
      message: `A checkout of ${server} in ${input.currency} offers ${offered.join(", ") || "nothing"}.`,
    });
  }
  const lines = input.items ?? [
    { description: input.description ?? "Pedido", quantity: 1, unit_amount: input.amount ?? 0 },
  ];
  const amount = totalAmount(lines);
  return { ...input, amount, lines, methods, lifetime: input.expires_in ?? DEFAULT_LIFETIME_SECONDS };
}
