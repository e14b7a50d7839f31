import { createPdf } from "../pdf/create-pdf.ts";
import { plainMoney } from "./format-paper.ts";

export interface PlanInvoiceView {
  number: string;
  status: "draft" | "open" | "paid";
  /** `YYYY-MM-DD`. */
  periodStart: string;
  periodEnd: string;
  issuedOn: string;
  /** Epoch milliseconds. */
  createdAt: number;
  customer: string;
  lines: readonly { description: string; quantity: number; amountCents: number }[];
  totalCents: number;
}

const left = 20;
const wide = 170;
const perSheet = 22;

/** An invoice of a CodeSpar plan, in US dollars. */
export async function renderPlanInvoice(view: PlanInvoiceView): Promise<Uint8Array> {
  const pdf = await createPdf({
    title: `Invoice ${view.number}`,
    language: "en-US",
    createdAt: view.createdAt,
    watermark: ["NOT AN INVOICE", "SANDBOX"],
  });
  const sheets = Math.max(1, Math.ceil(view.lines.length / perSheet));
  for (let index = 0; index < sheets; index += 1) {
    const sheet = pdf.addSheet();
    sheet.text("CodeSpar", { x: left, y: 20, width: 80, height: 10 }, { size: 20, bold: true });
    sheet.text("Invoice", { x: left, y: 20, width: wide, height: 10 }, { size: 20, align: "right" });
    const facts: [string, string][] = [
      ["Invoice number", view.number],
      ["Date of issue", view.issuedOn],
      ["Period", `${view.periodStart} to ${view.periodEnd}`],
      ["Status", view.status],
      ["Bill to", view.customer],
    ];
    for (const [row, [label, value]] of facts.entries()) {
      sheet.text(label, { x: left, y: 38 + row * 6, width: 40, height: 5 }, { size: 9, grey: 0.35 });
      sheet.text(value, { x: left + 42, y: 38 + row * 6, width: wide - 42, height: 5 }, { size: 9 });
    }
    let y = 76;
    const drawRow = (texts: readonly [string, string, string], bold: boolean) => {
      const [description, quantity, amount] = texts;
      const style = { size: 9.5, bold, vertical: "middle" } as const;
      sheet.text(description, { x: left, y, width: 110, height: 7 }, style);
      sheet.text(quantity, { x: left + 110, y, width: 22, height: 7 }, { ...style, align: "right" });
      sheet.text(amount, { x: left + 134, y, width: wide - 134, height: 7 }, { ...style, align: "right" });
      y += 7.5;
      sheet.rule({ x: left, y, width: wide });
    };
    drawRow(["Description", "Quantity", "Amount (USD)"], true);
    for (const { description, quantity, amountCents } of view.lines.slice(
      index * perSheet,
      (index + 1) * perSheet,
    )) {
      drawRow([description, quantity.toLocaleString("en-US"), dollars(amountCents)], false);
    }
    if (index === sheets - 1) drawRow(["Total", "", dollars(view.totalCents)], true);
    sheet.text(
      "This invoice belongs to a sandbox: no card was charged and no money moved.",
      { x: left, y: 270, width: wide, height: 5 },
      { size: 8 },
    );
  }
  return pdf.save();
}

function dollars(cents: number): string {
  return plainMoney(cents, "USD", "en-US");
}
