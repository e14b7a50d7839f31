import type { Currency } from "@codespar/contract";
import { roundToMinorUnits } from "@codespar/formats";

/** Minor units of a price in major units that may be text: `23.5`, `"23.50"`, `"23,50"`, `"1.023,50"`. */
export function parsePrice(price: string | number, currency: Currency): number {
  const amount = typeof price === "number" ? price : Number(decimalText(price));
  if (!Number.isFinite(amount))
    throw new TypeError(`The provider responded with the price ${JSON.stringify(price)}.`);
  // a quote may be finer than what can be paid
  return roundToMinorUnits(amount, currency);
}

/** With a comma in it, dots only group the thousands. */
function decimalText(text: string): string {
  return text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
}
