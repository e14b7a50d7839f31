import type { Currency, PaymentMethod } from "@codespar/contract";
import type { MoneyTerms } from "../engines/payments/charge.ts";

type Terms = Readonly<Partial<Record<PaymentMethod, MoneyTerms>>>;

/** Cards, boletos and Pix by the public price lists of each country; unverified: an account may have prices of its own. */
const terms: Readonly<Partial<Record<Currency, Terms>>> = {
  BRL: {
    credit_card: { fixed: 39, basisPoints: 399, days: 30, disputeFee: 5_500 },
    debit_card: { fixed: 39, basisPoints: 399, days: 30, disputeFee: 5_500 },
    pix: { fixed: 0, basisPoints: 119, days: 2 },
    boleto: { fixed: 345, basisPoints: 0, days: 2 },
  },
  MXN: {
    credit_card: { fixed: 300, basisPoints: 360, days: 7, disputeFee: 28_000 },
    debit_card: { fixed: 300, basisPoints: 360, days: 7, disputeFee: 28_000 },
    oxxo: { fixed: 300, basisPoints: 360, days: 4 },
  },
  USD: {
    credit_card: { fixed: 30, basisPoints: 290, days: 2, disputeFee: 1_500 },
    debit_card: { fixed: 30, basisPoints: 290, days: 2, disputeFee: 1_500 },
  },
};

/** What Stripe keeps of a payment, and when the rest is available. */
export function getTerms(method: PaymentMethod, currency: Currency): MoneyTerms | undefined {
  return terms[currency]?.[method];
}
