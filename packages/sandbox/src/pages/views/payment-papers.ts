import { formatBoletoLine, timeZoneOfCurrency } from "@codespar/formats";
import { textAt } from "@codespar/providers/simulated";
import type { PaymentPage } from "@codespar/sandbox-core";
import type { BoletoView } from "../documents/render-boleto.ts";
import type { VoucherView } from "../documents/render-voucher.ts";
import { getPayer } from "./payer.ts";
import { getSeller } from "./seller.ts";

/** The boleto of a payment, or undefined when it has none. */
export function boletoView({ charge, merchant, customer, pixCode }: PaymentPage): BoletoView | undefined {
  const { boleto, description, reference } = charge;
  if (boleto === undefined) return undefined;
  return {
    barcode: boleto.barcode,
    line: formatBoletoLine(boleto.line),
    dueDate: boleto.dueDate,
    issuedAt: charge.createdAt,
    timeZone: timeZoneOfCurrency(charge.currency),
    amount: charge.amount,
    ourNumber: textAt(charge.native, "nossoNumero") ?? charge.id,
    documentNumber: reference ?? charge.id,
    beneficiary: getSeller(merchant),
    payer: getPayer(charge.native, customer),
    instructions: description === undefined ? [] : [description],
    ...(pixCode === "" ? {} : { pixCode }),
  };
}

/** The voucher of a payment in cash, or undefined when it has none. */
export function voucherView({ charge, merchant }: PaymentPage): VoucherView | undefined {
  if (charge.oxxo === undefined) return undefined;
  return {
    service: "OXXO Pay",
    reference: charge.oxxo.reference,
    amount: charge.amount,
    currency: charge.currency,
    merchant: merchant.name,
    description: charge.description ?? charge.reference ?? "",
    issuedAt: charge.createdAt,
    expiresAt: charge.expiresAt ?? charge.createdAt,
    timeZone: timeZoneOfCurrency(charge.currency),
  };
}
