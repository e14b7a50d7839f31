/** `quantity` times a unit price in major units, exact and rounded half up to minor units of two decimals. */
export function exactAmount(quantity: number, unitPrice: number): number {
  const left = scaled(quantity);
  const right = scaled(unitPrice);
  const scale = left.decimals + right.decimals;
  const product = left.units * right.units;
  if (scale <= 2) return Number(product * 10n ** BigInt(2 - scale));
  const divisor = 10n ** BigInt(scale - 2);
  return Number((2n * product + divisor) / (2n * divisor));
}

/** The shortest decimal that reads back as this number: what a caller wrote, without binary noise. */
function scaled(value: number): { units: bigint; decimals: number } {
  const text = String(value);
  const plain = text.includes("e") ? value.toFixed(10) : text;
  const [whole = "0", fraction = ""] = plain.split(".");
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}
