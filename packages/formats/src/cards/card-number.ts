import { hasLuhnDigit, luhnDigit } from "../check-digits/check-digits.ts";
import { randomDigits } from "../random/random.ts";
import type { RandomSource } from "../random/random-source.ts";
import { digitsOnly } from "../text/digits-only.ts";
import { inGroups } from "../text/mask.ts";
import { requireValue } from "../text/text-rules.ts";

export type CardBrand =
  | "visa"
  | "mastercard"
  | "american-express"
  | "elo"
  | "hipercard"
  | "diners-club"
  | "maestro";

export interface CardNumber {
  /** Bare digits. A whole number is for a payment form alone: keep `brand` and `last4`. */
  number: string;
  /** Undefined when the number passes Luhn's test and no range of ours has it. */
  brand: CardBrand | undefined;
  last4: string;
}

/** Inclusive ranges of the first six digits, the special before the general: Elo lies inside Visa's range. */
const RANGES: readonly (readonly [CardBrand, number, number])[] = [
  ["elo", 401178, 401179],
  ["elo", 431274, 431274],
  ["elo", 438935, 438935],
  ["elo", 451416, 451416],
  ["elo", 457393, 457393],
  ["elo", 457631, 457632],
  ["elo", 504175, 504175],
  ["elo", 506699, 506778],
  ["elo", 509000, 509999],
  ["elo", 627780, 627780],
  ["elo", 636297, 636297],
  ["elo", 636368, 636368],
  ["elo", 650031, 650033],
  ["elo", 650035, 650051],
  ["elo", 650405, 650439],
  ["elo", 650485, 650538],
  ["elo", 650541, 650598],
  ["elo", 650700, 650718],
  ["elo", 650720, 650727],
  ["elo", 650901, 650978],
  ["elo", 651652, 651679],
  ["elo", 655000, 655019],
  ["elo", 655021, 655058],
  ["hipercard", 606282, 606282],
  ["american-express", 340000, 349999],
  ["american-express", 370000, 379999],
  ["diners-club", 300000, 305999],
  ["diners-club", 360000, 369999],
  ["diners-club", 380000, 399999],
  // Mercado Pago hands these out as Mastercard; by range alone they would be Maestro.
  ["mastercard", 503100, 503199],
  ["mastercard", 510000, 559999],
  ["mastercard", 222100, 272099],
  ["visa", 400000, 499999],
  ["maestro", 500000, 509999],
  ["maestro", 560000, 589999],
  ["maestro", 600000, 699999],
];

/** Reads a card number of 13 to 19 digits, with blanks, dots or hyphens between them or bare; undefined when its Luhn digit is wrong. */
export function parseCardNumber(text: string): CardNumber | undefined {
  const number = text.replace(/[\s.\u2010-\u2015-]/g, "");
  if (!/^\d{13,19}$/.test(number) || !hasLuhnDigit(number)) return undefined;
  const head = Number(number.slice(0, 6));
  const brand = RANGES.find(([, first, last]) => first <= head && head <= last)?.[0];
  return { number, brand, last4: number.slice(-4) };
}

/** Whether the text is a card number: then it must not be sent as a token, stored or logged. */
export function isValidCardNumber(text: string): boolean {
  return parseCardNumber(text) !== undefined;
}

/** Prints a card's number by its last four digits: `•••• 4242`. Throws RangeError when it is none. */
export function formatCardNumber(text: string): string {
  // the number itself never reaches a message
  const { last4 } = requireValue(
    parseCardNumber(text),
    "[redacted]",
    "Card number",
    "13 to 19 digits that pass Luhn's test",
  );
  return `•••• ${last4}`;
}

/** Groups of four, as a payment form shows what is typed: `4242 4242 4242 4242`; American Express in 4, 6 and 5. */
export function groupCardNumber(text: string): string {
  const number = digitsOnly(text);
  return /^3[47]/.test(number) ? inGroups(number, 4, 6, 5) : inGroups(number, 4);
}

/** A number of a brand that passes Luhn's test and belongs to nobody we know; `TEST_CARDS` are the published ones. */
export function generateCardNumber(random: RandomSource, brand: CardBrand = "visa"): string {
  const head = HEADS[brand];
  const base = head + randomDigits(random, (brand === "american-express" ? 14 : 15) - head.length);
  return base + luhnDigit(base);
}

const HEADS: Readonly<Record<CardBrand, string>> = {
  visa: "424242",
  mastercard: "555555",
  "american-express": "378282",
  elo: "636297",
  hipercard: "606282",
  "diners-club": "360000",
  maestro: "676770",
};
