import type { Currency, PaymentMethod } from "@codespar/contract";
import type { MoneyTerms } from "../engines/payments/charge.ts";

type Terms = Readonly<Partial<Record<PaymentMethod, MoneyTerms>>>;

const card: MoneyTerms = { fixed: 0, basisPoints: 498, days: 14 };

/** By the price list for online sales in Brazil; unverified, as an account chooses when its money is released and pays by that. */
const brazil: Terms = {
  pix: { fixed: 0, basisPoints: 99, days: 0 },
  boleto: { fixed: 349, basisPoints: 0, days: 3 },
  credit_card: card,
  debit_card: { ...card, basisPoints: 399 },
  wallet: card,
};

/** In the other countries one rate stands for all of them; unverified. */
const elsewhere: MoneyTerms = { fixed: 0, basisPoints: 349, days: 14 };

/** What Mercado Pago keeps of a payment, and when the rest is released. */
export function getTerms(method: PaymentMethod, currency: Currency): MoneyTerms | undefined {
  return currency === "BRL" ? brazil[method] : elsewhere;
}
