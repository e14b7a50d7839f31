import { isValidCardNumber } from "@codespar/formats";
import { z } from "zod";
import {
  captureModes,
  type PayInput,
  type PaymentList,
  type PayOutput,
  payActions,
  paymentMethods,
  paymentStatuses,
} from "../meta-tools/pay.ts";
import { currencies } from "../wire/money.ts";
import { checkDocument, customerOutputSchema, customerSchema, getCountry } from "./customer.ts";
import { eitherOutput } from "./either-output.ts";
import { amount, date, money, openEnum, provider, text, timestamp } from "./fields.ts";
import {
  checkListFields,
  checkWholeUnits,
  explainMethodCurrency,
  listFields,
  requireFields,
} from "./refinements.ts";

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
    capture: z.enum(captureModes).optional(),
    payment_id: text(200).optional(),
    status: z.enum(paymentStatuses).meta({ advertised: false }).optional(),
    ...listFields,
    provider: provider.optional(),
  })
  .superRefine(checkPay) satisfies z.ZodType<PayInput>;

function checkPay(input: PayInput, context: z.RefinementCtx): void {
  const { action = "create", method, currency } = input;
  checkListFields(input, context);
  if (action === "list") return;
  checkCapture(input, context);
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
    message:
      'payment_id names an existing payment: add action "get", "refund", "cancel" or "capture", or leave it out.',
  });
}

/** Only a card's amount can be held. */
function checkCapture({ action = "create", method, capture }: PayInput, context: z.RefinementCtx): void {
  if (capture === undefined || (action === "create" && capture === "automatic")) return;
  const message =
    action !== "create"
      ? 'capture says how a payment is made. To take what is held, send action "capture" with payment_id.'
      : method === undefined || method === "credit_card"
        ? undefined
        : `capture "manual" goes with method "credit_card", not "${method}". Leave it out.`;
  if (message !== undefined) context.addIssue({ code: "custom", path: ["capture"], message });
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

const paymentFields = {
  payment_id: z.string(),
  status: openEnum(paymentStatuses),
  method: openEnum(paymentMethods),
  amount,
  authorized_amount: amount.optional(),
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
};

/** One payment. */
export const payOutputSchema = z.looseObject(paymentFields) satisfies z.ZodType<PayOutput>;

/** A page of payments. */
export const paymentListSchema = z.looseObject({
  payments: z.array(payOutputSchema),
  next_cursor: z.string().nullable(),
}) satisfies z.ZodType<PaymentList>;

/** Whatever `codespar_pay` returns, by its action. */
export const payResultSchema = eitherOutput<PayOutput, PaymentList>(payOutputSchema, paymentListSchema);
