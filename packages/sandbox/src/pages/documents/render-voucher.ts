import type { Currency } from "@codespar/contract";
import { createPdf } from "../pdf/create-pdf.ts";
import { encodeBars } from "../pdf/encode-bars.ts";
import { inGroups, plainMoney } from "./format-paper.ts";
import { paperInstant } from "./local-time.ts";

export interface VoucherView {
  /** Such as `OXXO Pay`. */
  service: string;
  /** Digits that the cashier scans. */
  reference: string;
  /** Minor units. */
  amount: number;
  currency: Currency;
  merchant: string;
  description: string;
  /** Epoch milliseconds. */
  issuedAt: number;
  expiresAt: number;
  /** Time zone where it is paid. */
  timeZone: string;
}

/** A voucher that is paid in cash at a shop's till. */
export async function renderVoucher(view: VoucherView): Promise<Uint8Array> {
  const pdf = await createPdf({
    title: `${view.service} ${view.reference}`,
    language: "es-MX",
    createdAt: view.issuedAt,
    watermark: ["SIN VALOR", "SANDBOX"],
  });
  const sheet = pdf.addSheet({ width: 148, height: 150 });
  const [left, wide] = [12, 124];
  sheet.text(view.service, { x: left, y: 12, width: wide, height: 11 }, { size: 22, bold: true });
  sheet.text(view.merchant, { x: left, y: 24, width: wide, height: 6 }, { size: 11 });
  sheet.text("Monto a pagar", { x: left, y: 36, width: wide, height: 5 }, { size: 9 });
  sheet.text(
    `$ ${plainMoney(view.amount, view.currency, "es-MX")} ${view.currency}`,
    { x: left, y: 41, width: wide, height: 12 },
    { size: 24, bold: true },
  );
  sheet.text("Referencia", { x: left, y: 56, width: wide, height: 5 }, { size: 9 });
  sheet.text(
    inGroups(view.reference, 4),
    { x: left, y: 61, width: wide, height: 14 },
    { size: 15, mono: true },
  );
  const bars = await encodeBars("code128", view.reference);
  sheet.bars(bars, { x: left + 12, y: 78, width: wide - 24, height: 22 });
  sheet.text(
    `Vence el ${paperInstant(view.expiresAt, view.timeZone)}`,
    { x: left, y: 106, width: wide, height: 5 },
    { size: 10, bold: true },
  );
  sheet.text(view.description, { x: left, y: 113, width: wide, height: 10 }, { size: 9 });
  sheet.text(
    "Ficha del ambiente de pruebas CodeSpar: ninguna tienda la conoce y no se puede pagar.",
    { x: left, y: 130, width: wide, height: 10 },
    { size: 8 },
  );
  return pdf.save();
}
