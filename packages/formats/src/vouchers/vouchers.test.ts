import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { generateConektaOxxoReference, generateStripeOxxoNumber, OXXO_LIMITS, oxxoExpiry } from "./oxxo.ts";
import { generatePseCus, isValidPseCus, PSE_MINIMUM } from "./pse.ts";
import {
  generateWebpayAuthorizationCode,
  generateWebpayToken,
  requireBuyOrder,
  WEBPAY_TEST_COMMERCE_CODE,
} from "./webpay.ts";

const AT = Date.UTC(2026, 10, 21, 3);

describe("OXXO", () => {
  it("ends a voucher before midnight in Mexico City", () => {
    expect(generateConektaOxxoReference(seededRandom(1))).toMatch(/^93000\d{9}$/);
    expect(generateStripeOxxoNumber(seededRandom(1))).toMatch(/^\d{32}$/);
    expect(new Date(oxxoExpiry(AT)).toISOString()).toBe("2026-11-24T05:59:59.000Z");
    expect(() => oxxoExpiry(AT, 8)).toThrow(RangeError);
    expect(OXXO_LIMITS).toEqual({ minimum: 1000, maximum: 1_000_000 });
  });
});

describe("PSE", () => {
  it("gives PSE payments a trace code", () => {
    expect(isValidPseCus(generatePseCus(seededRandom(1)))).toBe(true);
    expect(isValidPseCus("49263990")).toBe(true);
    expect(PSE_MINIMUM).toBe(160_000);
  });
});

describe("Webpay", () => {
  it("knows the pieces of a Webpay transaction", () => {
    expect(generateWebpayToken(seededRandom(1))).toMatch(/^[0-9a-f]{64}$/);
    expect(generateWebpayAuthorizationCode(seededRandom(1))).toMatch(/^\d{6}$/);
    expect(WEBPAY_TEST_COMMERCE_CODE).toBe("597055555532");
    expect(requireBuyOrder("ordenCompra-12345678")).toBe("ordenCompra-12345678");
    expect(() => requireBuyOrder("x".repeat(27))).toThrow(RangeError);
  });
});
