import { hasLuhnDigit } from "../check-digits/check-digits.ts";

export type CardBrand =
  | "visa"
  | "mastercard"
  | "american-express"
  | "elo"
  | "hipercard"
  | "diners-club"
  | "maestro";

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

/** The brand of a card number, or undefined when its Luhn digit is wrong or nobody issues it. */
export function detectCardBrand(number: string): CardBrand | undefined {
  if (!/^\d{13,19}$/.test(number) || !hasLuhnDigit(number)) return undefined;
  const head = Number(number.slice(0, 6));
  return RANGES.find(([, first, last]) => first <= head && head <= last)?.[0];
}
