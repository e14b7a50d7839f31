import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/random.ts";
import { generateSpeiReference, generateSpeiTrackingKey, isValidSpeiTrackingKey } from "./spei.ts";

const AT = Date.UTC(2026, 10, 21, 3);

describe("SPEI", () => {
  it("dates the tracking key in Mexico", () => {
    const key = generateSpeiTrackingKey(seededRandom(1), { bank: "646", at: AT });
    expect(key).toMatch(/^2026112040646[0-9A-Z]{15}$/);
    expect(isValidSpeiTrackingKey(key)).toBe(true);
    expect(isValidSpeiTrackingKey("x".repeat(31))).toBe(false);
    expect(generateSpeiReference(seededRandom(1))).toMatch(/^[1-9]\d{6}$/);
  });
});
