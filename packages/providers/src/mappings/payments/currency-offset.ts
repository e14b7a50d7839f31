import type { Currency } from "@codespar/contract";

const offsets: Readonly<Record<Currency, number>> = {
  BRL: -180,
  MXN: -360,
  ARS: -180,
  COP: -300,
  CLP: -180,
  USD: 0,
};

/** Minutes east of UTC where the currency is paid: due dates are days there. */
export function currencyOffset(currency: Currency): number {
  return offsets[currency];
}
