import type { PlanInvoicePage } from "@codespar/sandbox-core";
import type { PlanInvoiceView } from "../documents/render-plan-invoice.ts";

export function planInvoiceView({ invoice, organisation }: PlanInvoicePage): PlanInvoiceView {
  return {
    number: invoice.number,
    status: invoice.status,
    periodStart: invoice.period.start.slice(0, 10),
    periodEnd: invoice.period.end.slice(0, 10),
    issuedOn: invoice.created_at.slice(0, 10),
    createdAt: Date.parse(invoice.created_at),
    customer: organisation,
    lines: invoice.lines.map(({ description, quantity, amount_cents }) => ({
      description,
      quantity,
      amountCents: amount_cents,
    })),
    totalCents: invoice.total_cents,
  };
}
