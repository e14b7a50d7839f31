import { z } from "zod";
import type { CheckoutInput, CheckoutOutput } from "../meta-tools/checkout.ts";
import { type PaymentMethod, paymentMethods } from "../meta-tools/pay.ts";
import { currencies } from "../wire/money.ts";
import { checkDocument, countryOf, customerSchema } from "./customer.ts";
import { amount, money, openEnum, provider, text, timestamp, webUrl } from "./fields.ts";
import { checkTotal } from "./items.ts";
import { explainMethodCurrency } from "./method-currency.ts";
import { checkWholeUnits } from "./whole-units.ts";

const methods = z
  .array(z.enum(paymentMethods).meta({ terse: true }))
  .min(1)
  .max(paymentMethods.length)
  .refine((list: PaymentMethod[]) => new Set(list).size === list.length, { error: "Names a method twice." });

export const checkoutInputSchema = z
  .strictObject({
    amount: money("amount").optional(),
    items: z
      .array(
        z.strictObject({
          description: text(500),
          quantity: z.int().min(1).max(1_000_000),
          unit_amount: money("unit_amount"),
        }),
      )
      .min(1)
      .max(500)
      .optional(),
    currency: z.enum(currencies).meta({ terse: true }),
    description: text(500).optional(),
    payment_methods: methods.optional(),
    customer: customerSchema.optional(),
    success_url: webUrl.optional(),
    expires_in: z.int().min(60).max(2_592_000).describe("seconds").optional(),
    provider: provider.optional(),
  })
  .superRefine(checkCheckout) satisfies z.ZodType<CheckoutInput>;

function checkCheckout(input: CheckoutInput, context: z.RefinementCtx): void {
  if (input.amount === undefined && input.items === undefined) {
    context.addIssue({ code: "custom", path: ["amount"], message: "amount is required, or items instead." });
  }
  checkTotal(input, context);
  checkWholeUnits(input.amount, input.currency, ["amount"], context);
  input.items?.forEach(({ unit_amount }, index) => {
    checkWholeUnits(unit_amount, input.currency, ["items", index, "unit_amount"], context);
  });
  input.payment_methods?.forEach((method, index) => {
    const message = explainMethodCurrency(method, input.currency);
    if (message !== undefined)
      context.addIssue({ code: "custom", path: ["payment_methods", index], message });
  });
  checkDocument(input.customer, "customer", countryOf(input.currency), context);
}

export const checkoutOutputSchema = z.looseObject({
  checkout_id: z.string(),
  url: z.string(),
  amount,
  currency: openEnum(currencies),
  status: openEnum(["open", "completed", "expired"]),
  payment_methods: z.array(openEnum(paymentMethods)),
  expires_at: timestamp,
}) satisfies z.ZodType<CheckoutOutput>;
