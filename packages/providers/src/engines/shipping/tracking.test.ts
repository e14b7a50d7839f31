import {
  CORREIOS_PREFIXES,
  completeS10,
  generateCorreiosTracking,
  isUuidV4,
  isValidS10,
  seededRandom,
} from "@codespar/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateMelhorEnvioTracking, isMelhorEnvioTracking } from "./melhor-envio-tracking.ts";
import { generateCarrierTracking, generateMelhorEnvioProtocol, generateShipmentId } from "./shipment-id.ts";

const AT = Date.UTC(2026, 10, 20);

describe("S10", () => {
  it("reproduces the Brazilian example and the one of the standard", () => {
    expect(completeS10("QB", "47312482", "BR")).toBe("QB473124829BR");
    expect(completeS10("RR", "47312482", "GB")).toBe("RR473124829GB");
  });

  it("generates safe prefixes and a check digit that matters", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const code = generateCorreiosTracking(seededRandom(seed));
        expect(CORREIOS_PREFIXES).toContain(code.slice(0, 2));
        expect(isValidS10(code)).toBe(true);
        const other = (Number(code.charAt(10)) + 1) % 10;
        expect(isValidS10(code.slice(0, 10) + other + code.slice(11))).toBe(false);
        // Second opinion: with a digit of 0 or 5 the remainder may be 1 or 0, else sum and digit make 11.
        const sum = Array.from("86423597", Number).reduce(
          (total, weight, index) => total + weight * Number(code.charAt(index + 2)),
          0,
        );
        const digit = Number(code.charAt(10));
        expect(
          (sum + digit) % 11 === 0 || (sum % 11 === 1 && digit === 0) || (sum % 11 === 0 && digit === 5),
        ).toBe(true);
      }),
    );
    expect(isValidS10("ME23002MI63BR")).toBe(false);
    expect(() => generateCorreiosTracking(seededRandom(1), "Q")).toThrow(RangeError);
  });
});

describe("other carriers", () => {
  it("has Melhor Envio's own code and protocol", () => {
    expect(isMelhorEnvioTracking("ME23002MI63BR")).toBe(true);
    const code = generateMelhorEnvioTracking(seededRandom(1), AT);
    expect(code).toMatch(/^ME26/);
    expect(isMelhorEnvioTracking(code)).toBe(true);
    expect(generateMelhorEnvioProtocol(seededRandom(1), AT)).toMatch(/^ORD-202611\d{5}$/);
    expect(isUuidV4(generateShipmentId(seededRandom(1)))).toBe(true);
  });

  it.each([
    ["jadlog", /^\d{14}$/],
    ["loggi", /^LG[0-9A-Z]{10}$/],
    ["estafeta", /^\d{22}$/],
    ["mercado-envios", /^4\d{10}$/],
    ["andreani", /^36000\d{10}$/],
    ["servientrega", /^2\d{9}$/],
    ["chilexpress", /^99\d{10}$/],
  ] as const)("writes a tracking code of %s", (carrier, pattern) => {
    expect(generateCarrierTracking(seededRandom(5), carrier)).toMatch(pattern);
  });

  it("checks a DHL air waybill modulo 7", () => {
    for (let seed = 0; seed < 50; seed++) {
      const waybill = generateCarrierTracking(seededRandom(seed), "dhl");
      expect(Number(waybill.slice(0, 9)) % 7).toBe(Number(waybill.charAt(9)));
    }
  });
});
