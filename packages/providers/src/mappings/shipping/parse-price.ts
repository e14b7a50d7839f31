import type { Currency } from "@codespar/contract";
import { roundToMinorUnits } from "@codespar/formats";

/** Minor units of a price in major units that may be text: `23.5`, `"23.50"`, `"23,50"`, `"1.023,50"`. */
export function parsePrice(price: string | number, currency: Currency): number {
  const amount = typeof price === "number" ? price : Number(decimalText(price));
  if (!Number.isFinite(amount) || amount < 0)
    throw new TypeError(`The provider responded with the price ${JSON.stringify(price)}.`);
  // a quote may be finer than what can be paid
  return roundToMinorUnits(amount, currency);
}

/** With a comma in it, dots only group the thousands. What is no plain decimal comes back as no number. */
function decimalText(text: string): string {
  const decimal = text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
  return /^\d+(?:\.\d+)?$/.test(decimal.trim()) ? decimal : "none";
}
