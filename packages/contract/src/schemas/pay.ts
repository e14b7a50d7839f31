import { isValidCardNumber } from "@codespar/formats";
import { z } from "zod";
import { type PayInput, type PayOutput, payActions, paymentMethods } from "../meta-tools/pay.ts";
import { currencies } from "../wire/money.ts";
import { checkDocument, customerOutputSchema, customerSchema, getCountry } from "./customer.ts";
import { amount, date, money, openEnum, provider, text, timestamp } from "./fields.ts";
import { checkWholeUnits, explainMethodCurrency, requireFields } from "./refinements.ts";

export const payInputSchema = z
  .strictObject({
    action: z.enum(payActions).optional(),
    method: z.enum(paymentMethods).optional(),
    amount: money("amount").optional(),
    currency: z.enum(currencies).optional(),
    customer: customerSchema.optional(),
    card_token: text(500)
      .refine((token) => !isValidCardNumber(token), {
        // the value is never repeated: it would put a card number into logs
        error:
          "This is a card number. Pass the token that the provider's own card form gives, never the number.",
        abort: true,
      })
      .optional(),
    installments: z.int().min(1).max(12).optional(),
    due_date: date.describe("YYYY-MM-DD").optional(),
    description: text(500).optional(),
    reference: text(100).optional(),
    payment_id: text(200).optional(),
    provider: provider.optional(),
  })
  .superRefine(checkPay) satisfies z.ZodType<PayInput>;

function checkPay(input: PayInput, context: z.RefinementCtx): void {
  const { action = "create", method, currency } = input;
  if (action !== "create") {
    requireFields(input, context, ["payment_id"], `to ${action} a payment`);
  } else {
    requireFields(input, context, ["method", "amount", "currency"], "to create a payment");
    checkNoPaymentId(input, context);
    checkCardToken(input, context);
  }
  if (method !== undefined && currency !== undefined) {
    const message = explainMethodCurrency(method, currency);
    if (message !== undefined) context.addIssue({ code: "custom", path: ["currency"], message });
  }
  checkWholeUnits(input.amount, currency, ["amount"], context);
  checkInstallments(input, context);
  checkDocument(input.customer, "customer", getCountry(currency), context);
}

/** A refund whose action was forgotten must not become a second charge. */
function checkNoPaymentId({ payment_id }: PayInput, context: z.RefinementCtx): void {
  if (payment_id === undefined) return;
  context.addIssue({
    code: "custom",
    path: ["payment_id"],
    message: 'payment_id names an existing payment: add action "get", "refund" or "cancel", or leave it out.',
  });
}

/** A card that nobody has typed in cannot be charged. */
function checkCardToken({ method, card_token }: PayInput, context: z.RefinementCtx): void {
  if (card_token !== undefined || (method !== "credit_card" && method !== "debit_card")) return;
  context.addIssue({
    code: "custom",
    path: ["card_token"],
    message: `card_token is required for method "${method}": take it from the provider's card form, or send the customer to a codespar_checkout page.`,
  });
}

function checkInstallments({ method, installments = 1 }: PayInput, context: z.RefinementCtx): void {
  if (installments === 1 || method === undefined || method === "credit_card") return;
  context.addIssue({
    code: "custom",
    path: ["installments"],
    message: `installments go with method "credit_card", not "${method}". Leave them out.`,
  });
}

export const payOutputSchema = z.looseObject({
  payment_id: z.string(),
  status: openEnum(["pending", "paid", "partially_refunded", "refunded", "expired", "cancelled", "failed"]),
  method: openEnum(paymentMethods),
  amount,
  currency: openEnum(currencies),
  created_at: timestamp,
  paid_at: timestamp.optional(),
  expires_at: timestamp.optional(),
  reference: z.string().optional(),
  description: z.string().optional(),
  customer: customerOutputSchema.optional(),
  pix: z
    .looseObject({
      qr_code: z.string(),
      txid: z.string(),
      qr_code_url: z.string(),
      end_to_end_id: z.string().optional(),
    })
    .optional(),
  boleto: z
    .looseObject({
      digitable_line: z.string(),
      barcode: z.string(),
      due_date: z.string(),
      pdf_url: z.string(),
    })
    .optional(),
  card: z
    .looseObject({
      brand: z.string(),
      last4: z.string(),
      installments: z.array(z.looseObject({ number: z.int(), amount, due_date: z.string() })),
      authorization_code: z.string(),
    })
    .optional(),
  spei: z
    .looseObject({ clabe: z.string(), reference: z.string(), tracking_key: z.string().optional() })
    .optional(),
  oxxo: z.looseObject({ reference: z.string(), barcode_url: z.string() }).optional(),
  pse: z.looseObject({ redirect_url: z.string(), cus: z.string() }).optional(),
  webpay: z.looseObject({ token: z.string(), redirect_url: z.string() }).optional(),
  refunds: z.array(
    z.looseObject({
      refund_id: z.string(),
      amount,
      status: openEnum(["pending", "succeeded", "failed"]),
      created_at: timestamp,
      end_to_end_id: z.string().optional(),
    }),
  ),
}) satisfies z.ZodType<PayOutput>;
