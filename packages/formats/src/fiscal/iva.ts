/** The general rate of IVA in Mexico, in percent (Ley del IVA, artículo 1). */
export const MEXICAN_IVA_PERCENT = 16;

/** Takes IVA out of a total that includes it, in centavos: base and tax add up to the total exactly. */
export function splitIva(total: number, percent = MEXICAN_IVA_PERCENT): { subtotal: number; tax: number } {
  const subtotal = Math.round((total * 100) / (100 + percent));
  return { subtotal, tax: total - subtotal };
}

/** The IVA on a price without it, in centavos, rounded to the nearest. */
export function ivaOnTop(subtotal: number, percent = MEXICAN_IVA_PERCENT): number {
  return Math.round((subtotal * percent) / 100);
}
