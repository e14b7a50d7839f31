import type { NativeCalls, Translate, TranslationContext } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { CheckoutInput, CheckoutOutput, Currency, LineItem, PaymentMethod } from "@codespar/contract";
import { totalAmount } from "@codespar/contract";

const DEFAULT_LIFETIME_SECONDS = 86_400;

/** A page to be opened, with everything resolved that the input may leave out. */
export interface CheckoutRequest extends CheckoutInput {
  currency: Currency;
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
  further: CheckoutFurther = {},
): Translate<CheckoutInput, CheckoutOutput> {
  return async (input, native, context) => {
    if (input.action === "get") {
      if (further.get === undefined || input.checkout_id === undefined) {
        throw new ProviderRefusal({
          code: "action_not_offered",
          message: `${server} has no call that reads a checkout. Listen to checkout.completed instead.`,
        });
      }
      return further.get(input.checkout_id, native, context);
    }
    if (input.cancel_url !== undefined && further.hasCancelUrl !== true) {
      throw new ProviderRefusal({
        code: "cancel_url_not_offered",
        message: `The pages of ${server} have no way back. Leave cancel_url out.`,
      });
    }
    const output = await open(checkoutRequest(input, server, offers), native, context);
    return { ...readEcho(input), ...output };
  };
}

/** What some providers' pages can do and others cannot. */
export interface CheckoutFurther {
  get?:
    | ((checkoutId: string, native: NativeCalls, context: TranslationContext) => Promise<CheckoutOutput>)
    | undefined;
  hasCancelUrl?: boolean | undefined;
}

/** What the caller gave to recognise the page by. */
function readEcho({ reference, description, metadata }: CheckoutInput): Partial<CheckoutOutput> {
  return {
    ...(reference === undefined ? {} : { reference }),
    ...(description === undefined ? {} : { description }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

function checkoutRequest(input: CheckoutInput, server: string, offers: CheckoutMethods): CheckoutRequest {
  const { currency } = input;
  if (currency === undefined) throw new TypeError("A checkout needs currency.");
  const offered = offers[currency] ?? [];
  const methods = offered.filter((method) => input.payment_methods?.includes(method) ?? true);
  if (methods.length === 0) {
    throw new ProviderRefusal({
      code: "payment_method_not_offered",
      message: `A checkout of ${server} in ${currency} offers ${offered.join(", ") || "nothing"}.`,
    });
  }
  const lines = input.items ?? [
    { description: input.description ?? "Pedido", quantity: 1, unit_amount: input.amount ?? 0 },
  ];
  const amount = totalAmount(lines);
  return {
    ...input,
    currency,
    amount,
    lines,
    methods,
    lifetime: input.expires_in ?? DEFAULT_LIFETIME_SECONDS,
  };
}
