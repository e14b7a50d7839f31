import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import {
  type CardBrand,
  formatCardNumber,
  generateCardNumber,
  groupCardNumber,
  isValidCardNumber,
  parseCardNumber,
} from "./card-number.ts";
import { TEST_CARDS } from "./test-cards.ts";

const brands: readonly CardBrand[] = [
  "visa",
  "mastercard",
  "american-express",
  "elo",
  "hipercard",
  "diners-club",
  "maestro",
];

describe("card numbers", () => {
  it.each(TEST_CARDS)("reads $number as $brand", ({ number, brand }) => {
    expect(parseCardNumber(number)?.brand).toBe(brand);
  });

  it("reads Mercado Pago's Mastercard, blanks and hyphens, and refuses a wrong Luhn digit", () => {
    expect(parseCardNumber("5031433215406351")?.brand).toBe("mastercard");
    expect(parseCardNumber("4242 4242-4242 4242")).toEqual({
      number: "4242424242424242",
      brand: "visa",
      last4: "4242",
    });
    expect(isValidCardNumber("4242424242424241")).toBe(false);
    expect(isValidCardNumber("tok_visa")).toBe(false);
    expect(isValidCardNumber("424242424242")).toBe(false);
  });

  it("prints nothing but the last four digits", () => {
    expect(formatCardNumber("5555 5555 5555 4444")).toBe("•••• 4444");
    expect(() => formatCardNumber("5555555555554443")).toThrow(/^Card number "\[redacted\]" is not valid/);
  });

  it("groups what is typed into a form", () => {
    expect(groupCardNumber("42424242424")).toBe("4242 4242 424");
    expect(groupCardNumber("378282246310005")).toBe("3782 822463 10005");
    expect(groupCardNumber("")).toBe("");
  });

  it("generates numbers of a brand and notices every wrong digit", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...brands), fc.nat(), (seed, brand, place) => {
        const number = generateCardNumber(seededRandom(seed), brand);
        expect(parseCardNumber(number)?.brand).toBe(brand);
        const position = place % number.length;
        const other = (Number(number.charAt(position)) + 1) % 10;
        expect(isValidCardNumber(number.slice(0, position) + other + number.slice(position + 1))).toBe(false);
      }),
    );
  });
});
