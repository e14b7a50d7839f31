import { describe, expect, it } from "vitest";
import { detectCardBrand } from "./card-brand.ts";
import { TEST_CARDS } from "./test-cards.ts";

describe("detectCardBrand", () => {
  it.each(TEST_CARDS)("reads $number as $brand", ({ number, brand }) => {
    expect(detectCardBrand(number)).toBe(brand);
  });

  it("reads Mercado Pago's Mastercard, refuses a wrong Luhn digit and text", () => {
    expect(detectCardBrand("5031433215406351")).toBe("mastercard");
    expect(detectCardBrand("4242424242424241")).toBeUndefined();
    expect(detectCardBrand("4242 4242 4242 4242")).toBeUndefined();
  });
});
