import { isUuidV4, seededRandom } from "@codespar/formats";
import { describe, expect, it } from "vitest";
import { generateMelhorEnvioTracking, isMelhorEnvioTracking } from "./melhor-envio-tracking.ts";
import { generateCarrierTracking, generateMelhorEnvioProtocol, generateShipmentId } from "./shipment-id.ts";

const AT = Date.UTC(2026, 10, 20);

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
