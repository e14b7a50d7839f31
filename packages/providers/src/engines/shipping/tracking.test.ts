import { seededRandom } from "@codespar/formats";
import { expect, it } from "vitest";
import { generateMelhorEnvioTracking } from "./melhor-envio-tracking.ts";

it("writes Melhor Envio's own code, with the year of São Paulo", () => {
  const newYearInLondon = Date.UTC(2027, 0, 1, 1);
  expect(generateMelhorEnvioTracking(seededRandom(1), newYearInLondon)).toMatch(/^ME26[0-9A-Z]{7}BR$/);
});
