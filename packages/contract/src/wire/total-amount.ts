interface PricedItem {
  quantity: number;
  unit_amount: number;
}

/** What items add up to, in minor units; each line is rounded to a whole unit, half up. */
export function totalAmount(items: readonly PricedItem[]): number {
  return items.reduce((total, item) => total + lineAmount(item), 0);
}

/** What one item comes to. Quantities have up to four decimals, so ten-thousandths keep the product exact. */
export function lineAmount({ quantity, unit_amount }: PricedItem): number {
  return Math.round((Math.round(quantity * 10_000) * unit_amount) / 10_000);
}
