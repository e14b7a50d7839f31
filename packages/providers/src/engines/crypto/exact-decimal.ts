/** Places that the smallest unit of any coin has (ether: 18). */
const PLACES = 18;
const UNIT = 10n ** BigInt(PLACES);

/** A decimal text as a whole number of 10⁻¹⁸; undefined for signs, exponents and more than 18 places: nothing is rounded. */
export function parseExactDecimal(text: string): bigint | undefined {
  const [, whole = "", places = ""] = /^(\d{1,20})(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  return whole === "" ? undefined : BigInt(whole) * UNIT + BigInt(places.padEnd(PLACES, "0"));
}

/** The decimal text of a whole number of 10⁻¹⁸, with two places at least. */
export function formatExactDecimal(value: bigint): string {
  const amount = value < 0n ? -value : value;
  const places = String(amount % UNIT)
    .padStart(PLACES, "0")
    .replace(/0+$/, "")
    .padEnd(2, "0");
  return `${value < 0n ? "-" : ""}${amount / UNIT}.${places}`;
}
