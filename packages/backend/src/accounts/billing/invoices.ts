import { type BillingInvoice, plans } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import { boundsOfPeriod, secondsTimestamp } from "../../platform/time.ts";
import type { BillingInvoiceRecord } from "../../store/record.ts";

export type InvoiceLine = BillingInvoiceRecord["lines"][number];

/** The sum of the lines, in cents. */
export function sumLines({ lines }: Pick<BillingInvoiceRecord, "lines">): number {
  return lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

export type NewInvoice = Pick<
  BillingInvoiceRecord,
  "customerId" | "lines" | "name" | "organisation" | "overagePlan" | "period"
>;

/** Writes an invoice as a draft, or returns the one that there is under its name. */
export async function draftInvoice(
  context: BackendContext,
  invoice: NewInvoice,
): Promise<BillingInvoiceRecord> {
  const { store, ids, clock } = context;
  const { organisation, name } = invoice;
  for (;;) {
    const found = await store.readRecordByName("billing_invoice", organisation, name ?? "");
    if (found !== undefined) return found;
    const record: BillingInvoiceRecord = {
      ...invoice,
      id: ids.next("inv"),
      group: null,
      version: 1,
      number: "",
      status: "draft",
      createdAt: clock.now(),
    };
    if (await store.insertRecord("billing_invoice", record)) return record;
  }
}

/** The number that an invoice gets when it is no longer a draft: 1, 2, 3 … for each organisation. */
export async function nextInvoiceNumber({ store }: BackendContext, organisation: string): Promise<string> {
  const number = await store.nextNumber(`billing_invoice ${organisation}`);
  return `CS-${String(number).padStart(4, "0")}`;
}

/** The month's price of a plan; none for a plan that is free or by contract. */
export function subscriptionLines(plan: keyof typeof plans, period: string): InvoiceLine[] {
  const { name, price_cents: amountCents } = plans[plan];
  if (amountCents === null || amountCents === 0) return [];
  return [{ type: "subscription", description: `${name} plan, ${period}`, quantity: 1, amountCents }];
}

/** An invoice as the wire has it. */
export function describeInvoice(
  invoice: BillingInvoiceRecord,
  { paymentGateway }: Pick<BackendContext, "paymentGateway">,
): BillingInvoice {
  const { id: invoiceId, organisation } = invoice;
  const { start, end } = boundsOfPeriod(invoice.period);
  return {
    id: invoice.id,
    number: invoice.number === "" ? "draft" : invoice.number,
    status: invoice.status === "void" ? "open" : invoice.status,
    period: { start: secondsTimestamp(start), end: secondsTimestamp(end - 1000) },
    lines: invoice.lines.map(({ type, description, quantity, amountCents }) => ({
      type,
      description,
      quantity,
      amount_cents: amountCents,
    })),
    total_cents: sumLines(invoice),
    currency: "USD",
    pdf_url:
      invoice.number === "" ? null : (paymentGateway.invoicePdf?.({ invoiceId, organisation }) ?? null),
    created_at: secondsTimestamp(invoice.createdAt),
  };
}
