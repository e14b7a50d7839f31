import { z } from "zod";
import {
  cfdiTypes,
  type InvoiceInput,
  type InvoiceOutput,
  invoiceActions,
  invoiceTypes,
} from "../meta-tools/invoice.ts";
import type { Country } from "../wire/server.ts";
import { checkDocument, receiverSchema } from "./customer.ts";
import { amount, money, openEnum, provider, text, timestamp } from "./fields.ts";
import { checkCfdiReceiver, refuseCfdiFields, requireReceiver } from "./invoice-receiver.ts";
import { checkTotal } from "./items.ts";
import { requireFields } from "./refinements.ts";

const quantity = z
  .number()
  .positive()
  .max(1_000_000)
  .refine((value) => Number(value.toFixed(4)) === value, { error: "quantity has at most four decimals." });

export const invoiceInputSchema = z
  .strictObject({
    action: z.enum(invoiceActions).optional(),
    type: z.enum(invoiceTypes).optional(),
    cfdi_type: z.enum(cfdiTypes).optional(),
    customer: receiverSchema.optional(),
    items: z
      .array(
        z.strictObject({
          description: text(500),
          quantity,
          unit_amount: money("unit_amount"),
          code: text(60).optional(),
        }),
      )
      .min(1)
      .max(990)
      .optional(),
    amount: money("amount").optional(),
    payment_id: text(200).optional(),
    period: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "period is YYYY-MM, such as 2026-04." })
      .describe("YYYY-MM")
      .optional(),
    use: z
      .string()
      .regex(/^[A-Z]{1,2}\d{2}$/, { error: "use is a key of c_UsoCFDI, such as G03 or S01." })
      .meta({ advertised: false })
      .optional(),
    payment_form: z
      .string()
      .regex(/^\d{2}$/, { error: "payment_form is a key of c_FormaPago, such as 03 or 04." })
      .meta({ advertised: false })
      .optional(),
    global: z
      .strictObject({
        periodicity: z.enum(["01", "02", "03", "04", "05"]),
        months: z.string().regex(/^(0[1-9]|1[0-8])$/, { error: "global.months is 01 to 18 (c_Meses)." }),
        year: z.int().min(2021).max(9999),
      })
      .meta({ advertised: false })
      .optional(),
    reason: text(1000).optional(),
    invoice_id: text(200).optional(),
    related_uuid: z.guid().optional(),
    provider: provider.optional(),
  })
  .superRefine(checkInvoice) satisfies z.ZodType<InvoiceInput>;

function checkInvoice(input: InvoiceInput, context: z.RefinementCtx): void {
  const { action = "issue", type } = input;
  if (action !== "issue") {
    requireFields(input, context, ["invoice_id"], `to ${action} a document`);
    if (action === "correct") requireFields(input, context, ["reason"], "to correct a document");
  } else if (type === undefined) {
    requireFields(input, context, ["type"], "to issue a document");
  } else {
    checkIssue(input, type, context);
  }
  checkTotal(input, context);
  checkDocument(input.customer, "customer", documentCountry(type), context);
}

function documentCountry(type: InvoiceInput["type"]): Country | undefined {
  if (type === undefined) return undefined;
  return type === "cfdi" ? "MX" : "BR";
}

function checkIssue(
  input: InvoiceInput,
  type: NonNullable<InvoiceInput["type"]>,
  context: z.RefinementCtx,
): void {
  const why = `to issue a ${type}`;
  if (type === "sped") requireFields(input, context, ["period"], why);
  // The buyer of a consumer's receipt may stay unnamed.
  else if (type === "nfce") requireFields(input, context, ["items"], why);
  else requireFields(input, context, ["customer", "items"], why);
  if (type === "nfe") requireReceiver(input.customer, context);
  if (type === "cfdi") checkCfdiReceiver(input, context);
  else refuseCfdiFields(input, type, context);
  if (type === "cfdi" && input.cfdi_type === "egreso") {
    requireFields(input, context, ["related_uuid"], "for an egreso");
  }
  if (input.invoice_id !== undefined) {
    context.addIssue({
      code: "custom",
      path: ["invoice_id"],
      message:
        'invoice_id names an existing document: add action "get", "cancel" or "correct", or leave it out.',
    });
  }
}

export const invoiceOutputSchema = z.looseObject({
  invoice_id: z.string(),
  type: openEnum(invoiceTypes),
  status: openEnum(["processing", "authorized", "rejected", "cancelled"]),
  number: z.int().optional(),
  series: z.string().optional(),
  access_key: z.string().optional(),
  uuid: z.string().optional(),
  protocol: z.string().optional(),
  issued_at: timestamp.optional(),
  amount: amount.optional(),
  pdf_url: z.string().optional(),
  xml_url: z.string().optional(),
  rejection: z.looseObject({ code: z.string(), message: z.string() }).optional(),
}) satisfies z.ZodType<InvoiceOutput>;
