import { z } from "zod";
import {
  type CheckoutInput,
  type CheckoutList,
  type CheckoutOutput,
  checkoutActions,
  checkoutStatuses,
} from "../meta-tools/checkout.ts";
import { type PaymentMethod, paymentMethods } from "../meta-tools/pay.ts";
import { currencies } from "../wire/money.ts";
import { checkDocument, customerSchema, getCountry } from "./customer.ts";
import { eitherOutput } from "./either-output.ts";
import { amount, money, openEnum, provider, text, timestamp, webUrl } from "./fields.ts";
import { checkTotal } from "./items.ts";
import {
  checkListFields,
  checkWholeUnits,
  explainMethodCurrency,
  listFields,
  requireFields,
} from "./refinements.ts";

const methods = z
  .array(z.enum(paymentMethods).meta({ terse: true }))
  .min(1)
  .max(paymentMethods.length)
  .refine((list: PaymentMethod[]) => new Set(list).size === list.length, { error: "Names a method twice." });

export const checkoutInputSchema = z
  .strictObject({
    action: z.enum(checkoutActions).optional(),
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
    currency: z.enum(currencies).meta({ terse: true }).optional(),
    description: text(500).optional(),
    payment_methods: methods.optional(),
    // the page asks for it
    customer: customerSchema.meta({ advertised: false }).optional(),
    success_url: webUrl.optional(),
    cancel_url: webUrl.meta({ advertised: false }).optional(),
    reference: text(100).optional(),
    metadata: z.record(text(40), z.string().max(500)).meta({ advertised: false }).optional(),
    checkout_id: text(200).optional(),
    status: z.enum(checkoutStatuses).meta({ advertised: false }).optional(),
    ...listFields,
    cursor: listFields.cursor.meta({ advertised: false }),
    expires_in: z.int().min(60).max(2_592_000).describe("seconds").optional(),
    provider: provider.optional(),
  })
  .superRefine(checkCheckout) satisfies z.ZodType<CheckoutInput>;

function checkCheckout(input: CheckoutInput, context: z.RefinementCtx): void {
  const { action = "create", currency } = input;
  checkListFields(input, context);
  if (action === "list") return;
  if (action === "get") {
    requireFields(input, context, ["checkout_id"], "to get a checkout");
    return;
  }
  requireFields(input, context, ["currency"], "to create a checkout");
  if (input.checkout_id !== undefined) {
    context.addIssue({
      code: "custom",
      path: ["checkout_id"],
      message: 'checkout_id names an existing page: add action "get", or leave it out.',
    });
  }
  if (input.amount === undefined && input.items === undefined) {
    context.addIssue({ code: "custom", path: ["amount"], message: "amount is required, or items instead." });
  }
  checkTotal(input, context);
  checkWholeUnits(input.amount, currency, ["amount"], context);
  input.items?.forEach(({ unit_amount }, index) => {
    checkWholeUnits(unit_amount, currency, ["items", index, "unit_amount"], context);
  });
  input.payment_methods?.forEach((method, index) => {
    const message = currency === undefined ? undefined : explainMethodCurrency(method, currency);
    if (message !== undefined)
      context.addIssue({ code: "custom", path: ["payment_methods", index], message });
  });
  checkDocument(input.customer, "customer", getCountry(currency), context);
}

export const checkoutOutputSchema = z.looseObject({
  checkout_id: z.string(),
  url: z.string(),
  amount,
  currency: openEnum(currencies),
  status: openEnum(checkoutStatuses),
  payment_methods: z.array(openEnum(paymentMethods)),
  expires_at: timestamp,
  payment_id: z.string().optional(),
  reference: z.string().optional(),
  description: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
}) satisfies z.ZodType<CheckoutOutput>;

/** A page of hosted pages. */
export const checkoutListSchema = z.looseObject({
  checkouts: z.array(checkoutOutputSchema),
  next_cursor: z.string().nullable(),
}) satisfies z.ZodType<CheckoutList>;

/** Whatever `codespar_checkout` returns, by its action. */
export const checkoutResultSchema = eitherOutput<CheckoutOutput, CheckoutList>(
  checkoutOutputSchema,
  checkoutListSchema,
);
